import { describe, expect, test } from "vitest";
import { asSvg, drawDiagrams } from "./drawn.ts";

/** A source of each kind, and its labels in each language. */
const words = {
  "zh-TW": ["瀏覽器", "伺服器（正式環境）", "預檢請求", "允許的方法", "快取", "等待回應", "逾時"],
  ja: [
    "ブラウザー",
    "サーバー（本番）",
    "プリフライト",
    "許可されたメソッド",
    "キャッシュ",
    "応答を待つ",
    "タイムアウト",
  ],
  en: ["Browser", "Server (production)", "Preflight", "Allowed methods", "Cache", "Waits for it", "Timeout"],
} as const;
type Words = readonly [string, string, string, string, string, string, string];

const sources: Record<string, (words: Words) => string> = {
  flowchart: ([a, b, c, d, e, f, g]) => `flowchart LR
  subgraph ${a}
    one["${b}"] -->|${c}| two{"${d}"}
  end
  subgraph inner ["${e}"]
    three([${f}])
  end
  two -.-> three
  two == ${g} ==> four[(Database)]`,
  sequenceDiagram: ([a, b, c, d, e, f, g]) => `sequenceDiagram
  autonumber
  participant A as ${a}
  actor B as ${b}
  A->>+B: ${c}
  B-->>-A: ${d}<br/>204
  alt ${e}
    A-)B: ${f}
  else ${g}
    Note right of B: Database
  end`,
  "stateDiagram-v2": ([a, b, c, d, e, f, g]) => `stateDiagram-v2
  state "${a}" as one
  state "${b}" as two {
    three: ${c}
    [*] --> three: ${d}
  }
  [*] --> one
  one --> two: ${e}
  one --> four: ${f}
  four: Database
  note right of four: ${g}`,
  classDiagram: ([a, b, c, d, e, f, g]) => `classDiagram
  class One["${a}"] {
    +${c.replaceAll(" ", "")} name
    +${e}() int
  }
  class Two["${b.replace(/[（(].*/, "")}"]
  class Database
  One "1" --> "0..*" Two : ${d}
  Database <|-- Two : ${f}
  note for One "${g}"`,
  erDiagram: ([a, , c, d, e, , g]) => `erDiagram
  ${a} ||--o{ ${c} : "${d}"
  ${c} {
    string ${e} PK "${g}"
  }
  Database ||--|| ${a} : "1"`,
};

const cases = Object.entries(sources).flatMap(([kind, write]) =>
  Object.entries(words).map(([language, own]) => {
    const source = write(own);
    const labels = own.flatMap((label) =>
      [label, label.replaceAll(" ", ""), label.replace(/[（(].*/, "")]
        .filter((form) => source.includes(form))
        .slice(0, 1),
    );
    return { kind, language, source, labels: [...labels, "Database"] };
  }),
);
const drawn = drawDiagrams(cases.map(({ source }) => source));

describe.each(cases.map((each, index) => ({ ...each, index })))("$kind, $language", ({ source, labels, index }) => {
  const came = drawn[index];
  if (!came || "fault" in came) throw new Error(`${JSON.stringify(came)}\n${source}`);
  const svg = asSvg(came.drawing, "題");

  test("each label of the source is drawn, none is cut", () => {
    // Where lines are broken is another question.
    const text = svg.replace(/<[^>]*>/g, "").replace(/\s+/g, "");
    expect(labels.length).toBeGreaterThan(4);
    for (const label of labels) expect(text).toContain(label.replace(/\s+/g, ""));
  });

  test("it needs no styles, no script and nothing from elsewhere, and has the site's colours alone", () => {
    expect(svg).not.toMatch(/<style|<script|<foreignObject|<image|\sstyle=|\sclass=|\son\w+=|href|@import|https?:/);
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
    expect(colours.filter((colour) => !["none", ...TOKENS].includes(colour ?? ""))).toEqual([]);
  });

  test("its ids begin with its own, and each that is named is there", () => {
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const named = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(named)).toEqual(new Set(ids));
    for (const id of ids) expect(id).toMatch(/^d[\da-f]{12}-/);
  });
});

const TOKENS = ["ink", "paper", "raised", "tint", "field"].map((token) => `var(--${token})`);

test("in each language it is built alike", () => {
  for (const kind of Object.keys(sources)) {
    const builds = cases.flatMap((each, index) => {
      const came = drawn[index];
      return each.kind === kind && came && "drawing" in came ? [came.drawing.build] : [];
    });
    expect(new Set(builds).size, kind).toBe(1);
  }
});

test("what it is called and what it shows is said to who does not see it", () => {
  const [came] = drawDiagrams(['flowchart LR\n  accTitle: 一個"標題"\n  accDescr: 說明\n  A --> B']);
  if (!came || "fault" in came) throw new Error(JSON.stringify(came));
  const { name = "" } = came.drawing;
  expect(asSvg(came.drawing, name)).toMatch(/^<svg role="img" aria-label="一個&quot;標題&quot;" .*<desc>說明<\/desc>/);
});

test.each([
  ["a picture in a label", 'flowchart LR\n  A["<img src=x onerror=alert(1)>"]', 2],
  ["a picture in a message", "sequenceDiagram\n  A->>B: <IMG src=x>", 2],
  ["more edges than the library draws", `flowchart LR\n${"  A --> B\n".repeat(501)}`, 1],
])("%s is a fault with a line, and ends the drawing of no other", (_what, source, line) => {
  const [came, other] = drawDiagrams([source, "flowchart LR\n  A --> B"]);
  expect(came).toMatchObject({ fault: { line, message: expect.any(String), hint: expect.any(String) } });
  expect(other).toHaveProperty("drawing");
});
