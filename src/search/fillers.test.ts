import { expect, test } from "vitest";
import { asksForDefinition, isSentence } from "./fillers.ts";

test.each([
  "what does acao stand for",
  "preflight中文怎麼講",
  "cors 怎麼唸",
  "CORSとは",
  "クレデンシャル 読み方",
  "是什麼意思",
])("%s asks what a word means", (query) => expect(asksForDefinition(query)).toBe(true));

test.each(["preflight 404", "中文檔名 讀不到", "預檢怎麼設", "日本語のファイル名"])("%s does not", (query) =>
  expect(asksForDefinition(query)).toBe(false),
);

test("a phrase with words that say nothing is a sentence, a name or a message is none", () => {
  expect(["it works in one browser", "what is cors"].filter(isSentence)).toHaveLength(2);
  expect(["ERR_CONNECTION_REFUSED", "nginx proxy_pass", "preflight 404"].filter(isSentence)).toEqual([]);
});
