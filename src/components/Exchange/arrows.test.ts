import { describe, expect, test } from "vitest";
import { fillIn } from "../../i18n/fillIn.ts";
import { uiStrings } from "../../i18n/strings.ts";
import { type CorsRequest, causes, type Exchange } from "../../rules/index.ts";
import { languages } from "../../site.config.ts";
import { arrowsOf } from "./arrows.ts";

const t = { ...uiStrings.en.checker, ...uiStrings.en.failures };
const request: CorsRequest = {
  origin: "https://app.example.com",
  url: "https://api.example.com/items?page=2",
  method: "PUT",
  headers: [],
  credentials: "same-origin",
  mode: "cors",
  api: "fetch",
  body: "none",
  uploadListener: false,
};
const allowed = [["Access-Control-Allow-Origin", "https://app.example.com"]] as const;
const preflight = { status: 204, headers: [...allowed, ["Access-Control-Allow-Methods", "PUT"] as const] };
const response = { status: 200, headers: [...allowed, ["Content-Type", "application/json"] as const] };

/** Each arrow as one line: its direction, its state, its label. */
function draw(exchange: Exchange): string[] {
  return arrowsOf(exchange, t).map(({ to, state, label }) => `${to === "server" ? "→" : "←"} ${state} ${label}`);
}

