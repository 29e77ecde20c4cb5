import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { takeSeed } from "../../scripts/support/seed.ts";
import { Inexpressible, type Syntax, syntaxes } from "./syntaxes.ts";

fc.configureGlobal({ seed: takeSeed("Texts in each syntax") });

/** What somewhere starts a variable, ends a text, or is more than itself. */
const hostile = {
  list: "GET, PUT",
  quote: "it's",
  quotes: 'say "x"',
  backslash: String.raw`a\n`,
  quotedBackslash: String.raw`a\"b\'`,
  lastBackslash: "a\\",
  variable: "$host",
  braces: `\${PATH}`,
  format: "%{PATH}e %s",
  placeholder: "{http.request.uri}",
  interpolation: "#{1}",
  command: "`id`",
  comment: "*/ # //",
  markup: "<a&b>",
  pattern: "https://*.example",
} as const;

type Expected = Record<keyof typeof hostile, string | null>;

function each(write: (text: string) => string | null): Expected {
  return Object.fromEntries(Object.entries(hostile).map(([name, text]) => [name, write(text)])) as Expected;
}

/** As they are, between these quotes. */
function within(quote: string): Expected {
  return each((text) => quote + text + quote);
}

function refusing(...names: (keyof typeof hostile)[]): Partial<Expected> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

const json: Expected = {
  ...within('"'),
  quotes: String.raw`"say \"x\""`,
  backslash: String.raw`"a\\n"`,
  quotedBackslash: String.raw`"a\\\"b\\'"`,
  lastBackslash: String.raw`"a\\"`,
};

const singleQuoted: Expected = {
  ...within("'"),
  quote: String.raw`'it\'s'`,
  backslash: String.raw`'a\\n'`,
  quotedBackslash: String.raw`'a\\"b\\\''`,
  lastBackslash: String.raw`'a\\'`,
};

const strongQuoted: Expected = {
  ...within("'"),
  quote: String.raw`'it'\''s'`,
  quotedBackslash: String.raw`'a\"b\'\'''`,
};

const refusingAll = each(() => null);

/** What each syntax writes for each hostile text; `null` where it refuses. */
const expected: Record<Syntax, Expected> = {
  js: json,
  json,
  java: json,
  csharp: json,
  go: json,
  yaml: json,
  python: json,
  httpApi: { ...json, ...refusing("comment", "pattern") },
  s3: { ...json, ...refusing("comment", "pattern") },
  s3Method: refusingAll,
  flaskCors: {
    ...json,
    backslash: String.raw`"^a\\\\n$"`,
    quotedBackslash: String.raw`"^a\\\\\"b\\\\'$"`,
    lastBackslash: String.raw`"^a\\\\$"`,
    variable: String.raw`"^\\$host$"`,
    braces: String.raw`"^\\$\\{PATH\\}$"`,
    comment: String.raw`"^\\*/ # //$"`,
    pattern: String.raw`"^https://\\*\\.example$"`,
  },
  djangoOrigin: json,
  aboveZero: within(""),
  hapiOrigin: { ...json, ...refusing("comment", "pattern") },
  hapiMethod: { ...refusingAll, quote: `"it's"`, variable: '"$host"', command: '"`id`"' },
  php: singleQuoted,
  laravelOrigin: { ...singleQuoted, ...refusing("comment", "pattern") },
  laravelMethod: {
    ...refusingAll,
    list: "'GET, PUT'",
    braces: `'\${PATH}'`,
    interpolation: "'#{1}'",
    comment: "'*/ # //'",
  },
  ruby: singleQuoted,
  rackCorsMethod: {
    ...refusingAll,
    list: ":'get, put'",
    braces: `:'\${path}'`,
    interpolation: ":'#{1}'",
    comment: ":'*/ # //'",
  },
  rsCorsOrigin: { ...json, ...refusing("comment", "pattern") },
  rsCorsMethod: {
    ...refusingAll,
    list: '"GET, PUT"',
    braces: `"\${PATH}"`,
    interpolation: '"#{1}"',
    comment: '"*/ # //"',
  },
  rsCorsHeader: refusingAll,
  nginx: { ...json, ...refusing("variable", "braces") },
  apache: {
    ...within('"'),
    ...refusing("braces"),
    quotes: String.raw`"say \"x\""`,
    backslash: String.raw`"a\\\\n"`,
    quotedBackslash: String.raw`"a\\\\\"b\\\\'"`,
    lastBackslash: String.raw`"a\\\\"`,
    format: '"%%{PATH}e %%s"',
  },
  apacheExpression: {
    ...within("'"),
    ...refusing("quote", "quotes", "backslash", "quotedBackslash", "lastBackslash", "variable", "braces", "format"),
  },
  caddy: {
    ...json,
    ...refusing("backslash", "quotedBackslash", "lastBackslash", "braces", "format", "placeholder", "interpolation"),
  },
  caddyMatcher: {
    ...json,
    ...refusing("backslash", "quotedBackslash", "lastBackslash", "braces", "format", "placeholder", "interpolation"),
    ...refusing("comment", "pattern"),
  },
  haproxy: { ...strongQuoted, format: "'%%{PATH}e %%s'" },
  haproxyWord: strongQuoted,
  lighttpd: { ...json, ...refusing("backslash", "quotedBackslash", "lastBackslash") },
  xml: {
    ...within(""),
    ...refusing("list", "braces"),
    quote: "it&#39;s",
    quotes: "say &#34;x&#34;",
    quotedBackslash: String.raw`a\&#34;b\&#39;`,
    markup: "&#60;a&#38;b&#62;",
  },
};

