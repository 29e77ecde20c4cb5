import { describe, expect, test } from "vitest";
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

  test("have an unusual status without a phrase", () => {
    expect(draw({ request, preflight, response: { ...response, status: 299 } }).at(-1)).toBe("← ok 299");
  });
});

describe.each(languages)("in %s", (language) => {
  const words = { ...uiStrings[language].checker, ...uiStrings[language].failures };

  test.each(causes.map((cause) => [cause.id, cause] as const))(
    "%s breaks and, mended, does not, and every placeholder is filled",
    (_id, cause) => {
      const isWhole = (state: string) => state !== "broken" && state !== "unsent";
      const broken = arrowsOf(cause.example, words);
      const mended = arrowsOf(cause.mended, words);
      expect(broken.every(({ state }) => isWhole(state))).toBe(false);
      expect(mended.every(({ state }) => isWhole(state))).toBe(true);
      expect(JSON.stringify([...broken, ...mended])).not.toMatch(/\{\w+\}/);
    },
  );
});
