import {
  allowOrigin,
  answer,
  anyOrigin,
  goodPreflight,
  postText,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsResponse, Exchange } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario } from "./types.ts";

/** A PUT whose preflight passes. */
function putAnswered(response: CorsResponse): Exchange {
  return { request: putJson, preflight: goodPreflight, response };
}

/** The answer to the actual request. */
export const actualAnswers: readonly Scenario[] = [
  {
    id: "put-answer-without-cors-headers",
    title: "The preflight passes, and the answer to the PUT has no Allow-Origin.",
    shows: ["response-lacks-headers"],
    steps: [putAnswered(answer())],
  },
  {
    id: "put-answer-204-without-cors-headers",
    title: "The preflight passes, and the PUT is answered with 204 and without Allow-Origin.",
    shows: ["response-lacks-headers"],
    steps: [putAnswered(preflight())],
  },
  {
    id: "delete-answer-without-cors-headers",
    title: "The preflight of a DELETE passes, and its answer has Allow-Methods but no Allow-Origin.",
    shows: ["response-lacks-headers"],
    steps: [
      {
        request: request({ method: "DELETE" }),
        preflight: preflight([allowOrigin(), ["Access-Control-Allow-Methods", "DELETE"]]),
        response: answer([["Access-Control-Allow-Methods", "DELETE"]]),
      },
    ],
  },
  {
    id: "put-answer-only-allow-origin",
    title: "The answer to the PUT needs nothing but Allow-Origin.",
    shows: [],
    near: "response-lacks-headers",
    steps: [putAnswered(answer([allowOrigin()]))],
  },
  {
    id: "put-answer-wildcard",
    title: "The preflight names the page's origin, and the answer to the PUT has *.",
    shows: [],
    near: "response-lacks-headers",
    steps: [putAnswered(answer([anyOrigin]))],
  },
  {
    id: "put-answer-204-with-cors-headers",
    title: "The PUT is answered with 204 and Allow-Origin.",
    shows: [],
    near: "response-lacks-headers",
    steps: [putAnswered(preflight([allowOrigin()]))],
  },
  {
    id: "put-answer-other-origin",
    title: "The preflight passes, and the answer to the PUT allows another site only.",
    shows: ["allow-origin-mismatch"],
    steps: [putAnswered(answer([allowOrigin(hosts.other)]))],
  },
  {
    id: "put-answer-401-without-cors-headers",
    title: "The preflight passes, and the PUT is refused with a 401 without CORS headers.",
    shows: ["error-without-cors-headers"],
    steps: [putAnswered(answer([["WWW-Authenticate", "Bearer"]], 401))],
  },
  {
    id: "put-answer-404-without-cors-headers",
    title: "The preflight passes, and the PUT is answered with a 404 without CORS headers.",
    shows: ["error-without-cors-headers"],
    steps: [putAnswered(answer([], 404))],
  },
  {
    id: "put-answer-500-without-cors-headers",
    title: "The preflight passes, and the server fails at the PUT with a 500 without CORS headers.",
    shows: ["error-without-cors-headers"],
    steps: [putAnswered(answer([], 500))],
  },
  {
    id: "get-answer-404-without-cors-headers",
    title: "A plain GET of a URL that is not there is answered with a 404 without CORS headers.",
    shows: ["error-without-cors-headers"],
    steps: [{ request: request(), response: answer([], 404) }],
  },
  {
    id: "post-answer-413-without-cors-headers",
    title: "A proxy refuses a POST that is too large with a 413 without CORS headers.",
    shows: ["error-without-cors-headers"],
    steps: [{ request: postText, response: answer([], 413) }],
  },
  {
    id: "get-answer-502-without-cors-headers",
    title: "A gateway answers a plain GET with a 502 without CORS headers.",
    shows: ["error-without-cors-headers"],
    steps: [{ request: request(), response: answer([], 502) }],
  },
  {
    id: "put-answer-401-with-cors-headers",
    title: "The PUT is refused with a 401 that carries Allow-Origin.",
    shows: [],
    near: "error-without-cors-headers",
    steps: [putAnswered(answer([allowOrigin(), ["WWW-Authenticate", "Bearer"]], 401))],
  },
  {
    id: "get-answer-404-with-cors-headers",
    title: "A plain GET is answered with a 404 that carries Allow-Origin.",
    shows: [],
    near: "error-without-cors-headers",
    steps: [{ request: request(), response: answer([allowOrigin()], 404) }],
  },
  {
    id: "get-answer-503-with-cors-headers",
    title: "A plain GET is answered with a 503 that carries Allow-Origin.",
    shows: [],
    near: "preflight-server-error",
    steps: [{ request: request(), response: answer([allowOrigin()], 503) }],
  },
  {
    id: "get-answer-500-other-origin",
    title: "A 500 carries another site's origin in Allow-Origin.",
    shows: ["allow-origin-mismatch"],
    steps: [{ request: request(), response: answer([allowOrigin(hosts.other)], 500) }],
  },
  {
    id: "head-answer-without-cors-headers",
    title: "A HEAD is answered without Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: request({ method: "HEAD" }), response: answer() }],
  },
  {
    id: "head-answer-with-cors-headers",
    title: "A HEAD is answered with Allow-Origin.",
    shows: [],
    near: "allow-origin-missing",
    steps: [{ request: request({ method: "HEAD" }), response: answer([allowOrigin()]) }],
  },
  {
    id: "post-answer-without-cors-headers",
    title: "A POST of text reaches the server and is carried out, and its answer has no Allow-Origin.",
    shows: ["allow-origin-missing"],
    steps: [{ request: postText, response: answer([], 201) }],
  },
];
