import { expect, test } from "vitest";
import type { Exchange } from "../rules/index.ts";
import { scenariosPlaying } from "./find.ts";
import type { Scenario, Step } from "./types.ts";

const request: Exchange["request"] = {
  origin: "https://app.example.com",
  url: "https://api.example.com/items",
  method: "PUT",
  headers: [],
  credentials: "same-origin",
  mode: "cors",
  api: "fetch",
  body: "none",
  uploadListener: false,
};
const refused: Exchange = { request, preflight: { status: 404, headers: [] } };
const scenario = (id: string, ...steps: [Step, ...Step[]]): Scenario => ({ id, title: "A.", shows: [], steps });
const idsOf = (exchange: Exchange, among: readonly Scenario[]) => scenariosPlaying(exchange, among).map(({ id }) => id);

test("the scenarios that play an exchange come with the one first that says least besides it", () => {
  const list = [
    scenario("after-another", refused, { ...refused, response: { status: 200, headers: [] } }),
    scenario("with-an-answer", { ...refused, response: { status: 200, headers: [] } }),
    scenario("exactly", refused),
    scenario("another-status", { request, preflight: { status: 405, headers: [] } }),
  ];
  expect(idsOf(refused, list)).toEqual(["exactly", "with-an-answer", "after-another"]);
});

test("an exchange that follows another is played by what has both", () => {
  const list = [scenario("one", refused), scenario("two", refused, { ...refused, secondsAfter: 2 })];
  const after = (secondsAgo: number): Exchange => ({ ...refused, earlier: [{ ...refused, secondsAgo }] });
  expect(idsOf(after(2), list)).toEqual(["two"]);
  expect(idsOf(after(3), list)).toEqual([]);
});
