import { beforeEach, describe, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

/** Reads the configuration as a build with these variables would. */
async function siteWith(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return (await import("./site.config.ts")).site;
}

describe("SITE_URL", () => {
  test.each([
    ["https://guide.example", "https://guide.example"],
    ["https://guide.example/", "https://guide.example"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ])("%s is taken as %s", async (value, url) => {
    expect((await siteWith({ SITE_URL: value })).url).toBe(url);
  });

  test.each(["guide.example", "ftp://guide.example", "https://guide.example/docs/", "https://", ""])(
    "%j is refused with what to write instead",
    async (value) => {
      await expect(siteWith({ SITE_URL: value })).rejects.toThrow(
        `SITE_URL is "${value}", which is not an http(s) origin.\nSet it to scheme and host only, such as https://guide.example`,
      );
    },
  );
});

describe("BASE_PATH", () => {
  test.each([
    ["/", "/"],
    ["/guide/", "/guide/"],
    ["/guide", "/guide/"],
    ["/a/b.c/d-e", "/a/b.c/d-e/"],
  ])("%s is taken as %s", async (value, base) => {
    expect((await siteWith({ BASE_PATH: value })).base).toBe(base);
  });

  // The last one would keep a careless pattern busy for years.
  test.each(["guide", "guide/", "//guide/", "/a b/", "/guide/?x", "https://guide.example/", "", `/${"a".repeat(60)}!`])(
    "%j is refused with what to write instead",
    async (value) => {
      await expect(siteWith({ BASE_PATH: value })).rejects.toThrow(
        `BASE_PATH is "${value}", which is not a path from the root.\nSet it to "/" or to a path that starts with a slash`,
      );
    },
  );
});
