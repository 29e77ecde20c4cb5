import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeRuns, takeSeed } from "./seed.ts";

const printed = vi.spyOn(console, "log").mockImplementation(() => {});
beforeEach(() => {
  vi.stubEnv("PREFLIGHT_SEED", undefined);
  vi.stubEnv("PREFLIGHT_RUNS", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  printed.mockClear();
});

test.each(["0", "42", "2147483647"])("a seed that is set is taken: %s", (seed) => {
  vi.stubEnv("PREFLIGHT_SEED", seed);
  expect(takeSeed("Cases")).toBe(Number(seed));
  expect(printed.mock.calls).toEqual([[`Cases: PREFLIGHT_SEED=${seed} repeats them.`]]);
});

test("without one it is another each time, printed so that it can be set", () => {
  const seeds = Array.from({ length: 20 }, () => takeSeed("Cases"));
  expect(new Set(seeds).size).toBeGreaterThan(1);
  expect(printed.mock.calls).toEqual(seeds.map((seed) => [`Cases: PREFLIGHT_SEED=${seed} repeats them.`]));
  for (const seed of seeds) {
    vi.stubEnv("PREFLIGHT_SEED", String(seed));
    expect(takeSeed("Cases")).toBe(seed);
  }
});

test.each(["", "abc", "-1", "1.5", "1e3", "0x10", " 1", "2147483648", "99999999999"])(
  "a seed that is none is refused, and what to do is said: %j",
  (seed) => {
    vi.stubEnv("PREFLIGHT_SEED", seed);
    expect(() => takeSeed("Cases")).toThrow(
      `PREFLIGHT_SEED is "${seed}", which is no whole number from 0 to 2147483647`,
    );
    expect(() => takeSeed("Cases")).toThrow("→ Set it to one, such as a run before has printed, or leave it out.");
    expect(printed).not.toHaveBeenCalled();
  },
);

test("a number of runs is taken where it is one, and is the usual one where none is set", () => {
  expect(takeRuns(1000)).toBe(1000);
  vi.stubEnv("PREFLIGHT_RUNS", "20000");
  expect(takeRuns(1000)).toBe(20_000);
});

test.each(["", "0", "many", "1000001"])("a number of runs that is none is refused: %j", (runs) => {
  vi.stubEnv("PREFLIGHT_RUNS", runs);
  expect(() => takeRuns(1000)).toThrow(`PREFLIGHT_RUNS is "${runs}", which is no whole number from 1 to 1000000`);
});
