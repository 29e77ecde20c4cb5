import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

const content = "Title One two three four. Five six seven eight nine ten. Eleven twelve";
const sections = [
  { element: "h2", id: "later", text: "Eleven", location: content.split(" ").indexOf("Eleven") },
] as never;

/** The excerpt around a word, of so many words. */
function around(word: string, length: number): string {
  const place = content.split(" ").indexOf(word);
  const page = { content, anchors: sections } as never;
  const { text } = excerptOf(page, [[place]], [1], { skip: 1, length, spaced: true });
  return text.map((piece) => piece.text).join("");
}

test.each([
  ["One", 4, "One two three four."],
  ["two", 3, "…two three four."],
  ["Five", 3, "Five six seven…"],
  ["seven", 2, "…seven eight…"],
  ["nine", 4, "…eight nine ten."],
  ["One", 9, "One two three four. Five six seven eight nine…"],
  ["Five", 8, "…three four. Five six seven eight nine ten."],
])("the excerpt around %s says where it begins or ends within a sentence", (word, length, excerpt) => {
  expect(around(word, length)).toBe(excerpt);
});
