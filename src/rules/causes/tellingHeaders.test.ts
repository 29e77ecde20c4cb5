import { expect, test } from "vitest";
import { exchangeOf, scenarios } from "../../scenarios/index.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { CorsResponse } from "../types.ts";
import { findCauses } from "./index.ts";
import { isTellingHeader } from "./tellingHeaders.ts";

const cut = (response: CorsResponse | undefined) =>
  response && { ...response, headers: response.headers.filter(([name]) => isTellingHeader(name)) };

test.each(["set-cookie", "x-request-id", "date", "www-authenticate"])("%s tells nothing", (name) => {
  expect(isTellingHeader(name)).toBe(false);
});

test("without the others, every scenario shows the same causes", () => {
  const found = (exchange: Exchange) => findCauses(exchange).map(({ id }) => id);
  const differing = scenarios.filter((scenario) => {
    const { wantedHeader: _, ...exchange } = exchangeOf(scenario);
    const [preflight, response] = [cut(exchange.preflight), cut(exchange.response)];
    const less = { ...exchange, ...(preflight && { preflight }), ...(response && { response }) };
    return found(exchange).join() !== found(less).join();
  });
  expect(differing.map(({ id }) => id)).toEqual([]);
});
