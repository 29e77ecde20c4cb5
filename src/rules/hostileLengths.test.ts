import { describe, expect, test } from "vitest";
import { countWork } from "../../tests/support/countWork.ts";
import { throughEverything, throughProfile } from "../../tests/support/throughEverything.ts";
import { blobTypeStrictFor, charsetInPlace, strictType } from "./engines/contentTypes.ts";
import {
  type CorsRequest,
  type CorsResponse,
  type EarlierExchange,
  type Exchange,
  engines,
  type HeaderLine,
} from "./index.ts";

/**
 * Nothing takes longer than linear time. Loops within loops are counted; what is not counted, a regular
 * expression or the loops of the engine itself, would not come to an end of a megabyte before the test's.
 */
const KB = 2 ** 10;
/** Twice as much to read is twice as much work, and a part of it is there whatever there is to read. */
const LINEAR = 2.5;

const plain: CorsRequest = {
  origin: "https://app.example.com",
  url: "https://api.example.com/items",
  method: "POST",
  headers: [],
  credentials: "same-origin",
  mode: "cors",
  api: "xhr",
  body: "text",
  uploadListener: false,
};
const open: CorsResponse = { status: 200, headers: [["Access-Control-Allow-Origin", "*"]] };

describe("where two lengths are twice as long at once, the work is at most twice as much", () => {
  const many = <Item>(length: number, make: (i: number) => Item) => Array.from({ length }, (_, i) => make(i));
  const names = (length: number, prefix = "x-") => many(length, (i) => `${prefix}${i}`);
  const asked = (length: number): CorsRequest => ({
    ...plain,
    api: "fetch",
    method: "PUT",
    headers: many(length, (i) => [`X-${i}`, "1"]),
  });
  const include = (request: CorsRequest): CorsRequest => ({ ...request, credentials: "include" });
  const answer = (...headers: HeaderLine[]): CorsResponse => ({ status: 200, headers: [...open.headers, ...headers] });
  const listing = (list: readonly string[]) =>
    answer(["Access-Control-Allow-Methods", "PUT"], ["Access-Control-Allow-Headers", list.join(", ")]);
  const earlier = (length: number, make: (i: number) => Omit<EarlierExchange, "secondsAgo">) =>
    many(length, (i) => ({ ...make(i), secondsAgo: 1 }));
  const credentialed: HeaderLine[] = [
    ["Access-Control-Allow-Origin", plain.origin],
    ["Access-Control-Allow-Credentials", "true"],
  ];
  const redirect: CorsResponse = { ...answer(["Location", "/items"]), status: 302 };
  const keeping = (...headers: HeaderLine[]) => answer(["Access-Control-Max-Age", "600"], ...headers);

  test.for<[what: string, make: (a: number, b: number) => Exchange]>([
    [
      "request headers, and names of a list that has none of them",
      (a, b) => ({ request: asked(a), preflight: listing(names(b, "y-")), response: open }),
    ],
    [
      "request headers, and names of a list that has all of them",
      (a, b) => ({ request: asked(a), preflight: listing(names(a + b)), response: open }),
    ],
    [
      "request headers with credentials, and names of a list",
      (a, b) => ({
        request: include(asked(a)),
        preflight: { status: 200, headers: [...credentialed, ["Access-Control-Allow-Headers", names(b, "y-").join()]] },
      }),
    ],
    [
      "request headers, and lines of a list",
      (a, b) => ({
        request: asked(a),
        preflight: answer(
          ["Access-Control-Allow-Methods", "PUT"],
          ...names(b, "y-").map((name): HeaderLine => ["Access-Control-Allow-Headers", name]),
        ),
      }),
    ],
    [
      "request headers, and a probe's list",
      (a, b) => ({
        request: asked(a),
        preflight: listing([]),
        probe: { asks: "names-as-written", response: listing(names(b, "y-")) },
      }),
    ],
    [
      "request headers, and the body of a refusal",
      (a, b) => ({
        request: asked(a),
        preflight: { ...listing([]), status: 403, body: ` ${"CORS Rejected - ".repeat(b)}` },
      }),
    ],
    [
      "a method, and a list of methods",
      (a, b) => ({
        request: { ...asked(0), method: "A".repeat(a) },
        preflight: answer(["Access-Control-Allow-Methods", "A,".repeat(b)]),
      }),
    ],
    [
      "lines of one request header, and how long one of them is",
      (a, b) => ({
        request: { ...plain, headers: [...many(a, (): HeaderLine => ["Accept", "x"]), ["Accept", "x".repeat(b)]] },
        preflight: listing([]),
        response: open,
      }),
    ],
    [
      "request headers in no-cors mode, of one name and of many",
      (a, b) => ({
        request: {
          ...asked(b),
          mode: "no-cors",
          method: "GET",
          headers: [...asked(b).headers, ...many(a, (): HeaderLine => ["Accept", ""])],
        },
        response: open,
      }),
    ],
    [
      "method overrides, and the request headers around them",
      (a, b) => ({
        request: { ...asked(a), headers: [...asked(a).headers, ["X-HTTP-Method", "PUT,".repeat(b)]] },
        preflight: listing([]),
      }),
    ],
    [
      "names that are exposed, and response headers",
      (a, b) => ({
        request: { ...asked(0), method: "GET" },
        response: answer(
          ["Access-Control-Expose-Headers", names(a).join()],
          ...names(b).map((name): HeaderLine => [name, "1"]),
        ),
        wantedHeader: `x-${b}`,
      }),
    ],
    [
      "names in Vary, and response headers",
      (a, b) => ({
        request: { ...asked(0), method: "GET" },
        response: {
          status: 200,
          headers: [["Age", "1"], ["Vary", names(a).join()], ...names(b).map((name): HeaderLine => [name, "1"])],
        },
      }),
    ],
    [
      "earlier exchanges of as many URLs, and request headers",
      (a, b) => ({
        request: asked(b),
        preflight: listing([]),
        earlier: earlier(a, (i) => ({
          request: { ...asked(0), url: `${plain.url}?${i}` },
          preflight: keeping(["Access-Control-Allow-Methods", "PUT"]),
          response: open,
        })),
      }),
    ],
    [
      "earlier exchanges of one URL, each answered with names of its own, and request headers",
      (a, b) => ({
        request: asked(b),
        preflight: listing([]),
        earlier: earlier(a, (i) => ({
          request: { ...asked(0), headers: [[`X-${i}-0`, "1"]] },
          preflight: keeping(
            ["Access-Control-Allow-Methods", "PUT"],
            ["Access-Control-Allow-Headers", names(20, `x-${i}-`).join()],
          ),
          response: open,
        })),
      }),
    ],
    [
      "redirects, and request headers",
      (a, b) => ({
        request: { ...asked(b), method: "GET", headers: many(b, (i) => ["Accept", String(i)]) },
        response: redirect,
        redirects: many(a, () => ({ preflight: listing(["accept"]), response: redirect })),
      }),
    ],
  ])("%s", ([, make]) => {
    const n = 250;
    const once = make(n, n);
    const twice = make(2 * n, 2 * n);
    // What is kept from one call to the next is kept before either is counted.
    throughEverything(once);
    const work = countWork(() => throughEverything(once));
    expect(work).toBeGreaterThan(n);
    expect(countWork(() => throughEverything(twice)) / work).toBeLessThan(LINEAR);
  });
});

