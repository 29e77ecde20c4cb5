import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  goodAnswer,
  goodPreflight,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest } from "../rules/index.ts";
import type { Scenario } from "./types.ts";

const opaque = request({ origin: "null" });
const opaquePut: CorsRequest = { ...putJson, origin: "null" };
const allowNull = allowOrigin("null");

/** Pages whose origin is opaque: a sandboxed frame, a file, a data: URL. */
export const nullOrigins: readonly Scenario[] = [
  {
    id: "null-origin-get",
    title: "A sandboxed frame sends Origin: null, and the answer names the site's origin.",
    shows: ["null-origin"],
    steps: [{ request: opaque, response: goodAnswer }],
  },
  {
    id: "null-origin-put",
    title: "A sandboxed frame sends Origin: null, and the preflight names the site's origin.",
    shows: ["null-origin"],
    steps: [{ request: opaquePut, preflight: goodPreflight, response: goodAnswer }],
  },
  {
    id: "null-origin-with-credentials",
    title: "A sandboxed frame asks with credentials, and the answer names the site's origin.",
    shows: ["null-origin"],
    steps: [{ request: { ...opaque, credentials: "include" }, response: answer([allowOrigin(), allowCredentials()]) }],
  },
  {
    id: "null-origin-xhr",
    title: "An XMLHttpRequest in a sandboxed frame, and the answer names the site's origin.",
    shows: ["null-origin"],
    steps: [{ request: { ...opaque, api: "xhr" }, response: goodAnswer }],
  },
  {
    id: "null-origin-wildcard",
    title: "A sandboxed frame reads what the server allows everybody.",
    shows: [],
    near: "null-origin",
    steps: [{ request: opaque, response: answer([anyOrigin]) }],
  },
  {
    id: "null-origin-put-wildcard",
    title: "A sandboxed frame puts JSON to a server that allows everybody.",
    shows: [],
    near: "null-origin",
    steps: [
      {
        request: opaquePut,
        preflight: preflight([anyOrigin, allowMethods("PUT"), allowHeaders("content-type")]),
        response: answer([anyOrigin]),
      },
    ],
  },
  {
    id: "null-origin-allowed-by-name",
    title: "A sandboxed frame asks, and the answer has null in Allow-Origin.",
    shows: [],
    near: "null-origin",
    steps: [{ request: opaque, response: answer([allowNull]) }],
  },
  {
    id: "null-origin-allowed-with-credentials",
    title: "A sandboxed frame asks with credentials, and the answer has null and Allow-Credentials.",
    shows: [],
    near: "null-origin",
    steps: [{ request: { ...opaque, credentials: "include" }, response: answer([allowNull, allowCredentials()]) }],
  },
  {
    id: "null-origin-allow-origin-missing",
    title: "A sandboxed frame asks, and the answer has no Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: opaque, response: answer() }],
  },
  {
    id: "null-origin-wildcard-with-credentials",
    title: "A sandboxed frame asks with credentials, and the answer has * in Allow-Origin.",
    shows: ["wildcard-with-credentials"],
    steps: [{ request: { ...opaque, credentials: "include" }, response: answer([anyOrigin, allowCredentials()]) }],
  },
];
