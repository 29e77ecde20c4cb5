import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  anyOrigin,
  goodAnswer,
  goodPreflight,
  granted,
  maxAge,
  notFound,
  preflight,
  putJson,
  request,
} from "../rules/examples/index.ts";
import type { CorsRequest, CorsResponse, HeaderLine } from "../rules/index.ts";
import { hosts } from "./hosts.ts";
import type { Scenario, Step } from "./types.ts";

const deleteItem = request({ method: "DELETE" });
const putWithCredentials: CorsRequest = { ...putJson, credentials: "include" };
const answerWithCredentials = answer([allowOrigin(), allowCredentials()]);

/** A GET with headers of its own, each of which must be listed. */
const withNames = (...names: string[]) => request({ headers: names.map((name): HeaderLine => [name, "1"]) });

/** An answer with more lines than it had. */
const adding = ({ status, headers }: CorsResponse, ...lines: HeaderLine[]): CorsResponse => ({
  status,
  headers: [...headers, ...lines],
});

/** A PUT whose preflight passes, with these lines on the preflight's answer. */
const putAllowed = (...lines: HeaderLine[]): Step => ({
  request: putJson,
  preflight: adding(goodPreflight, ...lines),
  response: goodAnswer,
});
/** The same PUT, to a server that has meanwhile lost its route for OPTIONS. */
const putNotRouted: Step = { request: putJson, preflight: notFound, response: goodAnswer };

/** A GET whose preflight lists just the names that it has, for ten minutes. */
const namesAllowed = (...names: string[]): Step => ({
  request: withNames(...names),
  preflight: preflight([allowOrigin(), allowHeaders(names.join(", ")), maxAge("600")]),
  response: goodAnswer,
});

/** A PUT with credentials, whose preflight allows them for ten minutes. */
const credentialedPutAllowed: Step = {
  request: putWithCredentials,
  preflight: adding(goodPreflight, allowCredentials(), maxAge("600")),
  response: answerWithCredentials,
};

const headAllowed: Step = { ...namesAllowed("X-A"), request: { ...withNames("X-A"), method: "HEAD" } };

const longUrl = `${hosts.api}/items?filter=${"a".repeat(1024)}`;
const longPutAllowed: Step = { ...putAllowed(maxAge("600")), request: { ...putJson, url: longUrl } };
const opaquePutAllowed: Step = {
  request: { ...putJson, origin: "null" },
  preflight: preflight([anyOrigin, allowMethods("PUT"), allowHeaders("content-type"), maxAge("600")]),
  response: answer([anyOrigin]),
};

/** A POST of text whose listener on `xhr.upload` causes a preflight, answered with these lines. */
const watchedUploadAllowed = (...lines: HeaderLine[]): Step => ({
  request: request({ api: "xhr", method: "POST", body: "text", uploadListener: true }),
  preflight: preflight([allowOrigin(), maxAge("600"), ...lines]),
  response: goodAnswer,
});

