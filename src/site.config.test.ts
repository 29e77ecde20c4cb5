import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function siteWith(name: string, value: string) {
  vi.resetModules();
  vi.stubEnv(name, value);
  return (await import("./site.config.ts")).site;
}

test.each([
  ["https://guide.example", "https://guide.example"],
  ["https://guide.example/", "https://guide.example"],
  ["http://localhost:8080", "http://localhost:8080"],
  ["https://[::1]:8443", "https://[::1]:8443"],
  ["https://預檢.example", "https://xn--kgw128g.example"],
])("%s is where a site is served from", async (value, url) => {
  expect((await siteWith("SITE_URL", value)).url).toBe(url);
});

test.each([
  'https://a"b',
  "https://a'b.example",
  "https://a{b}.example",
  "https://a,b",
  "https://user:password@guide.example",
  "https://guide.example?query",
  "https://guide.example#part",
  "https://guide.example/path",
  "ftp://guide.example",
  "guide.example",
  "https://",
  "",
])("%s is not, and the error says what is", async (value) => {
  await expect(siteWith("SITE_URL", value)).rejects.toThrow(
    `SITE_URL is "${value}", which is not an http(s) origin.\nSet it to scheme and host only, such as https://guide.example`,
  );
});

test.each([
  ["/", "/"],
  ["/cors", "/cors/"],
  ["/a/b.c/", "/a/b.c/"],
])("%s is a path to serve it below", async (value, base) => {
  expect((await siteWith("BASE_PATH", value)).base).toBe(base);
});

test.each(["cors", "/a b/", "//evil.example/", '/a"b/', "/%2e/"])(
  "%s is not, and the error says what is",
  async (value) => {
    await expect(siteWith("BASE_PATH", value)).rejects.toThrow(
      /^BASE_PATH is ".*", which is not a path from the root\.\n/,
    );
  },
);

test("a lab is an origin, too, and by default there is none", async () => {
  expect((await siteWith("LAB_URL", "")).lab).toBeNull();
  expect((await siteWith("LAB_URL", "http://127.0.0.1:4400/")).lab).toBe("http://127.0.0.1:4400");
});

test.each(["127.0.0.1:4400", "https://lab.example/try", "https://lab.example; script-src *", "*"])(
  "%s is no lab, and the error says what is",
  async (value) => {
    await expect(siteWith("LAB_URL", value)).rejects.toThrow(
      `LAB_URL is "${value}", which is not an http(s) origin.\nSet it to scheme and host only, such as http://127.0.0.1:4400`,
    );
  },
);

test("a lab has no address that a page's policy cannot name, and the error says what to do", async () => {
  await expect(siteWith("LAB_URL", "http://[::1]:4400")).rejects.toThrow(
    /^LAB_URL is "http:\/\/\[::1\]:4400", an IPv6 address.*\nSet it to a name or an IPv4 address, /,
  );
});
