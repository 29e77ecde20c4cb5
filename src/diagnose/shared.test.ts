import { expect, test } from "vitest";
import { diagnose, shownPieces } from "./index.ts";
import { sharedText } from "./shared.ts";

const share = (input: string) => sharedText(input, diagnose(input), {});
const first = (input: string) => diagnose(input).findings[0]?.causes[0]?.id;

const message =
  "Access to fetch at 'https://api.example.com/items?token=zK7secretQ' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const line = "PUT https://api.example.com/items?token=zK7secretQ net::ERR_FAILED 200 (OK)";

test("a link holds the lines that count, and of them no secret", () => {
  const input = `Dear support,\nmy password is hunter2 and it says\n${message}\n${line}\nThank you`;
  const shared = share(input) ?? "";
  expect(shared).not.toMatch(/Dear|hunter2|Thank|zK7secretQ/);
  expect(first(shared)).toBe("response-lacks-headers");
});

test("of a HAR it holds the exchange that fails, as curl would have shown it, with the headers that tell", () => {
  const entry = (method: string, status: number, headers: object[], asks: object[] = []) => ({
    startedDateTime: "2026-11-28T13:36:57.247Z",
    request: { method, url: "https://api.example.com/items", headers: asks },
    response: { status, headers, content: { text: "zK7secretQ" } },
  });
  const origin = { name: "Origin", value: "https://app.example.com" };
  const entries = [
    entry("GET", 200, []),
    entry(
      "OPTIONS",
      404,
      [{ name: "Set-Cookie", value: "sid=zK7secretQ" }],
      [origin, { name: "Access-Control-Request-Method", value: "PUT" }],
    ),
    entry("PUT", 0, [], [{ name: "Authorization", value: "Bearer zK7secretQ" }]),
  ];
  const input = JSON.stringify({ log: { creator: { name: "WebInspector" }, entries } });
  const shared = share(input) ?? "";
  expect(shared).toContain("HTTP/1.1 404");
  expect(shared).not.toMatch(/zK7secretQ|Set-Cookie|"log"/);
  expect(first(shared)).toBe(first(input));
});

test("where a shorter text would say something else there is no link, nor where nothing was found", () => {
  expect(share("nothing of the kind")).toBeUndefined();
  expect(
    share("curl -i https://api.example.com/\ncurl: (7) Failed to connect to api.example.com port 443"),
  ).toBeUndefined();
});

test("what was read is shown line by line, and of an exchange only where it stands", () => {
  const curl =
    "curl -i https://other.example.net/ -H 'Authorization: Bearer zK7secretQ'\nHTTP/1.1 200 OK\nServer: nginx\n";
  const input = `hello\n${message}\n${line}\n\n${curl}`;
  const shown = shownPieces(input, diagnose(input).read);
  expect(shown).toMatchObject([
    { kind: "console", engine: "chromium", lines: [2, 2] },
    { kind: "network-line", lines: [3, 3] },
    { kind: "exchange", lines: [5, 7] },
  ]);
  expect(JSON.stringify(shown)).not.toContain("zK7secretQ");
  expect(shown[0]?.text).toMatch(/^Access to fetch .* is present on the requested resource/);
  expect(shown[2]).not.toHaveProperty("text");
});