/** The cache of answers to preflights: how long they hold, and for what. */
export const preflightCache: readonly Scenario[] = [
  {
    id: "cached-server-unchanged",
    title: "The preflight's answer holds for ten minutes, and the second PUT asks no more.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), putAllowed(maxAge("600"))],
  },
  {
    id: "cached-options-404",
    title: "The server loses its route for OPTIONS, and the browser does not ask because it has an answer from before.",
    shows: ["preflight-cached"],
    steps: [putAllowed(maxAge("600")), putNotRouted],
  },
  {
    id: "cached-method-no-longer-listed",
    title: "The server lists PUT no more, and the browser does not ask because it has an answer from before.",
    shows: ["preflight-cached"],
    steps: [
      putAllowed(maxAge("600")),
      {
        request: putJson,
        preflight: preflight([allowOrigin(), allowMethods("GET"), allowHeaders("content-type")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "cached-header-no-longer-listed",
    title: "The server lists X-A no more, and the browser does not ask because it has an answer from before.",
    shows: ["preflight-cached"],
    steps: [
      namesAllowed("X-A"),
      { request: withNames("X-A"), preflight: preflight([allowOrigin()]), response: goodAnswer },
    ],
  },
  {
    id: "cached-by-default",
    title: "An answer without Max-Age holds for five seconds: a second PUT right after it does not ask.",
    shows: ["preflight-cached"],
    steps: [putAllowed(), putNotRouted],
  },
  {
    id: "cached-by-default-expired",
    title: "An answer without Max-Age holds for five seconds: a second PUT six seconds later asks again.",
    shows: ["options-not-routed"],
    steps: [putAllowed(), { ...putNotRouted, secondsAfter: 6 }],
  },
  {
    id: "cached-for-two-seconds-expired",
    title: "An answer with a Max-Age of two seconds has expired after three.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("2")), { ...putAllowed(maxAge("2")), secondsAfter: 3 }],
  },
  {
    id: "cached-for-zero-seconds",
    title: "With a Max-Age of 0 the second PUT asks again, and the server has lost its route for OPTIONS.",
    shows: ["options-not-routed"],
    steps: [putAllowed(maxAge("0")), putNotRouted],
  },
  {
    id: "cached-max-age-negative",
    title: "A Max-Age of -1 is none; engines differ in what they make of it.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("-1")), putAllowed(maxAge("-1"))],
  },
  {
    id: "cached-max-age-junk",
    title: "A Max-Age of ten minutes in words is none; engines differ in what they make of it.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("10m")), putAllowed(maxAge("10m"))],
  },
  {
    id: "cached-max-age-signed",
    title: "A Max-Age of +600 is none; engines differ in what they make of it.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("+600")), putAllowed(maxAge("+600"))],
  },
  {
    id: "cached-max-age-twice",
    title: "Two lines Max-Age are none; engines differ in what they make of them.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600"), maxAge("600")), putAllowed(maxAge("600"), maxAge("600"))],
  },
  {
    id: "cached-other-method",
    title: "The answer to a PUT's preflight does not hold for a DELETE of the same URL, which asks for itself.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), granted(deleteItem)],
  },
  {
    id: "cached-other-method-not-routed",
    title: "The server loses its route for OPTIONS between a PUT and a DELETE.",
    shows: ["options-not-routed"],
    steps: [putAllowed(maxAge("600")), { request: deleteItem, preflight: notFound, response: goodAnswer }],
  },
  {
    id: "cached-both-methods",
    title: "The answer to a PUT's preflight lists DELETE too, and the DELETE asks no more.",
    shows: [],
    near: "preflight-cached",
    steps: [
      {
        request: putJson,
        preflight: preflight([allowOrigin(), allowMethods("PUT, DELETE"), allowHeaders("content-type"), maxAge("600")]),
        response: goodAnswer,
      },
      granted(deleteItem),
    ],
  },
  {
    id: "cached-wildcard-method",
    title: "The answer to a PUT's preflight has * for methods, which stands for a DELETE, too.",
    shows: [],
    near: "preflight-cached",
    steps: [
      {
        request: putJson,
        preflight: preflight([anyOrigin, allowMethods("*"), allowHeaders("*"), maxAge("600")]),
        response: answer([anyOrigin]),
      },
      granted(deleteItem),
    ],
  },
  {
    id: "cached-other-header",
    title: "An answer that lists X-A does not hold for a request with X-B, which asks for itself.",
    shows: [],
    near: "preflight-cached",
    steps: [namesAllowed("X-A"), namesAllowed("X-B")],
  },
  {
    id: "cached-other-header-no-longer-listed",
    title: "An answer that lists X-A does not hold for a request with X-A and X-B, and the server lists X-B no more.",
    shows: ["header-not-allowed"],
    steps: [
      namesAllowed("X-A"),
      {
        request: withNames("X-A", "X-B"),
        preflight: preflight([allowOrigin(), allowHeaders("X-A")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "cached-fewer-headers",
    title: "An answer that lists X-A and X-B holds for a request that has X-A only.",
    shows: [],
    near: "preflight-cached",
    steps: [namesAllowed("X-A", "X-B"), namesAllowed("X-A")],
  },
  {
    id: "cached-two-answers-together",
    title: "One answer lists X-A, another X-B: together they hold for a request with both; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [namesAllowed("X-A"), namesAllowed("X-B"), namesAllowed("X-A", "X-B")],
  },
  {
    id: "cached-first-header-again",
    title: "A request with X-A, one with X-B, and X-A again: engines differ in whether the last asks.",
    shows: [],
    near: "preflight-cached",
    steps: [namesAllowed("X-A"), namesAllowed("X-B"), namesAllowed("X-A")],
  },
  {
    id: "cached-other-query",
    title: "An answer holds for its URL only: with another query, the PUT asks for itself.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), granted({ ...putJson, url: `${hosts.api}/items?page=2` })],
  },
  {
    id: "cached-other-path-not-routed",
    title: "An answer holds for its URL only: another path asks for itself, and has no route for OPTIONS.",
    shows: ["options-not-routed"],
    steps: [putAllowed(maxAge("600")), { ...putNotRouted, request: { ...putJson, url: `${hosts.api}/other` } }],
  },
  {
    id: "cached-other-fragment",
    title: "A fragment, which is never sent, counts in the cache: with another one, the PUT asks for itself.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), granted({ ...putJson, url: `${hosts.api}/items#top` })],
  },
  {
    id: "cached-long-url",
    title: "An answer for a URL of more than 1024 characters is kept; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [longPutAllowed, longPutAllowed],
  },
  {
    id: "cached-null-origin",
    title: "A sandboxed frame's preflight is kept; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [opaquePutAllowed, opaquePutAllowed],
  },
  {
    id: "cached-credentials-after-none",
    title: "An answer to a request without credentials does not hold for one with credentials.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), credentialedPutAllowed],
  },
  {
    id: "cached-credentials-after-none-not-allowed",
    title: "A PUT with credentials asks for itself, and the server does not allow them.",
    shows: ["allow-credentials-missing"],
    steps: [
      putAllowed(maxAge("600")),
      { request: putWithCredentials, preflight: goodPreflight, response: answerWithCredentials },
    ],
  },
  {
    id: "cached-none-after-credentials",
    title: "An answer to a request with credentials holds for one without; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [credentialedPutAllowed, putAllowed(maxAge("600"))],
  },
  {
    id: "cached-wildcard-header",
    title: "An answer that has * for headers holds for a header that was not asked for; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [
      {
        request: withNames("X-A"),
        preflight: preflight([allowOrigin(), allowHeaders("*"), maxAge("600")]),
        response: goodAnswer,
      },
      namesAllowed("X-B"),
    ],
  },
  {
    id: "cached-wildcard-with-credentials",
    title: "An answer that has * for methods, given for credentials, holds for a DELETE with them; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [
      {
        request: putWithCredentials,
        preflight: preflight([
          allowOrigin(),
          allowCredentials(),
          allowMethods("PUT, *"),
          allowHeaders("content-type"),
          maxAge("600"),
        ]),
        response: answerWithCredentials,
      },
      granted({ ...deleteItem, credentials: "include" }),
    ],
  },
  {
    id: "cached-wildcard-authorization",
    title: "An answer that has * for headers does not hold for Authorization; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [
      {
        request: withNames("X-A"),
        preflight: preflight([allowOrigin(), allowHeaders("*"), maxAge("600")]),
        response: goodAnswer,
      },
      granted(request({ headers: [["Authorization", "Bearer token"]] })),
    ],
  },
  {
    id: "cached-head",
    title: "An answer to a HEAD with a header of its own holds for the next HEAD; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [headAllowed, headAllowed],
  },
  {
    id: "cached-upload-listener",
    title: "An answer to the preflight that a listener on xhr.upload causes holds for the next upload.",
    shows: [],
    near: "preflight-cached",
    steps: [watchedUploadAllowed(), watchedUploadAllowed()],
  },
  {
    id: "cached-upload-listener-other-method",
    title: "An answer that lists PUT does not hold for the next upload by POST; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [watchedUploadAllowed(allowMethods("PUT")), watchedUploadAllowed(allowMethods("PUT"))],
  },
  {
    id: "cached-ended-by-zero",
    title: "A later answer with a Max-Age of 0 ends what it lists again; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [
      putAllowed(maxAge("600")),
      {
        request: deleteItem,
        preflight: preflight([allowOrigin(), allowMethods("PUT, DELETE"), allowHeaders("content-type"), maxAge("0")]),
        response: goodAnswer,
      },
      putAllowed(),
    ],
  },
  {
    id: "cached-xhr-after-fetch",
    title: "An answer to the preflight of fetch() holds for an XMLHttpRequest of the same page.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), granted({ ...putJson, api: "xhr" })],
  },
  {
    id: "cached-failure-is-not",
    title: "A preflight that failed is not kept: the second PUT asks again, and the server has been mended.",
    shows: [],
    near: "preflight-cached",
    steps: [putNotRouted, putAllowed()],
  },
  {
    id: "cached-refusal-is-not",
    title:
      "A preflight that lists the header and not the method fails and is not kept, even for a GET; engines differ.",
    shows: [],
    near: "preflight-cached",
    steps: [
      {
        request: { ...withNames("X-A"), method: "PUT" },
        preflight: preflight([allowOrigin(), allowHeaders("X-A"), maxAge("600")]),
        response: goodAnswer,
      },
      namesAllowed("X-A"),
    ],
  },
  {
    id: "cached-cleared-by-failing-answer",
    title: "The answer to a PUT that asked no preflight lacks Allow-Origin, and the PUT after it asks again.",
    shows: [],
    near: "preflight-cached",
    steps: [putAllowed(maxAge("600")), { ...putAllowed(maxAge("600")), response: answer() }, putAllowed(maxAge("600"))],
  },
  {
    id: "max-age-of-a-day",
    title: "The preflight's answer is to hold for a day, and browsers cut that short.",
    shows: ["max-age-capped"],
    steps: [putAllowed(maxAge("86400"))],
  },
  {
    id: "max-age-of-a-year",
    title: "The preflight's answer is to hold for a year, and browsers cut that short.",
    shows: ["max-age-capped"],
    steps: [putAllowed(maxAge("31536000"))],
  },
  {
    id: "max-age-one-second-over",
    title: "The preflight's answer is to hold for one second over two hours.",
    shows: ["max-age-capped"],
    steps: [
      {
        request: withNames("X-A"),
        preflight: preflight([allowOrigin(), allowHeaders("X-A"), maxAge("7201")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "max-age-of-two-hours",
    title: "The preflight's answer is to hold for two hours.",
    shows: [],
    near: "max-age-capped",
    steps: [putAllowed(maxAge("7200"))],
  },
  {
    id: "max-age-of-ten-minutes",
    title: "The preflight's answer is to hold for ten minutes, which every browser keeps to.",
    shows: [],
    near: "max-age-capped",
    steps: [putAllowed(maxAge("600"))],
  },
  {
    id: "max-age-on-the-answer",
    title: "Max-Age stands on the answer to the PUT, where nobody reads it.",
    shows: [],
    near: "max-age-capped",
    steps: [{ ...putAllowed(), response: answer([allowOrigin(), maxAge("86400")]) }],
  },
  {
    id: "max-age-on-failing-preflight",
    title: "A preflight that fails is to hold for a day.",
    shows: ["method-not-allowed"],
    steps: [
      {
        request: putJson,
        preflight: preflight([allowOrigin(), allowHeaders("content-type"), maxAge("86400")]),
        response: goodAnswer,
      },
    ],
  },
];
