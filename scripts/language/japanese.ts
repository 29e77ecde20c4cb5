import { TextlintKernel, type TextlintKernelRule, type TextlintMessage } from "@textlint/kernel";
import textPlugin from "@textlint/textlint-plugin-text";
import spacing from "textlint-rule-preset-ja-spacing";
import technical from "textlint-rule-preset-ja-technical-writing";
import jtf from "textlint-rule-preset-jtf-style";
import prh from "textlint-rule-prh";
import { stringify } from "yaml";
import { allProse } from "../../src/content/checks/allProse.ts";
import type { ContentFolder } from "../../src/content/checks/context.ts";
import { type Mend, mendOf } from "../../src/content/checks/mends.ts";
import { CODE, type Prose } from "../../src/content/prose.ts";
import type { Problem } from "../../src/problems.ts";
import { type Lines, lineOfFound, linesByFile, pieceAt } from "./lines.ts";

/** The rules for technical writing that had no false alarm in this site's texts. */
const TECHNICAL = [
  "arabic-kanji-numbers",
  "ja-no-abusage",
  "ja-unnatural-alphabet",
  "max-kanji-continuous-len",
  "no-double-negative-ja",
  "no-doubled-conjunction",
  "no-doubled-conjunctive-particle-ga",
  "no-dropping-the-ra",
  "no-hankaku-kana",
  "no-invalid-control-character",
  "no-nfd",
  "no-zero-width-spaces",
];

/** Words beside those of the glossary. */
const WORDS = [
  { pattern: "/コンテナ(?!ー)/", expected: "コンテナー" },
  { pattern: "構いません", expected: "かまいません" },
  { pattern: "利用者", expected: "ユーザー" },
  { pattern: "大文字小文字", expected: "大文字と小文字" },
  { pattern: "/がないと(?=出|表示|言)/", expected: "がないというメッセージが" },
];

/** What is right against a rule, with the reason. */
const RIGHT: readonly { rule: string; text: RegExp; file?: RegExp; why: string }[] = [
  {
    rule: "1.1.1.本文",
    text: /である。|送られる。/,
    why: "conditions in a list, and symptoms in the table, are in the plain form",
  },
  { rule: "1.2.1.句点(。)と読点(、)", text: /\.NET/, why: "a name" },
  { rule: "4.1.3.ピリオド(.)、カンマ(,)", text: /\.NET/, why: "a name" },
  {
    rule: "4.2.2.疑問符(？)",
    text: /？ /,
    file: /diagnose\.ts$/,
    why: "a terminal prints it, in which a full-width space is two columns",
  },
  { rule: "4.2.6.ハイフン(-)", text: /(?<![\w-])--?[a-zの]|-は/, why: "an option of a command, as one types it" },
  {
    rule: "4.2.7.コロン(：)",
    text: /: /,
    file: /terminal\.ts$/,
    why: "a terminal prints it, in which a full-width colon is two columns",
  },
  {
    rule: "3.1.1.全角文字と半角文字の間",
    text: /\d [通失判使]/,
    file: /terminal\.ts$/,
    why: "statuses of a command, each before what it means",
  },
];

/** Checks the Japanese of all words by textlint. It takes seconds, so only those who ask for everything wait for it. */
export async function checkJapanese(content: ContentFolder): Promise<Problem[]> {
  const faults = await findFaults(allProse(content));
  return faults.map(({ lines, around, message: { ruleId, message, range } }) => ({
    file: lines.file,
    line: lineOfFound(lines, range[0]),
    message: `${ruleId} (…${around}…): ${message.split("\n")[0]}`,
    hint: "Write it otherwise; what is right against the rule is listed in scripts/language/japanese.ts.",
  }));
}

/**
 * What of that can be mended by a machine: marks, spaces, forms of characters, and the words that have one other.
 * @param prose of any language; what is not Japanese is left out
 */
export async function mendJapanese(prose: readonly Prose[]): Promise<Mend[]> {
  const faults = await findFaults(prose);
  return faults.flatMap(({ lines, message: { fix } }) => {
    if (!fix) return [];
    const [start, end] = fix.range;
    const { piece, offset } = pieceAt(lines, start);
    const written = piece?.text.slice(offset, offset + end - start) ?? "";
    // What stands for code is no words of its own, and a piece's end is another's start.
    if (!piece || written.includes(CODE) || written.length < end - start) return [];
    return [mendOf(piece, { index: offset, length: end - start, text: fix.text })];
  });
}

interface Fault {
  lines: Lines;
  /** The words around it. */
  around: string;
  message: TextlintMessage;
}

async function findFaults(all: readonly Prose[]): Promise<Fault[]> {
  const kernel = new TextlintKernel();
  const rules = [
    ...rulesOf(spacing),
    ...rulesOf(jtf),
    ...rulesOf(technical).filter(({ ruleId }) => TECHNICAL.includes(ruleId)),
    { ruleId: "prh", rule: moduleOf(prh), options: { ruleContents: [stringify({ version: 1, rules: WORDS })] } },
  ];
  const faults: Fault[] = [];
  // The rules are for sentences in です・ます with their code apart.
  const prose = all.filter(({ isComment }) => !isComment);
  for (const lines of linesByFile(prose, "ja", "a")) {
    const { messages } = await kernel.lintText(lines.text, {
      ext: ".txt",
      plugins: [{ pluginId: "text", plugin: moduleOf(textPlugin) }],
      rules,
    });
    for (const message of messages) {
      const { ruleId, range } = message;
      const around = lines.text.slice(Math.max(0, range[0] - 12), range[1] + 12).replaceAll("\n", " ");
      const isRight = RIGHT.some(
        ({ rule, text, file }) => rule === ruleId && text.test(around) && (file?.test(lines.file) ?? true),
      );
      if (!isRight) faults.push({ lines, around, message });
    }
  }
  return faults;
}

function rulesOf({ rules, rulesConfig }: typeof spacing): TextlintKernelRule[] {
  return Object.entries(rules)
    .filter(([ruleId]) => rulesConfig[ruleId] !== false)
    .map(([ruleId, rule]) => ({ ruleId, rule: moduleOf(rule), options: rulesConfig[ruleId] ?? true }));
}

/** What a package exports: some have it as `default` of what they export as CommonJS. */
function moduleOf<T>(module: T): T {
  return (module as { default?: T }).default ?? module;
}
