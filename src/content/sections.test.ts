import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { splitSections } from "./sections.ts";

fc.configureGlobal({ seed: takeSeed("Sections") });

const body = `Before the first heading.

## First {#first}

Text.

### Within the first {#within}

\`\`\`md
## Not a heading {#code}
\`\`\`

## 二つ目 {#second}
Text.
`;

describe("splitting a text into sections", () => {
  test("a section goes from one second-rank heading to the next, with what is below it", () => {
    expect(splitSections(body, "ja.md").map(({ id, title, line }) => ({ id, title, line }))).toEqual([
      { id: "intro", title: "", line: 1 },
      { id: "first", title: "First", line: 3 },
      { id: "second", title: "二つ目", line: 13 },
    ]);
  });

  test("a heading in a code block is code", () => {
    expect(splitSections(body, "ja.md")[1]?.text).toContain("## Not a heading");
  });

  test("a fence ends with its own mark only", () => {
    const text = "````md\n```\n## Code {#code}\n````\n## Heading {#heading}\n";
    expect(splitSections(text, "ja.md").map(({ id }) => id)).toEqual(["intro", "heading"]);
    expect(
      splitSections("~~~\n## Code {#code}\n```\n## Code {#b}\n~~~\n## Heading {#heading}", "ja.md").map(({ id }) => id),
    ).toEqual(["intro", "heading"]);
  });

  test("a heading without a pinned id has an empty one", () => {
    expect(splitSections("## No id\n", "ja.md")[1]).toMatchObject({ id: "", title: "No id" });
  });

  test("line ends of Windows make no difference", () => {
    const windows = splitSections(body.replaceAll("\n", "\r\n"), "ja.md");
    expect(windows.map(({ id, line }) => [id, line])).toEqual(
      splitSections(body, "ja.md").map(({ id, line }) => [id, line]),
    );
  });

  test("nothing of the text is lost", () => {
    const line = fc.oneof(
      fc.constantFrom("## A {#a}", "## B", "```", "~~~", "````", "", "# C", "### D {#d}"),
      fc.string().map((text) => text.replace(/\n/g, "")),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        expect(
          splitSections(text, "ja.md")
            .map((section) => section.text)
            .join(""),
        ).toBe(`${text}\n`);
      }),
    );
  });
});
