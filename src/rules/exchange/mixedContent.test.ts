import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { hostile } from "../examples/arbitraries.ts";
import { isMixedContent } from "./mixedContent.ts";

fc.configureGlobal({ seed: takeSeed("Mixed content") });

// The standard's own examples.
test.for<[page: string, url: string, blocked: boolean]>([
  ["http://a.com", "http://evil.com/", false],
  ["https://a.com", "http://evil.com/", true],
  ["https://b.com", "http://evil.com/", true],
])("%s asks %s: blocked %s", ([page, url, blocked]) => expect(isMixedContent(page, url)).toBe(blocked));

describe("a page over TLS", () => {
  const page = "https://app.example.com";

  test.for([
    "http://api.example.com/items",
    "http://app.example.com/",
    "http://api.example.com:443/",
    "http://api.example.com:8080/",
    "HTTP://API.EXAMPLE.COM",
    "http://192.168.0.1/",
    "http://10.0.0.1:3000/",
    "http://router.local/",
    "http://0.0.0.0:3000/",
    "http://128.0.0.1/",
    "http://126.255.255.255/",
    "http://[::2]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://127.0.0.1.example.com/",
    "http://localhost.example.com/",
    "http://notlocalhost/",
    "http://user:pass@api.example.com/",
    "http://localhost@api.example.com/",
    "http://127.0.0.1:80@api.example.com/",
    "http://例え.テスト/",
  ])("may not ask %s", (url) => expect(isMixedContent(page, url)).toBe(true));

  test.for([
    "https://api.example.com/",
    "https://192.168.0.1/",
    "http://127.0.0.1/",
    "http://127.0.0.1:3000/items?a#b",
    "http://127.255.255.255/",
    "http://127.1/",
    "http://0x7f000001:8080/",
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]:3000/",
    "http://localhost/",
    "http://LOCALHOST:3000/",
    "http://localhost./",
    "http://app.localhost:3000/",
    "http://a.b.localhost./",
    "http://user@localhost/",
    "data:text/plain,x",
    "blob:https://app.example.com/x",
    "about:blank",
    "localhost:3000/items",
    "no URL",
    "",
  ])("is not stopped for it at %s", (url) => expect(isMixedContent(page, url)).toBe(false));
});

test.for([
  "http://app.example.com",
  "http://localhost:3000",
  "null",
  "capacitor://localhost",
  "file://",
  "httpsx://a",
  "",
])("a page of %j may ask any URL", (page) => expect(isMixedContent(page, "http://api.example.com/")).toBe(false));

test("no string makes it throw, and https is never blocked", () => {
  fc.assert(
    fc.property(
      fc.oneof(hostile, fc.constant("https://app.example.com")),
      fc.oneof(hostile, fc.webUrl()),
      (page, url) => {
        expect(isMixedContent(page, url.replace(/^http:/i, "https:"))).toBe(false);
      },
    ),
  );
});

test("a megabyte takes no longer than it takes to read", () => {
  const started = performance.now();
  for (const unit of ["a", ".", "a.", ":", ":1", "1.", "@", "/", "%", "localhost."]) {
    isMixedContent("https://app.example.com", `http://${unit.repeat(1_000_000 / unit.length)}`);
    isMixedContent("https://app.example.com", `http://${unit.repeat(1_000_000 / unit.length)}:80/`);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
