import { expect, test } from "vitest";
import { languages } from "../i18n/languages.ts";
import { uiStrings } from "../i18n/strings.ts";
import { everyQuestion } from "./questions.ts";

test.for(languages)("in %s, every question and its answers have their words", (language) => {
  const words: Record<string, string> = uiStrings[language].diagnose;
  const needed = [
    ...everyQuestion.flatMap(({ id, answers }) => [`ask.${id}`, ...answers.map((answer) => `ask.${id}.${answer.id}`)]),
  ];
  expect(needed.filter((key) => !words[key])).toEqual([]);
});
