import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  answerOf,
  granted,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { AddressSpace, CorsRequest, Exchange } from "../rules/index.ts";
import { hosts, insecureHost } from "./hosts.ts";
import type { Scenario } from "./types.ts";

const fromPublicPage = request({ origin: hosts.publicPage });
const putFromPublicPage = { ...putJson, origin: hosts.publicPage };
const allowPublicPage = allowOrigin(hosts.publicPage);

/** An exchange of a page on the public internet with a server on the user's own machine. */
function toLoopback(permission: "granted" | "denied", exchange: Exchange): Exchange {
  return { ...exchange, addressSpaces: { page: "public", server: "loopback", permission } };
}

/** The same where the user grants it, and `fetch()` is told where the server is. */
function targeting(target: AddressSpace, exchange: Exchange): Exchange {
  return { ...exchange, addressSpaces: { page: "public", server: "loopback", target, permission: "granted" } };
}

/** The same request to a server without TLS. */
const overHttp = (request: CorsRequest) => granted({ ...request, url: `${hosts.localApi}/items` });

/** A browser that trusts no certificate of the lab can show its page without TLS only. */
const toUntrusted = { origin: hosts.plainPage, url: `${hosts.untrusted}/items` };

/** What ends a request before CORS has a say: the connection, the certificate, the network, http. */
export const network: readonly Scenario[] = [
  {
    id: "mixed-content-get",
    title: "A page over https asks for an http URL.",
    shows: ["mixed-content"],
    steps: [granted(request({ url: `${insecureHost}/items` }))],
  },
  {
    id: "mixed-content-put",
    title: "A page over https puts JSON to an http URL: not even the preflight is sent.",
    shows: ["mixed-content"],
    steps: [granted({ ...putJson, url: `${insecureHost}/items` })],
  },
  {
    id: "mixed-content-xhr",
    title: "An XMLHttpRequest of a page over https asks for an http URL.",
    shows: ["mixed-content"],
    steps: [granted(request({ api: "xhr", url: `${insecureHost}/items` }))],
  },
  {
    id: "mixed-content-script",
    title: "A page over https includes a script by an http URL.",
    shows: ["mixed-content"],
    steps: [
      {
        element: "script",
        request: request({
          api: "element",
          mode: "no-cors",
          credentials: "include",
          url: `${insecureHost}/items.js`,
        }),
        response: answerOf("text/javascript"),
      },
    ],
  },
  {
    id: "http-page-http-server",
    title: "A page over http puts JSON to a server over http.",
    shows: [],
    near: "mixed-content",
    steps: [granted({ ...putJson, origin: hosts.plainPage, url: `${hosts.plainApi}/items` })],
  },
  {
    id: "http-page-https-server",
    title: "A page over http asks a server over https.",
    shows: [],
    near: "mixed-content",
    steps: [granted(request({ origin: hosts.plainPage }))],
  },
  {
    id: "https-page-https-server",
    title: "A page over https deletes on a server over https.",
    shows: [],
    near: "mixed-content",
    steps: [granted(request({ method: "DELETE" }))],
  },
  {
    id: "https-page-http-localhost",
    title: "A page over https asks a server on the own machine over http.",
    shows: [],
    near: "mixed-content",
    steps: [overHttp(request())],
  },
  {
    id: "https-page-http-localhost-put",
    title: "A page over https puts JSON to a server on the own machine over http.",
    shows: [],
    near: "mixed-content",
    steps: [overHttp(putJson)],
  },
  {
    id: "server-down-get",
    title: "Nothing listens where a plain GET is sent.",
    shows: ["server-not-reached"],
    steps: [{ request: request({ url: `${hosts.down}/items` }), unreachable: "no-connection" }],
  },
  {
    id: "server-down-put",
    title: "Nothing listens where the preflight of a PUT is sent.",
    shows: ["server-not-reached"],
    steps: [{ request: { ...putJson, url: `${hosts.down}/items` }, unreachable: "no-connection" }],
  },
  {
    id: "server-down-xhr",
    title: "Nothing listens where an XMLHttpRequest is sent.",
    shows: ["server-not-reached"],
    steps: [{ request: request({ api: "xhr", url: `${hosts.down}/items` }), unreachable: "no-connection" }],
  },
  {
    id: "server-reached-and-busy",
    title: "The server is reached, and says with a 503 that the script can read that it has no time.",
    shows: [],
    near: "server-not-reached",
    steps: [{ request: request(), response: answer([allowOrigin(hosts.page), ["Retry-After", "1"]], 503) }],
  },
  {
    id: "certificate-untrusted-get",
    title: "The browser does not trust the certificate of the server that a plain GET asks.",
    shows: ["certificate-untrusted"],
    steps: [{ request: request({ ...toUntrusted }), unreachable: "certificate" }],
  },
  {
    id: "certificate-untrusted-put",
    title: "The browser does not trust the server's certificate, and does not even send the preflight of a PUT.",
    shows: ["certificate-untrusted"],
    steps: [{ request: { ...putJson, ...toUntrusted }, unreachable: "certificate" }],
  },
  {
    id: "certificate-untrusted-xhr",
    title: "An XMLHttpRequest asks a server whose certificate the browser does not trust.",
    shows: ["certificate-untrusted"],
    steps: [{ request: request({ api: "xhr", ...toUntrusted }), unreachable: "certificate" }],
  },
  {
    id: "certificate-trusted",
    title: "The browser trusts the server's certificate, and a POST of a form passes.",
    shows: [],
    near: "certificate-untrusted",
    steps: [granted(request({ method: "POST", body: "urlencoded" }))],
  },
  {
    id: "local-network-denied-get",
    title: "A public page asks a server on the user's machine, and the user denies it.",
    shows: ["local-network-blocked"],
    steps: [toLoopback("denied", granted(fromPublicPage))],
  },
  {
    id: "local-network-denied-put",
    title: "A public page puts JSON to a server on the user's machine, and the user denies it.",
    shows: ["local-network-blocked"],
    steps: [toLoopback("denied", granted(putFromPublicPage))],
  },
  {
    id: "local-network-denied-despite-header",
    title: "Access-Control-Allow-Private-Network is of no use where the user denies it.",
    shows: ["local-network-blocked"],
    steps: [
      toLoopback("denied", {
        request: putFromPublicPage,
        preflight: preflight([
          allowPublicPage,
          allowMethods("PUT"),
          allowHeaders("content-type"),
          ["Access-Control-Allow-Private-Network", "true"],
        ]),
        response: answer([allowPublicPage, ["Access-Control-Allow-Private-Network", "true"]]),
      }),
    ],
  },
  {
    id: "local-network-granted-get",
    title: "A public page asks a server on the user's machine, and the user grants it.",
    shows: [],
    near: "local-network-blocked",
    steps: [toLoopback("granted", granted(fromPublicPage))],
  },
  {
    id: "local-network-granted-put",
    title: "A public page puts JSON to a server on the user's machine, and the user grants it.",
    shows: [],
    near: "local-network-blocked",
    steps: [toLoopback("granted", granted(putFromPublicPage))],
  },
  {
    id: "local-network-target-is-another",
    title: "A script tells fetch() that the server is on the local network, and it is on the user's machine.",
    shows: ["local-network-blocked"],
    steps: [targeting("local", overHttp(fromPublicPage))],
  },
  {
    id: "local-network-target-is-another-put",
    title: "A script puts JSON to a server on the user's machine and says that it is on the local network.",
    shows: ["local-network-blocked"],
    steps: [targeting("local", overHttp(putFromPublicPage))],
  },
  {
    id: "local-network-target-is-public",
    title: "A script tells fetch() that the server is on the public internet, and it is on the user's machine.",
    shows: ["local-network-blocked"],
    steps: [targeting("public", overHttp(fromPublicPage))],
  },
  {
    id: "local-network-target-is-another-over-tls",
    title: "A server is asked over https, and fetch() is told that it is on another network than it is.",
    shows: ["local-network-blocked"],
    steps: [targeting("local", granted(fromPublicPage))],
  },
  {
    id: "local-network-target-matches",
    title: "A script tells fetch() that the server is on the user's machine, and it is.",
    shows: [],
    near: "local-network-blocked",
    steps: [targeting("loopback", overHttp(fromPublicPage))],
  },
  {
    id: "local-network-granted-allow-origin-missing",
    title: "The user grants a public page the server on their machine, which then sends no Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [toLoopback("granted", { request: fromPublicPage, response: answer() })],
  },
];
