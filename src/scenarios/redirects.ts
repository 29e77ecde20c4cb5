import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  answerOf,
  anyOrigin,
  goodAnswer,
  goodPreflight,
  notFound,
  postJson,
  postText,
  preflight,
  putJson,
  redirect,
  request,
} from "../rules/examples/index.ts";
import type { CorsResponse, HeaderLine, RedirectAnswer } from "../rules/index.ts";
import { hosts, insecureHost } from "./hosts.ts";
import type { Scenario, Step } from "./types.ts";

const moved = `${hosts.api}/moved`;
const elsewhere = `${hosts.other}/items`;
const login = `${hosts.other}/login`;
const loginPage: RedirectAnswer = { response: answerOf("text/html") };

/** What a server answers that allows the page everything, to the preflight and to the request. */
const allowed: RedirectAnswer = { preflight: goodPreflight, response: goodAnswer };
/** What one answers that allows everybody everything. */
const open: RedirectAnswer = {
  preflight: preflight([anyOrigin, allowMethods("*"), allowHeaders("*")]),
  response: answer([anyOrigin]),
};

/** A plain GET that is led elsewhere. */
function getLed(to: string, hop: RedirectAnswer, lines: HeaderLine[] = [allowOrigin()]): Step {
  return { request: request(), response: redirect(302, to, lines), redirects: [hop] };
}

/** A PUT of JSON whose preflight passes and whose answer leads elsewhere. */
function putLed(response: CorsResponse, ...redirects: RedirectAnswer[]): Step {
  return { request: putJson, preflight: goodPreflight, response, redirects };
}

const withAuthorization = request({ headers: [["Authorization", "Bearer token"]] });
const stream = request({ method: "POST", url: `${hosts.http2}/items`, body: "stream" });
const getWithCredentials = request({ credentials: "include" });

/** A plain GET that is led on so many times on the same server. */
function getLedTimes(times: number): Step {
  const led = Array.from({ length: times }, (_, i) => redirect(302, `${moved}/${i + 1}`, [allowOrigin()]));
  const [first = goodAnswer, ...others] = [...led, goodAnswer];
  return { request: request(), response: first, redirects: others.map((response) => ({ response })) };
}

