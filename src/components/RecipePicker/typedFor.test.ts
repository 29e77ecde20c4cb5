import { expect, test } from "vitest";
import { readParams } from "../../generator/params.ts";
import { presets } from "../Checker/presets.ts";
import { type CheckerState, defaultState } from "../Checker/state.ts";
import { typedFor } from "./typedFor.ts";

const typed = (differs: Partial<CheckerState>) => typedFor({ ...defaultState, ...differs });

test("what the checker holds at first", () => {
  expect(typedFor(defaultState)).toEqual({
    origins: "https://app.example.com",
    methods: "PUT",
    headers: "Content-Type, Authorization",
    credentials: false,
    maxAge: "600",
  });
});

test("only the names that need listing are listed, as their author wrote them", () => {
  const headers = [
    ["Accept", "application/json"],
    ["X-Mine", "1"],
    ["x-mine", "2"],
    ["Range", "bytes=0-9"],
    ["", ""],
  ] as const;
  expect(typed({ contentType: "text/plain", headers }).headers).toBe("X-Mine, x-mine");
  expect(readParams(typed({ contentType: "text/plain", headers })).params?.headers).toEqual(["X-Mine"]);
});

test("a request without such names leaves the one that a JSON API needs", () => {
  expect(typed({ contentType: "", headers: [] }).headers).toBe("Content-Type");
});

test("credentials are those of the mode include alone", () => {
  expect(typed({ credentials: "include" }).credentials).toBe(true);
  expect(typed({ credentials: "omit" }).credentials).toBe(false);
  expect(typed({ api: "beacon" }).credentials).toBe(true);
});

test("the method is that which is sent", () => {
  expect(typed({ api: "beacon", method: "PUT" }).methods).toBe("POST");
  expect(typed({ method: "" }).methods).toBe("GET");
});

test("max-age is what was kept", () => {
  expect(typedFor(defaultState, "5").maxAge).toBe("5");
});

test("every preset of the checker can be filled in", () => {
  for (const preset of Object.values(presets)) expect(readParams(typedFor(preset)).problems).toEqual([]);
});

test("what is no origin or method is left for the recipe to name", () => {
  expect(readParams(typed({ origin: "null", method: "P(UT" })).problems.map(({ code }) => code)).toEqual([
    "origin-null",
    "method-malformed",
  ]);
});
