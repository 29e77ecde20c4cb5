import { describe, expect, test } from "vitest";
import { type CorsRequest, differences, engines } from "../../rules/index.ts";
import { exchangeOf, scenarios } from "../../scenarios/index.ts";
import { enginesThatDiffer } from "./perEngine.ts";
import { defaultState, toRequest } from "./state.ts";

const ask = (changes: Partial<CorsRequest>): CorsRequest => ({ ...toRequest(defaultState), ...changes });

describe("where an engine differs for a request it is named, with what it does otherwise", () => {
  test("not for the request that the form holds at first", () => {
    expect(enginesThatDiffer(ask({}))).toEqual([]);
  });

  test("Firefox sends a stream as text, Safari sends none", () => {
    expect(enginesThatDiffer(ask({ method: "POST", headers: [], body: "stream" }))).toEqual([
      { engine: "firefox", verdict: "no-preflight", differences: ["stream-sent-as-text"] },
      { engine: "webkit", verdict: "refused", differences: ["streams-refused"] },
    ]);
  });

  test("Firefox has a repeated name twice in the preflight, which is sent all the same", () => {
    const headers = [
      ["X-A", "1"],
      ["X-A", "2"],
    ] as const;
    expect(enginesThatDiffer(ask({ headers }))).toEqual([
      { engine: "firefox", verdict: "preflight", differences: ["names-repeated"] },
    ]);
  });

  test("an engine blames only its own differences, in every scenario", () => {
    for (const scenario of scenarios) {
      for (const { engine, differences: ids } of enginesThatDiffer(exchangeOf(scenario).request)) {
        expect(engines).toContain(engine);
        const ofEngine = differences.filter(({ engines: of }) => of.includes(engine)).map(({ id }) => id);
        expect(ofEngine).toEqual(expect.arrayContaining(ids));
      }
    }
  });
});
