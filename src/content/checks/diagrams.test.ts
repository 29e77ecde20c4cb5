import { afterAll, beforeAll, expect, test } from "vitest";
import { ContentCopy, type Edit, problem } from "../../../tests/support/contentCopy.ts";

let content: ContentCopy;
beforeAll(() => {
  content = new ContentCopy();
});
afterAll(() => content.remove());

const folder = "guides/fixture-whole";
const append =
  (title: string, diagram: string): Edit =>
  (text) =>
    `${text}\n\`\`\`mermaid title="${title}"\n${diagram}\n\`\`\`\n`;

/** The source's diagram, and its translations'. */
const inLanguages = (chinese: string, japanese: string, english = chinese) => ({
  [`${folder}/zh-TW.mdx`]: append("圖", chinese),
  [`${folder}/ja.mdx`]: append("図", japanese),
  [`${folder}/en.mdx`]: append("Figure", english),
});
const diagramsIn = (edits: Record<string, Edit>) =>
  content.problemsWith(edits).filter(({ message }) => message.includes("diagram"));

test("a diagram whose labels and title are translated is its source's", () => {
  const edits = inLanguages(
    "flowchart LR\nA[瀏覽器] -->|預檢| B[伺服器]",
    "flowchart LR\nA[ブラウザー] -->|プリフライト| B[とても長い名前のサーバーです]",
  );
  expect(diagramsIn(edits)).toEqual([]);
});

test("one that is built otherwise is not", () => {
  const edits = inLanguages(
    "flowchart LR\nA[瀏覽器] --> B[伺服器]\nB --> A",
    "flowchart LR\nA[ブラウザー] --> B[サーバー]",
    "flowchart LR\nA[Browser] --> B[Server]\nB --> A",
  );
  expect(diagramsIn(edits)).toEqual([
    problem(`${folder}/ja.mdx`, expect.any(Number), "The diagram (flowchart: ", "its labels are translated"),
  ]);
});

test("one of another kind is not", () => {
  const [chinese, japanese] = ["sequenceDiagram\nA->>B: 請求", "flowchart LR\nA -->|リクエスト| B"];
  expect(diagramsIn(inLanguages(chinese, japanese))).toEqual([
    problem(`${folder}/ja.mdx`, expect.any(Number), "(flowchart: ", "change it in each language"),
  ]);
});

test("one within an example that is shown, too, is drawn and told of", () => {
  const example: Edit = (text) =>
    `${text}\n\`\`\`\`md example\n\`\`\`mermaid title="x"\nflowchart LR\nA[\n\`\`\`\n\`\`\`\`\n`;
  const problems = content.problemsWith(
    Object.fromEntries(["zh-TW", "ja", "en"].map((language) => [`${folder}/${language}.mdx`, example])),
  );
  expect(problems.filter(({ message }) => message.includes('cannot be read here: "A["'))).toHaveLength(3);
});
