import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { Cascade } from "./cascade.ts";
import { setLabel } from "./labels.ts";

/** Han as wide as they are high, and everything else half of it. */
const measure = (text: string, { size }: { size: number }) =>
  [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 1 : 0.5), 0) * size;
const { document } = new JSDOM("").window;

function linesOf(html: string, width: number) {
  const box = document.createElement("div");
  box.innerHTML = html;
  box.style.maxWidth = `${width}px`;
  box.style.whiteSpace = "break-spaces";
  const { lines } = setLabel(box, new Cascade([]), measure);
  return lines.map((runs) => runs.map(({ text }) => text).join(""));
}

test.each([
  ["預檢請求沒有通過，因為伺服器沒有回應。", 160, ["預檢請求沒有通過，", "因為伺服器沒有回應。"]],
  ["このリクエストはプリフライトが必要です。", 160, undefined],
  ["a label of several words", 110, ["a label of", "several words"]],
  ["「引用」と（括弧）のある長い文です", 80, undefined],
])("%s is broken between words, and no line begins or ends with a mark that may not", (text, width, expected) => {
  const lines = linesOf(text, width);
  expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    expect(line).not.toMatch(/^[、。，」）ー]|[「（]$/);
    expect(measure(line, { size: 16 })).toBeLessThanOrEqual(width);
  }
  if (expected) expect(lines).toEqual(expected);
});

test("lines are broken where the author breaks them, and a name longer than a line stays whole", () => {
  expect(linesOf("<p>一<br>二</p><p>三</p>", 100)).toEqual(["一", "二", "三"]);
  expect(linesOf("Access-Control-Allow-Origin: x", 60)).toEqual(["Access-Control-Allow-Origin:", "x"]);
});

test("emphasis stays", () => {
  const box = document.createElement("div");
  box.innerHTML = "<p>前<strong>太字</strong><em>斜</em></p>";
  expect(setLabel(box, new Cascade([]), measure).lines).toEqual([
    [
      { text: "前", bold: false, italic: false },
      { text: "太字", bold: true, italic: false },
      { text: "斜", bold: false, italic: true },
    ],
  ]);
});
