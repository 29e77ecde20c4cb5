import { expect, test } from "vitest";
import { isLocalised } from "./codeComments.ts";

test.each([
  ["a letter to send", "text", "件名：お願い\n\nご担当者様\nVary: Origin", true],
  ["a message with one word of it", "text", "Blocked:\nReason\n理由", false],
  ["code with comments", "js", "// 許可するオリジン", false],
  ["nothing", "text", "", false],
])("%s is a text of one language, or is not", (_name, language, text, expected) => {
  expect(isLocalised(text, language)).toBe(expected);
});