/** Redirects of the actual request, which are followed. */
export const redirects: readonly Scenario[] = [
  {
    id: "redirect-get-same-server",
    title: "A plain GET is redirected on the same server, and both answers have Allow-Origin.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLed(moved, { response: goodAnswer })],
  },
  {
    id: "redirect-get-twice",
    title: "A plain GET is redirected twice on the same server.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: request(),
        response: redirect(301, moved, [allowOrigin()]),
        redirects: [{ response: redirect(302, `${hosts.api}/moved-again`, [allowOrigin()]) }, { response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-get-20-times",
    title: "A plain GET is redirected twenty times, which is as often as a browser goes along.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLedTimes(20)],
  },
  {
    id: "redirect-get-21-times",
    title: "A plain GET is redirected for the twenty-first time, and the browser gives up.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLedTimes(21)],
  },
  {
    id: "redirect-put-307",
    title: "A PUT is redirected with 307 on the same server, and has a preflight of its own there.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [putLed(redirect(307, moved, [allowOrigin()]), allowed)],
  },
  {
    id: "redirect-put-308",
    title: "A PUT is redirected with 308 on the same server, and has a preflight of its own there.",
    shows: [],
    near: "preflight-redirected",
    steps: [putLed(redirect(308, moved, [allowOrigin()]), allowed)],
  },
  {
    id: "redirect-put-302",
    title: "A PUT is redirected with 302, stays a PUT and has a preflight of its own.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [putLed(redirect(302, moved, [allowOrigin()]), allowed)],
  },
  {
    id: "redirect-put-303",
    title: "A PUT is redirected with 303 and becomes a GET without a body and a preflight.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [putLed(redirect(303, moved, [allowOrigin()]), { preflight: notFound, response: goodAnswer })],
  },
  {
    id: "redirect-post-302",
    title: "A POST of text is redirected with 302 and becomes a GET.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: postText,
        response: redirect(302, moved, [allowOrigin()]),
        redirects: [{ preflight: notFound, response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-post-json-301",
    title: "A POST of JSON is redirected with 301, loses its Content-Type and needs no preflight there.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: postJson,
        preflight: preflight([allowOrigin(), allowHeaders("content-type")]),
        response: redirect(301, moved, [allowOrigin()]),
        redirects: [{ preflight: notFound, response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-third-origin-wildcard",
    title: "A plain GET is redirected to a third origin, is of origin null there, and is allowed like everybody.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLed(elsewhere, open)],
  },
  {
    id: "redirect-third-origin-null",
    title: "A plain GET is redirected to a third origin, whose answer has null in Allow-Origin.",
    shows: [],
    near: "null-origin",
    steps: [getLed(elsewhere, { response: answer([allowOrigin("null")]) })],
  },
  {
    id: "redirect-third-origin-page-allowed",
    title: "A plain GET is redirected to a third origin, which names the page's origin where null would be needed.",
    shows: ["redirected-elsewhere"],
    steps: [getLed(elsewhere, { response: goodAnswer })],
  },
  {
    id: "redirect-login-page",
    title: "A plain GET is redirected to a login page of another origin, which has no CORS headers.",
    shows: ["redirected-elsewhere"],
    steps: [getLed(login, loginPage)],
  },
  {
    id: "session-expired-401",
    title: "A plain GET without a session is answered with 401, and nothing is redirected.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [{ request: request(), response: answer([allowOrigin()], 401) }],
  },
  {
    id: "redirect-put-login-page",
    title: "The preflight of a PUT passes, and the PUT is redirected with 303 to a login page without CORS headers.",
    shows: ["redirected-elsewhere"],
    steps: [putLed(redirect(303, login, [allowOrigin()]), loginPage)],
  },
  {
    id: "redirect-own-server-to-login-page",
    title: "A page asks its own server, which redirects to a login page of another origin without CORS headers.",
    shows: ["redirected-elsewhere"],
    steps: [
      {
        request: request({ url: `${hosts.page}/items` }),
        response: redirect(302, login),
        redirects: [loginPage],
      },
    ],
  },
  {
    id: "redirect-own-server-to-allowed",
    title: "A page asks its own server, which redirects to another origin that allows the page.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: request({ url: `${hosts.page}/items` }),
        response: redirect(302, `${hosts.api}/items`),
        redirects: [{ response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-relative-without-allow-origin",
    title: "A redirect without Allow-Origin names a path of the same server.",
    shows: ["redirected-elsewhere"],
    steps: [
      {
        request: request(),
        response: redirect(302, "/moved"),
        redirects: [{ response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-without-allow-origin",
    title: "A plain GET is redirected on the same server, and the redirect itself has no Allow-Origin.",
    shows: ["redirected-elsewhere"],
    steps: [getLed(moved, { response: goodAnswer }, [])],
  },
  {
    id: "redirect-put-without-allow-origin",
    title: "The preflight of a PUT passes, and the redirect that answers the PUT has no Allow-Origin.",
    shows: ["redirected-elsewhere"],
    steps: [putLed(redirect(308, moved), allowed)],
  },
  {
    id: "redirect-put-options-404-there",
    title: "A PUT is redirected, and the server has no route for OPTIONS where it leads.",
    shows: ["redirected-elsewhere"],
    steps: [putLed(redirect(307, moved, [allowOrigin()]), { preflight: notFound, response: goodAnswer })],
  },
  {
    id: "redirect-put-third-origin-page-allowed",
    title: "A PUT is redirected to a third origin, whose preflight names the page's origin where null would be needed.",
    shows: ["redirected-elsewhere"],
    steps: [putLed(redirect(307, elsewhere, [allowOrigin()]), allowed)],
  },
  {
    id: "redirect-put-third-origin-wildcard",
    title: "A PUT is redirected to a third origin, which allows everybody everything.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [putLed(redirect(307, elsewhere, [allowOrigin()]), open)],
  },
  {
    id: "redirect-back-to-page",
    title: "A plain GET is redirected back to the page's own origin, which must allow null there.",
    shows: ["redirected-elsewhere"],
    steps: [getLed(`${hosts.page}/items`, { response: answer() })],
  },
  {
    id: "redirect-back-to-page-wildcard",
    title: "A plain GET is redirected back to the page's own origin, which allows everybody.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLed(`${hosts.page}/items`, open)],
  },
  {
    id: "redirect-credentials-third-origin-wildcard",
    title: "A GET with credentials is redirected to a third origin, which allows everybody but no credentials.",
    shows: ["redirected-elsewhere"],
    steps: [
      {
        request: getWithCredentials,
        response: redirect(302, elsewhere, [allowOrigin(), allowCredentials()]),
        redirects: [open],
      },
    ],
  },
  {
    id: "redirect-credentials-same-server",
    title: "A GET with credentials is redirected on the same server, and both answers allow them.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: getWithCredentials,
        response: redirect(302, moved, [allowOrigin(), allowCredentials()]),
        redirects: [{ response: answer([allowOrigin(), allowCredentials()]) }],
      },
    ],
  },
  {
    id: "redirect-authorization-same-server",
    title: "A GET with Authorization is redirected on the same server and keeps it.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: withAuthorization,
        preflight: preflight([allowOrigin(), allowHeaders("authorization")]),
        response: redirect(307, moved, [allowOrigin()]),
        redirects: [{ preflight: preflight([allowOrigin(), allowHeaders("authorization")]), response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-authorization-third-origin",
    title: "A GET with Authorization is redirected to a third origin, loses it and needs no preflight there.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: withAuthorization,
        preflight: preflight([allowOrigin(), allowHeaders("authorization")]),
        response: redirect(307, elsewhere, [allowOrigin()]),
        redirects: [{ preflight: notFound, response: answer([anyOrigin]) }],
      },
    ],
  },
  {
    id: "redirect-custom-header-third-origin",
    title: "A GET with a header of its own is redirected to a third origin, whose preflight lists it no more.",
    shows: ["redirected-elsewhere"],
    steps: [
      {
        request: request({ headers: [["X-Api-Key", "1"]] }),
        preflight: preflight([allowOrigin(), allowHeaders("x-api-key")]),
        response: redirect(307, elsewhere, [allowOrigin()]),
        redirects: [{ preflight: preflight([anyOrigin]), response: answer([anyOrigin]) }],
      },
    ],
  },
  {
    id: "redirect-http-to-https",
    title: "A GET over http is redirected to https, which is another origin: what names the page does not allow null.",
    shows: ["redirected-elsewhere"],
    steps: [
      {
        request: request({ origin: hosts.plainPage, url: `${hosts.plainApi}/items` }),
        response: redirect(301, `${hosts.api}/items`, [allowOrigin(hosts.plainPage)]),
        redirects: [{ response: answer([allowOrigin(hosts.plainPage)]) }],
      },
    ],
  },
  {
    id: "redirect-http-to-https-wildcard",
    title: "A GET over http is redirected to https, and both answers allow everybody.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: request({ origin: hosts.plainPage, url: `${hosts.plainApi}/items` }),
        response: redirect(301, `${hosts.api}/items`, [anyOrigin]),
        redirects: [open],
      },
    ],
  },
  {
    id: "redirect-https-to-http",
    title:
      "A page over https is redirected to an http URL, as by a server that does not know of the TLS in front of it.",
    shows: ["mixed-content"],
    steps: [getLed(`${insecureHost}/items/`, { response: answer([anyOrigin]) })],
  },
  {
    id: "redirect-with-user-name",
    title: "A redirect to another origin has a user name and a password in its URL, and is not followed.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLed(`${hosts.other.replace("//", "//user:secret@")}/items`, open)],
  },
  {
    id: "redirect-to-own-scheme",
    title: "A redirect leads to an application's own scheme, and is not followed.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [getLed("my-app://items", open)],
  },
  {
    id: "redirect-without-location",
    title: "A 302 without Location leads nowhere: the script reads the 302 itself.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [{ request: request(), response: answer([allowOrigin()], 302) }],
  },
  {
    id: "redirect-stream-307",
    title: "A streamed body cannot be sent a second time: a 307 ends the request.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: stream,
        preflight: preflight([allowOrigin()]),
        response: redirect(307, `${hosts.http2}/moved`, [allowOrigin()]),
        redirects: [{ preflight: preflight([allowOrigin()]), response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-stream-303",
    title: "A streamed body is no longer needed where a 303 leads.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        request: stream,
        preflight: preflight([allowOrigin()]),
        response: redirect(303, `${hosts.http2}/moved`, [allowOrigin()]),
        redirects: [{ preflight: preflight([allowOrigin()]), response: goodAnswer }],
      },
    ],
  },
  {
    id: "redirect-img",
    title: "An image without crossorigin is redirected to a third origin without any CORS header.",
    shows: [],
    near: "redirected-elsewhere",
    steps: [
      {
        element: "img",
        request: request({ api: "element", mode: "no-cors", credentials: "include" }),
        response: redirect(302, `${hosts.other}/image`),
        redirects: [{ response: answerOf("image/svg+xml") }],
      },
    ],
  },
];
