import * as clause from "../clauses.ts";
import {
  allowHeaders,
  allowMethods,
  answer,
  goodAnswer,
  mendedPut,
  preflight,
  putJson,
  request,
} from "../examples/index.ts";
import type { StopCode, Trace } from "../exchange/trace.ts";
import { type PrintedMessage, printedMessages } from "../messages/index.ts";
import type { Cause } from "./types.ts";

const publicPage = "https://public.example.com";
const fromPublicPage = {
  request: { ...putJson, origin: publicPage },
  preflight: preflight([
    ["Access-Control-Allow-Origin", publicPage],
    allowMethods("PUT"),
    allowHeaders("content-type"),
  ]),
  response: answer([["Access-Control-Allow-Origin", publicPage]]),
};

const toLocalhost = request({ origin: publicPage, url: "http://localhost:3000/items" });
const toLoopback = { page: "public", server: "loopback", permission: "granted" } as const;

/** Of a page without TLS, and of a wrong `targetAddressSpace`; the last is what Chromium printed before version 142. */
const otherLocalNetworkLines = [
  ...printedMessages({
    request: { ...toLocalhost, origin: "http://public.example.com" },
    addressSpaces: toLoopback,
  }),
  ...printedMessages({ request: toLocalhost, addressSpaces: { ...toLoopback, target: "local" } }),
  {
    engine: "chromium",
    language: "en",
    text: `Access to fetch at '${toLocalhost.url}' from origin '${publicPage}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Private-Network' header was present in the preflight response for this private network request targeting the \`local\` address space.`,
  },
] satisfies PrintedMessage[];

/** What ends a request before a server is asked anything: no CORS header can mend it. */
export const networkCauses: readonly Cause[] = [
  {
    id: "scheme-not-http",
    phase: "request",
    sign: "localhost:3000 ≠ http://localhost:3000",
    clause: clause.mainFetch,
    shows: ({ end }) => end.kind === "refused" && end.reasons.some(({ code }) => code === "scheme-not-http"),
    example: { request: request({ url: "localhost:3000/items" }) },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "mixed-content",
    phase: "request",
    sign: "https:// → http://",
    clause: clause.mixedContent,
    shows: stopsWith("mixed-content"),
    example: { request: request({ url: "http://insecure.test/items" }), response: goodAnswer },
    mended: { request: request(), response: goodAnswer },
  },
  {
    id: "local-network-blocked",
    phase: "request",
    sign: "public → local",
    clause: clause.localNetworkAccess,
    shows: stopsWith("local-network", "local-network-insecure-page", "local-network-target-mismatch"),
    example: {
      ...fromPublicPage,
      addressSpaces: { page: "public", server: "loopback", permission: "denied" },
    },
    mended: {
      ...fromPublicPage,
      addressSpaces: { page: "public", server: "loopback", permission: "granted" },
    },
    alsoPrinted: otherLocalNetworkLines,
  },
  {
    id: "server-not-reached",
    phase: "request",
    sign: "net::ERR_CONNECTION_REFUSED",
    clause: clause.connection,
    shows: stopsWith("no-connection"),
    example: { request: { ...putJson, url: "https://down.example.com/items" }, unreachable: "no-connection" },
    mended: mendedPut,
  },
  {
    id: "certificate-untrusted",
    phase: "request",
    sign: "net::ERR_CERT_AUTHORITY_INVALID",
    clause: clause.connection,
    shows: stopsWith("certificate"),
    example: {
      request: { ...putJson, origin: "http://app.example.com", url: "https://untrusted.example.com/items" },
      unreachable: "certificate",
    },
    mended: mendedPut,
  },
];

function stopsWith(...codes: StopCode[]): (trace: Trace) => boolean {
  return ({ end }) => end.kind === "stopped" && codes.includes(end.code);
}
