import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchForPages, launchTimeout } from "../support/chromium.ts";
import { render } from "../support/markdown.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchForPages();
}, launchTimeout);
afterAll(() => browser?.close());

test("a table's cells stand where their column says, under the site's policy and styles", async () => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.goto(`${inject("siteUrl")}ja/guides/preflight-404/`);
  await page
    .locator(".prose")
    .first()
    .evaluate(
      (prose, html) => {
        prose.innerHTML = html;
      },
      await render("| 左 | 中 | 右 | 無 |\n|:--|:-:|--:|---|\n| 一 | 二 | 三 | 四 |"),
    );
  const sides = await page
    .locator(".prose :is(th, td)")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
  expect(sides).toEqual(["left", "center", "right", "start", "left", "center", "right", "start"]);
  expect(refused).toEqual([]);
});

const diagrams = [
  `flowchart TD
  subgraph ブラウザーの中
    A([リクエストを送る]) -->|独自ヘッダーあり| B{"プリフライトが必要ですか？とても長いラベルは折り返されます"}
  end
  B -- はい --> C[("Server /<br>伺服器")]
  B -. いいえ .-> D[[そのまま送る]]`,
  `sequenceDiagram
  autonumber
  participant B as 瀏覽器
  participant S as API 伺服器 (nginx)
  B->>+S: OPTIONS /api/data<br/>Access-Control-Request-Method: PUT
  S-->>-B: 204 No Content
  alt 允許
    B->>S: PUT /api/data
  else 不允許
    Note over B,S: 主控台會印出錯誤
  end`,
  `stateDiagram-v2
  [*] --> 待機
  待機 --> 預檢中: send OPTIONS
  state 預檢中 {
    [*] --> 等待回應
  }
  預檢中 --> 失敗: 逾時或標頭缺少
  note right of 失敗: 主控台會印出錯誤訊息`,
  `classDiagram
  class Request {
    +String method
    +プリフライト() boolean
  }
  class 快取["プリフライトキャッシュ"]
  Request o-- 快取 : 使う
  OpaqueResponse <|-- Request`,
  `erDiagram
  客戶 ||--o{ 訂單 : 下單
  訂單 {
    string 編號 PK "註解是一段文字"
  }`,
];

test("of a diagram nothing is cut and no label covers another, and where it is too wide it scrolls by itself", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.goto(`${inject("siteUrl")}ja/guides/preflight-404/`);
  const html = await render(
    diagrams.map((source, index) => `\`\`\`mermaid title="図${index}"\n${source}\n\`\`\``).join("\n\n"),
  );
  const faults = await page
    .locator(".prose")
    .first()
    .evaluate((prose, html) => {
      prose.innerHTML = html;
      const drawings = [...prose.querySelectorAll("svg")];
      const isWithin = (inner: DOMRect, outer: DOMRect) =>
        inner.left >= outer.left - 1 &&
        inner.right <= outer.right + 1 &&
        inner.top >= outer.top - 1 &&
        inner.bottom <= outer.bottom + 1;
      const overlap = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
      return {
        count: drawings.length,
        cut: drawings.flatMap((svg) =>
          [...svg.querySelectorAll("text, rect, path, polygon, circle")]
            .filter((part) => !part.closest("marker"))
            .filter((part) => !isWithin(part.getBoundingClientRect(), svg.getBoundingClientRect()))
            .map((part) => part.outerHTML),
        ),
        covered: drawings.flatMap((svg) => {
          const texts = [...svg.querySelectorAll("text")];
          return texts.flatMap((text, index) =>
            texts
              .slice(index + 1)
              .filter((other) => overlap(text.getBoundingClientRect(), other.getBoundingClientRect()))
              .map((other) => `${text.textContent} / ${other.textContent}`),
          );
        }),
        // A label in a box is no wider than the box that is drawn right before it.
        tooWide: [...prose.querySelectorAll("svg rect + text")]
          .filter(
            (text) =>
              text.getBoundingClientRect().width >
              (text.previousElementSibling as Element).getBoundingClientRect().width + 1,
          )
          .map((text) => text.outerHTML),
        page: document.documentElement.scrollWidth,
        scrolls: [...prose.querySelectorAll(".scroll")].some((box) => box.scrollWidth > box.clientWidth),
      };
    }, html);
  expect(faults).toEqual({ count: diagrams.length, cut: [], covered: [], tooWide: [], page: 320, scrolls: true });
  expect(refused).toEqual([]);
  await page.close();
}, 120_000);

test.each(["light", "dark"] as const)(
  "where the reader's system chooses the colours, a diagram has them (%s)",
  async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, forcedColors: "active" });
    await page.goto(`${inject("siteUrl")}en/writing/`);
    const drawing = page.locator("[data-diagram] svg").first();
    const colours = await drawing.evaluate((svg) => {
      const system = (name: string) => {
        const probe = document.createElement("i");
        probe.style.color = name;
        document.body.append(probe);
        return getComputedStyle(probe).color;
      };
      const of = (selector: string, property: "fill" | "stroke") =>
        new Set([...svg.querySelectorAll(selector)].map((part) => getComputedStyle(part)[property]));
      return {
        text: [...of("text", "fill")],
        boxes: [...of("rect, polygon, circle", "fill")].filter((fill) => fill !== "none"),
        lines: [...of("path, line", "stroke")].filter((stroke) => stroke !== "none"),
        canvas: system("Canvas"),
        canvasText: system("CanvasText"),
      };
    });
    expect(colours.text).toEqual([colours.canvasText]);
    expect(colours.boxes).toEqual([colours.canvas]);
    expect(colours.lines).toEqual([colours.canvasText]);
    await page.close();
  },
);
