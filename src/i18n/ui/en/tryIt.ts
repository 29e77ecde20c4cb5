/** What is said where a reader's own browser tries a request: loaded where the site has a lab, and nowhere else. */
export const tryIt = {
  button: "Try it in this browser",
  note: "Sends a request like this one to {lab}, without its URL and without anything that looks like a secret.",
  asking: "Asking the test server…",
  permission:
    "The test server is on your own machine or network, so the browser may first ask you whether this page may reach it, as Chrome does. Without that permission nothing is sent.",
  same: "This browser did what the rules say",
  other: "This browser did not do what the rules say",
  "other.why":
    "The rules may be wrong here, this browser’s version may not be the one that was observed, or something such as an extension may have changed the request.",
  "compared.rules": "By the rules for {name}",
  "compared.standard": "By the standard, as this browser’s engine is not known",
  "compared.seen": "In this browser",
  arrived: "What arrived",
  "result.passed": "the script gets the answer ({status})",
  "result.opaque": "the answer is opaque to the script",
  "result.blocked": "the script gets no answer",
  "preflight.sent": "with a preflight",
  "preflight.none": "without a preflight",
  "preflight.unknown": "whether there was a preflight cannot be told",
  about:
    "It went from {origin} to {lab}, which stood in for the page and the server. Where no answer was filled in, the minimum that passes was sent.",
  report: "Report this difference",
  obstacle: "This cannot be tried here",
  "obstacle.scenario":
    "It takes more than one page and one server: a cache, a service worker, an HTML element, a private network or a server that cannot be reached.",
  "obstacle.api": "Only `fetch()` and XMLHttpRequest tell their script what came of a request.",
  "obstacle.stream": "A stream as the body needs HTTP/2, which the test server does not speak.",
  "obstacle.not-http": "CORS is only about `http:` and `https:` URLs.",
  "obstacle.opaque-origin": "The request’s origin is `null`, but this page’s is not.",
  "obstacle.same-origin":
    "The request stays within its origin, so no CORS check is made; the test server is another origin.",
  "obstacle.unsent": "The browser does not send such a request, so there is nothing for the test server to answer.",
  "obstacle.lab-insecure":
    "This page was loaded over HTTPS, so the browser does not let it reach {lab}, which has no HTTPS.",
  "obstacle.redirect":
    "The answer redirects to another origin, or too often; the test server only redirects to itself.",
  "obstacle.answer":
    "The test server cannot give such an answer: a status, a header or the length as a whole is out of its bounds.",
  unreachable: "The test server does not answer",
  "unreachable.why":
    "{lab} cannot be reached from this page, or something else answers there. It may be down, or an extension or a refused permission may keep this browser from it. This says nothing about the request.",
  "unreachable.start": "This starts it: `npm run lab -- --port {port}`",
  late: "No answer came in time",
  "late.why": "This says nothing about the request. Try it again.",
  failed: "The part that tries requests could not be loaded. Try again.",
  "list.separator": ", ",
} as const;
