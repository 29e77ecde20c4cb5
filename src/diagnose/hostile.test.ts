import { expect, test } from "vitest";
import { makeRandom, takeRuns, takeSeed } from "../../scripts/support/seed.ts";
import { messageTemplates } from "../rules/index.ts";
import { diagnose, shownPieces } from "./index.ts";
import { sharedText } from "./shared.ts";

/** Random and hostile input: nothing throws, no secret is in what comes out, and every place is in the input. */
const COUNT = takeRuns(20_000);
/** A million of them take an hour, in milliseconds. */
const timeout = Math.max(300_000, COUNT * 20);
const seed = takeSeed("Hostile pastes");

const random = makeRandom(seed);
const below = (end: number) => Math.floor(random() * end);
const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const SECRET = "zK7q9SecretTokenValue42x";
const fragments = [
  ...messageTemplates.map(({ text }) => text),
  "Access to fetch at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: ",
  `Access to XMLHttpRequest at 'https://u:${SECRET}@api.example.com/?access_token=${SECRET}' (redirected from 'https://a.test/#${SECRET}') from origin 'null' has been blocked by CORS policy: `,
  "Response to preflight request doesn't pass access control check: ",
  "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.test/. ",
  "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://a.test/ にあるリモートリソースの読み込みは拒否されます ",
  "已封鎖跨來源請求: 同源政策不允許讀取 https://a.test/ 的遠端資源。",
  `PUT https://a.test/?sig=${SECRET} net::ERR_FAILED 502 (Bad Gateway)`,
  `GET https://a.test/?X-Amz-Signature=${SECRET} 403 (Forbidden)`,
  '"OPTIONS /items HTTP/1.1" 405 0',
  `curl -i 'https://a.test/' -H 'Authorization: Bearer ${SECRET}' -b 'sid=${SECRET}'`,
  `HTTP/1.1 302 Found\r\nLocation: https://a.test/?token=${SECRET}\r\nSet-Cookie: a=${SECRET}\r\nX-Api-Key: ${SECRET}\r\n\r\n{"token":"${SECRET}"}`,
  `fetch("https://a.test/", {"headers": {"authorization": "Bearer ${SECRET}"}, "method": "PUT"});`,
  "TypeError: Failed to fetch",
  '{"log":{"entries":[{"request":{"method":"OPTIONS","url":"https://a.test/","headers":[]},"response":{"status":404}}]}}',
  '{"__proto__":{"log":1},"constructor":{"entries":[]}}',
  "__proto__: 1",
  "constructor",
  "[".repeat(2000),
  '{"a":'.repeat(500),
  "\ud800",
  "\udc00\ud800",
  "\0",
  "\u2028",
  "\u202e",
  "寿司🍣",
  "<script>alert(1)</script>",
  "&#39;",
  "&#x110000;",
  "](https://a.test)",
  "\\u0027",
  "'".repeat(500),
  "https://",
  "http://[",
  "{url}",
  "Status code: 999",
  "\n",
  "\r\n\r\n",
  "    ",
];

function paste(): string {
  const parts = Array.from({ length: 1 + below(6) }, () => {
    const fragment = one(fragments);
    const kind = below(6);
    if (kind === 0) return fragment.slice(0, below(fragment.length + 1));
    if (kind === 1) return fragment.slice(below(fragment.length + 1));
    return fragment;
  });
  return parts.join(one(["", " ", "\n", "\n\n"]));
}

test(`of ${COUNT} pastes none throws, gives a secret away or is found where it is not`, { timeout }, () => {
  for (let i = 0; i < COUNT; i++) {
    const input = paste();
    try {
      const known = one([{}, { preflightStatus: 404 }, { status: 500 }, { credentials: "include" as const }]);
      const diagnosis = diagnose(input, known);
      const told = [diagnosis, shownPieces(input, diagnosis.read), sharedText(input, diagnosis, known)];
      expect(JSON.stringify(told)).not.toContain(SECRET);
      for (const { from, to } of diagnosis.read) {
        if (!(from >= 0 && from <= to && to <= input.length)) throw new Error(`a piece from ${from} to ${to}`);
      }
      for (const { pieces } of diagnosis.findings) {
        if (pieces.some((piece) => diagnosis.read[piece] === undefined)) throw new Error(`pieces ${pieces}`);
      }
    } catch (error) {
      throw new Error(`PREFLIGHT_SEED=${seed}, paste ${i}: ${JSON.stringify(input)}`, { cause: error });
    }
  }
});

test("of two inputs of which one is ten times as long, none takes a hundred times as long", () => {
  const units = [
    "a",
    "Access to fetch at ",
    "Method ",
    "'",
    "\n",
    "OPTIONS /",
    "](http:",
    "&lt",
    "<p ",
    "net::ERR_",
    "{",
    "\\",
  ];
  for (const unit of units) {
    const [short, long] = [40_000, 400_000].map((length) => cpuTimeOf(unit.repeat(length / unit.length)));
    expect((long ?? 0) / Math.max(short ?? 0, 5_000), unit).toBeLessThan(60);
  }
});

/** In microseconds; the least of three, because others use the machine, too. */
function cpuTimeOf(input: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    diagnose(input);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}