const units = [
  "a",
  " ",
  "\t",
  ",",
  ", ",
  '"',
  '\\"',
  "\\",
  ";",
  "=",
  "/",
  "a/b;",
  ";a=",
  "9",
  "寿",
  "\r\n",
  "charset ",
  "charset=",
  "text/plain;charset=a ",
  "%",
  "//",
  "@",
];

/** Where a long text can stand. */
const places: [where: string, put: (text: string) => Exchange][] = [
  ...(
    [
      ["in a safelisted header", (text) => ({ headers: [["Accept", text]] })],
      ["in a Content-Type of XHR", (text) => ({ headers: [["Content-Type", `text/plain;charset=${text}`]] })],
      ["in a Content-Type of fetch()", (text) => ({ api: "fetch", headers: [["Content-Type", `text/plain;${text}`]] })],
      ["in a method override", (text) => ({ headers: [["X-HTTP-Method", text]] })],
      ["as a header's name", (text) => ({ headers: [[text, "1"]] })],
      ["as the method", (text) => ({ method: text })],
      ["as the URL", (text) => ({ url: text })],
      ["in the URL", (text) => ({ url: `https://api.example.com/${text}` })],
      ["as the origin", (text) => ({ origin: text })],
      ["as a Blob's type", (text) => ({ api: "fetch", body: "blob", bodyType: text })],
      [
        "as a beacon's type",
        (text) => ({ api: "beacon", credentials: "include", body: "blob", bodyType: `text/plain;${text}` }),
      ],
    ] satisfies [string, (text: string) => Partial<CorsRequest>][]
  ).map(([where, change]): [string, (text: string) => Exchange] => [
    where,
    (text) => ({ request: { ...plain, ...change(text) }, preflight: open, response: open }),
  ]),
  ...["Origin", "Methods", "Headers", "Credentials"].map((name): [string, (text: string) => Exchange] => [
    `in Access-Control-Allow-${name}`,
    (text) => {
      const answer: CorsResponse = { status: 200, headers: [[`Access-Control-Allow-${name}`, text], ...open.headers] };
      return { request: { ...plain, method: "PUT" }, preflight: answer, response: answer };
    },
  ]),
  ...["Access-Control-Max-Age", "Access-Control-Expose-Headers", "Location", "Vary", "Content-Type"].map(
    (name): [string, (text: string) => Exchange] => [
      `in ${name}`,
      (text) => ({
        request: plain,
        preflight: open,
        response: { status: 302, headers: [[name, text], ...open.headers] },
      }),
    ],
  ),
];
const longAs = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

describe.for(units)("of %j", (unit) => {
  test.for(places)("twice as much %s is at most twice the work, by every profile", ([, put]) => {
    const once = put(longAs(unit, 2 * KB));
    const twice = put(longAs(unit, 4 * KB));
    for (const profile of ["standard", ...engines] as const) {
      const work = countWork(() => throughProfile(once, profile));
      expect(countWork(() => throughProfile(twice, profile)) / work, profile).toBeLessThan(LINEAR);
    }
  });

  test.for(places)("64 KB %s come to an end by every profile, and a megabyte by the standard", ([, put]) => {
    throughEverything(put(longAs(unit, 64 * KB)));
    throughProfile(put(longAs(unit, 1024 * KB)), "standard");
  });

  test("a megabyte of a Content-Type comes to an end in what engines make of it", () => {
    const long = longAs(unit, 1024 * KB);
    for (const type of [long, `text/plain;${long}`, `text/plain;charset=${long}`]) {
      blobTypeStrictFor(strictType, "fetch")(type, "fetch");
      charsetInPlace(type, "text");
    }
  });
});
