import fc from "fast-check";
import { expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { findingOf, readHar, readWire } from "./index.ts";

fc.configureGlobal({ seed: takeSeed("Hostile exchanges that are pasted") });

/** Whatever is pasted: nothing throws, and time is linear. */

const fragments = [
  "curl ",
  'curl --url ^"https://api.test/^" ^\n',
  "curl 'https://api.test/' \\\n",
  "-H 'Origin: https://shop.test' ",
  "-X OPTIONS ",
  "-d $'\\u00e9\\x41\\'",
  "> OPTIONS / HTTP/1.1\n",
  "> Host: api.test\n",
  "< HTTP/2 204\n",
  "< \n",
  "* Connected to api.test port 443\n",
  "* [HTTP/2] [1] [:method: PUT]\n",
  "HTTP/1.1 301 Moved\nLocation: /\n\n",
  "HTTP/1.1 404 Not Found\n\n",
  "Access-Control-Allow-Origin: *\n",
  "Request URL:\nhttps://api.test/\n",
  "Status Code\n200\n",
  "Response Headers\n",
  "fetch('https://api.test/', { headers: { '__proto__': 'x', 'constructor': 1 }, method: 'put' })\n",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the template that is pasted
  "axios.post(`https://${host}/`, {}, { withCredentials: true })\n",
  "xhr.open('PUT', 'https://api.test/');\nxhr.send()\n",
  '$session = New-Object X\nInvoke-WebRequest -Uri "https://api.test/" `\n-Headers @{\n"a"="b"\n}\n',
  "https -v PUT api.test/ a=b\n",
  "curl: (7) no\n",
  '{"log":{"entries":[',
  "'",
  '"',
  "`",
  "\\",
  "^",
  "(",
  "{",
  "[",
  "\n",
  "\n\n",
  "\r\n",
  "\ud800",
  "\u0000",
  "日本",
];

const pasted = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fragments) }, fc.string({ unit: "binary" })),
  { maxLength: 40 },
);
const runs = { numRuns: Number(process.env.PREFLIGHT_RUNS ?? 5000) };

function readAll(text: string): unknown {
  const { pieces, exchanges } = readWire(text);
  for (const { from, to } of pieces) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(text.length);
  }
  for (const { pieces: own } of exchanges) for (const index of own) expect(pieces[index]).toBeDefined();
  return exchanges.map(({ exchange }) => findingOf(exchange));
}

test("any mixture of what is pasted is read without a throw", () => {
  fc.assert(
    fc.property(pasted, (parts) => {
      readAll(parts.join(""));
    }),
    runs,
  );
});

test("any JSON is read as a HAR, or as none", () => {
  const entry = fc.record(
    {
      request: fc.oneof(
        fc.jsonValue(),
        fc.record({
          method: fc.oneof(fc.constantFrom("GET", "OPTIONS", "PUT", "__proto__"), fc.jsonValue()),
          url: fc.oneof(fc.constantFrom("https://api.test/", "http://api.test/", "x"), fc.jsonValue()),
          headers: fc.oneof(
            fc.jsonValue(),
            fc.array(
              fc.record({
                name: fc.constantFrom("origin", "Access-Control-Request-Method", "__proto__", "sec-fetch-mode"),
                value: fc.oneof(fc.constantFrom("https://shop.test", "PUT", "cors"), fc.jsonValue()),
              }),
            ),
          ),
        }),
      ),
      response: fc.oneof(
        fc.jsonValue(),
        fc.record({
          status: fc.oneof(fc.constantFrom(0, -1, 200, 204, 302, 404), fc.jsonValue()),
          headers: fc.jsonValue(),
          _error: fc.jsonValue(),
        }),
      ),
      startedDateTime: fc.oneof(fc.constant("2026-01-01T00:00:00Z"), fc.jsonValue()),
      _resourceType: fc.oneof(fc.constantFrom("fetch", "preflight", "image"), fc.jsonValue()),
      pageref: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const har = fc.record({
    log: fc.record({
      entries: fc.array(fc.oneof(entry, fc.jsonValue())),
      pages: fc.jsonValue(),
      creator: fc.jsonValue(),
    }),
  });
  fc.assert(
    fc.property(fc.oneof(har, fc.jsonValue()), (value) => {
      for (const { exchange } of readHar(value) ?? []) findingOf(exchange);
    }),
    runs,
  );
});

test("deep JSON throws nothing", () => {
  const deep = "[".repeat(100_000);
  expect(() => readAll(`{"log":{"entries":${deep}`)).not.toThrow();
  expect(() => readAll(`fetch("https://api.test/", ${deep}`)).not.toThrow();
  expect(() => readAll(`fetch(${"{a:".repeat(100_000)}`)).not.toThrow();
});