test("every syntax is proved here", () => {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(syntaxes).sort());
});

describe.for(Object.keys(syntaxes) as Syntax[])("%s", (name) => {
  test.for(Object.entries(hostile) as [keyof Expected, string][])("%s: %s", ([kind, text]) => {
    const wanted = expected[name]?.[kind];
    if (wanted === null) expect(() => syntaxes[name](text)).toThrow(Inexpressible);
    else expect(syntaxes[name](text)).toBe(wanted);
  });
});

describe("a reader gets back any text that can be a header", () => {
  const printable = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
  const readers: Partial<Record<Syntax, (written: string) => unknown>> = {
    json: JSON.parse,
    js: (written) => new Function(`return ${written}`)(),
    yaml: (written) => parse(written),
  };

  test.for(Object.entries(readers) as [Syntax, (written: string) => unknown][])("from %s", ([name, read]) => {
    fc.assert(fc.property(printable, (text) => read(syntaxes[name](text)) === text));
  });
});

test.for<[Syntax, string, string]>([
  ["nginx", "a$b", "$"],
  ["apache", `x-\${PATH}`, `\${`],
  ["apache", "expr=%{PATH}", "expr="],
  ["apacheExpression", "https://a'.example", "'"],
  ["caddy", "x-{$HOME}", "{"],
  ["caddyMatcher", "https://a.*", "*"],
  ["lighttpd", "a\\", "\\"],
  ["xml", "a,b", ","],
  ["rackCorsMethod", "get", "g"],
])("%s refuses %j and names %j", ([name, text, character]) => {
  expect(() => syntaxes[name](text)).toThrow(expect.objectContaining({ character }));
});

test.for<[Syntax, string, string]>([
  ["apache", "an expr= later on", '"an expr= later on"'],
  ["s3Method", "PUT", '"PUT", '],
  ["s3Method", "PATCH", ""],
  ["hapiMethod", "M-SEARCH", '"M-SEARCH"'],
  ["rackCorsMethod", "PATCH", ":patch"],
  ["rackCorsMethod", "M-SEARCH", ":'m-search'"],
  ["rsCorsHeader", "X-Api-Key2", '"X-Api-Key2"'],
  ["djangoOrigin", "http://[::1]:8080", '"http://[::1]:8080"'],
  ["flaskCors", "http://[::1]:8080", String.raw`"^http://\\[::1\\]:8080$"`],
  ["flaskCors", "https://app.example.com", '"https://app.example.com"'],
])("%s writes %j as %s", ([name, text, written]) => expect(syntaxes[name](text)).toBe(written));

test.for<[Syntax, string]>([
  ["aboveZero", "0"],
  ["djangoOrigin", "https://a[b.example"],
  ["djangoOrigin", "https://a]b.example"],
  ["hapiMethod", "A B"],
  ["rsCorsHeader", "x_a"],
])("%s refuses %j", ([name, text]) => expect(() => syntaxes[name](text)).toThrow(Inexpressible));