describe("the arrows of an exchange", () => {
  test("that goes well are all four", () => {
    expect(draw({ request, preflight, response })).toEqual([
      "→ preflight OPTIONS /items?page=2",
      "← ok 204 No Content",
      "→ plain PUT /items?page=2",
      "← ok 200 OK",
    ]);
  });

  test("without a preflight are two", () => {
    expect(draw({ request: { ...request, method: "GET" }, response })).toEqual([
      "→ plain GET /items?page=2",
      "← ok 200 OK",
    ]);
  });

  test("of a preflight that fails by its origin and its status name both, and no list besides", () => {
    const failing = (status: number) =>
      arrowsOf({ request, preflight: { status, headers: [] }, response }, t)[1]?.notes;
    const lacksOrigin = t["failure.allow-origin-missing"];
    expect(failing(404)).toEqual([lacksOrigin, fillIn(t["failure.status-not-ok"], { value: "404" })]);
    expect(failing(204)).toEqual([lacksOrigin]);
  });

  test("whose preflight fails end there, and what was never sent is drawn as such", () => {
    const exchange = { request, preflight: { status: 404, headers: allowed }, response };
    expect(draw(exchange)).toEqual([
      "→ preflight OPTIONS /items?page=2",
      "← broken 404 Not Found",
      "→ unsent PUT /items?page=2",
    ]);
    expect(arrowsOf(exchange, t).at(-1)?.notes).toEqual([t["exchange.unsent"]]);
  });

  test("whose actual answer fails break at the last one", () => {
    expect(draw({ request, preflight, response: { status: 500, headers: [] } }).at(-1)).toBe(
      "← broken 500 Internal Server Error",
    );
  });

  test("of a refused request are one, which was never sent", () => {
    expect(draw({ request: { ...request, method: "TRACE" }, preflight, response })).toEqual([
      "→ unsent TRACE /items?page=2",
    ]);
  });

  test("of an opaque answer break where the script would read it", () => {
    const exchange = { request: { ...request, method: "GET", mode: "no-cors" as const }, response };
    expect(draw(exchange)).toEqual(["→ plain GET /items?page=2", "← broken 200 OK"]);
    expect(arrowsOf(exchange, t).at(-1)?.notes).toEqual([t["exchange.unreadable"]]);
  });

  test("break where the script wants a header that is not exposed, and name it", () => {
    const counting = { status: 200, headers: [...response.headers, ["X-Total", "7"] as const] };
    const last = arrowsOf({ request, preflight, response: counting, wantedHeader: "X-Total" }, t).at(-1);
    expect(last?.state).toBe("broken");
    expect(last?.notes.join()).toContain("X-Total");
    const exposing = {
      status: 200,
      headers: [...counting.headers, ["Access-Control-Expose-Headers", "x-total"] as const],
    };
    expect(arrowsOf({ request, preflight, response: exposing, wantedHeader: "X-Total" }, t).at(-1)?.state).toBe("ok");
    expect(arrowsOf({ request, preflight, response, wantedHeader: "X-Total" }, t).at(-1)?.state).toBe("ok");
  });

  test("of what has no answer yet end there", () => {
    expect(draw({ request })).toHaveLength(1);
    expect(draw({ request, preflight })).toHaveLength(3);
  });

  test("carry the headers of CORS and no others", () => {
    const notes = arrowsOf({ request, preflight, response }, t).map((arrow) => arrow.notes);
    expect(notes[0]).toContain("Access-Control-Request-Method: PUT");
    expect(notes[3]).toEqual(["Access-Control-Allow-Origin: https://app.example.com"]);
  });

  test.each([
    ["mixed-content", { request: { ...request, url: "http://insecure.test/items" } }],
    ["local-network", { request, addressSpaces: { page: "public", server: "local", permission: "denied" } }],
    ["no-connection", { request, unreachable: "no-connection" }],
    ["certificate", { request, unreachable: "certificate" }],
  ] as const)("that ends with %s are one, which was never sent, and say why", (code, exchange) => {
    const [arrow, ...more] = arrowsOf(exchange, t);
    expect(more).toEqual([]);
    expect(arrow?.state).toBe("unsent");
    expect(arrow?.notes).toEqual([t["exchange.unsent"], t[`stopped.${code}`]]);
  });

  test("leave out a preflight for which the cache has an answer, and say so", () => {
    const earlier = [{ request, preflight, response, secondsAgo: 1 }];
    expect(draw({ request, preflight, response, earlier })).toEqual([
      "→ cached OPTIONS /items?page=2",
      "→ plain PUT /items?page=2",
      "← ok 200 OK",
    ]);
    const refusing = { status: 404, headers: [] };
    expect(draw({ request, preflight: refusing, response, earlier })[1]).toBe("← unsent 404 Not Found");
  });

  test("show an answer from the browser's HTTP cache as one that nobody was asked for", () => {
    const get = { ...request, method: "GET" };
    expect(draw({ request: get, response: { status: 200, headers: [] }, stored: true })).toEqual([
      "→ cached GET /items?page=2",
      "← broken 200 OK",
    ]);
  });

  test("end at a service worker that answers", () => {
    expect(draw({ request, serviceWorker: "answers" })).toEqual(["→ plain PUT /items?page=2", "← ok 200 OK"]);
    expect(draw({ request, preflight, response, serviceWorker: "answers-opaque" })).toEqual([
      "→ plain PUT /items?page=2",
      "← broken type: opaque",
    ]);
  });

  test("follow a redirect, with the preflight and the origin that the next hop has", () => {
    const moved = "https://other.example.com/items";
    const exchange: Exchange = {
      request,
      preflight,
      response: { status: 307, headers: [...allowed, ["Location", moved]] },
      redirects: [{ preflight: { status: 404, headers: [] } }],
    };
    expect(draw(exchange)).toEqual([
      "→ preflight OPTIONS /items?page=2",
      "← ok 204 No Content",
      "→ plain PUT /items?page=2",
      "← ok 307 Temporary Redirect",
      `→ preflight OPTIONS ${moved}`,
      "← broken 404 Not Found",
      `→ unsent PUT ${moved}`,
    ]);
    expect(arrowsOf(exchange, t)[3]?.notes).toContain(`Location: ${moved}`);
    const open = [["Access-Control-Allow-Origin", "*"]] as const;
    const got: Exchange = {
      request: { ...request, method: "GET" },
      response: { status: 302, headers: [...open, ["Location", moved]] },
      redirects: [{ response: { status: 200, headers: open } }],
    };
    expect(arrowsOf(got, t)[2]?.notes).toEqual(["Origin: null"]);
  });

  test("break at a redirect that is not followed, and say why", () => {
    const response = { status: 302, headers: [...allowed, ["Location", "my-app://items"] as const] };
    const last = arrowsOf({ request: { ...request, method: "GET" }, response }, t).at(-1);
    expect(last?.state).toBe("broken");
    expect(last?.notes).toEqual(["Location: my-app://items", t["stopped.redirect-not-http"]]);
  });

  test("have an unusual status without a phrase", () => {
    expect(draw({ request, preflight, response: { ...response, status: 299 } }).at(-1)).toBe("← ok 299");
  });
});

/** Nothing breaks in its example: it costs more preflights than its author thinks. */
const breaksNothing = new Set(["max-age-capped"]);

describe.each(languages)("in %s", (language) => {
  const words = { ...uiStrings[language].checker, ...uiStrings[language].failures };

  test.each(causes.map((cause) => [cause.id, cause] as const))(
    "%s breaks and, mended, does not, and every placeholder is filled",
    (_id, cause) => {
      const isWhole = (state: string) => state !== "broken" && state !== "unsent";
      const broken = arrowsOf(cause.example, words);
      const mended = arrowsOf(cause.mended, words);
      expect(broken.every(({ state }) => isWhole(state))).toBe(breaksNothing.has(cause.id));
      expect(mended.every(({ state }) => isWhole(state))).toBe(true);
      expect(JSON.stringify([...broken, ...mended])).not.toMatch(/\{\w+\}/);
    },
  );
});
