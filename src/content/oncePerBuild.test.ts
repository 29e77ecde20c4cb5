import { afterEach, expect, test, vi } from "vitest";
import { oncePerBuild } from "./oncePerBuild.ts";

afterEach(() => vi.unstubAllEnvs());

test("a build looks once for each key, even where there is nothing to find", () => {
  vi.stubEnv("DEV", false);
  const look = vi.fn((key: string) => (key === "en" ? "found" : undefined));
  const remembered = oncePerBuild(look);
  expect(["en", "ja", "en", "ja"].map((key) => remembered(key))).toEqual(["found", undefined, "found", undefined]);
  expect(look.mock.calls).toEqual([["en"], ["ja"]]);
});

test("a look-up for all needs no key", () => {
  vi.stubEnv("DEV", false);
  const look = vi.fn(() => "all");
  const remembered = oncePerBuild(look);
  expect([remembered(), remembered()]).toEqual(["all", "all"]);
  expect(look).toHaveBeenCalledOnce();
});

test("while authors write, each look-up sees the content as it is now", () => {
  vi.stubEnv("DEV", true);
  let title = "before";
  const remembered = oncePerBuild((language: string) => `${title} ${language}`);
  expect(remembered("en")).toBe("before en");
  title = "after";
  expect(remembered("en")).toBe("after en");
});
