import stCharacters from "opencc-js/dict/STCharacters";
import twPhrases from "opencc-js/dict/TWPhrases";
import type { Problem } from "../../problems.ts";
import { CODE, type Prose } from "../prose.ts";
import type { Replacement } from "./mends.ts";
import { type Found, phraseFinder } from "./phrases.ts";

/** Simplified forms that are right in Taiwan, too. */
const SIMPLIFIED_AND_RIGHT: Readonly<Record<string, string>> = {
  台: "台灣、平台: the form in use; 臺 is that of official names",
  准: "准許, 不准 have this character in Taiwan",
  干: "不相干, 干擾: to have to do with; 幹 is another word",
  占: "占用: to take up, as the ministry of education writes it, beside 佔",
  秘: "秘密: a secret, the form in use; 祕 is that of dictionaries",
  游: "上游, 游標: the character for water",
};

/** Words that OpenCC would write otherwise, and that developers in Taiwan use. */
const RIGHT_IN_TAIWAN: Readonly<Record<string, string>> = {
  拋出: "of an exception; 丟擲 is Microsoft's",
  連接埠: "a port; 連線埠 is rare",
  類型: "a kind, as in 內容類型; 型別 is a type of a programming language",
  用戶端: "a client; 使用者端 would be the user's side",
  文件: "documentation; a file is 檔案",
  打開: "to open a panel",
  權限: "a permission; 許可權 is said by nobody",
  參數: "a parameter; 引數 is an argument",
  項目: "an item; a project is 專案",
  前綴: "a prefix of a path; 字首 is one of a word",
  對象: "whom something is for; an object of a program is 物件",
  實例: "an example that was met; 例項 is said by nobody",
  聲明: "to state; to declare in a program is 宣告",
  查看: "to look at, as on many buttons",
};

/** Marks that are right as they are, with what stands around them. */
const RIGHT_MARKS: Readonly<Record<string, string>> = {
  "名稱: 值": "a header's line, as it is typed",
};

const HAN = "\\p{Script=Han}";
const LATIN = String.raw`[\p{Script=Latin}\p{Nd}${CODE}]`;
const FULL = "，。、；：！？「」『』（）《》";

/** Half-width marks, each with the full-width one. */
const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };

interface Mark {
  pattern: RegExp;
  what: string;
  hint: string;
  /** What stands for it, where that is known for certain. */
  mend?: (found: string, index: number, text: string) => Replacement[];
}

const marks: readonly Mark[] = [
  {
    pattern: new RegExp(String.raw`(?<=${HAN})[,;:!?](?!\d)|[,;:!?](?=${HAN})`, "gu"),
    what: "is half-width beside Chinese",
    hint: "Write the full-width mark: ，；：！？",
    // With the space behind it: the mark has its own.
    mend: (mark, index, text) => [{ index, length: text[index + 1] === " " ? 2 : 1, text: FULL_WIDTH[mark] ?? mark }],
  },
  {
    pattern: new RegExp(String.raw`(?<=${HAN})\(|\)(?=${HAN})|\((?=${HAN})|(?<=${HAN})\)`, "gu"),
    what: "is half-width beside Chinese",
    hint: "Write the full-width parentheses: （…）",
    mend: (_mark, index, text) => parentheses(text, index),
  },
  {
    pattern: new RegExp(`${HAN}${LATIN}|${LATIN}${HAN}`, "gu"),
    what: "has no space between Chinese and what is not",
    hint: "Put a space between Chinese and Latin letters, digits or code.",
    // Behind the first character, which may take two places.
    mend: (found, index) => [{ index: index + ([...found][0]?.length ?? 1), length: 0, text: " " }],
  },
  {
    pattern: new RegExp(` [${FULL}]|[，。、；：！？」』）》] (?! )`, "gu"),
    what: "has a space beside a full-width mark",
    hint: "Remove the space: the mark has its own.",
    mend: (found, index) => [{ index: index + found.indexOf(" "), length: 1, text: "" }],
  },
  {
    pattern: /“[^”]*”|‘[^’]*’|[“”‘’]/g,
    what: "is a quotation mark of other languages",
    hint: "Write 「…」, and 『…』 within.",
    mend: (found, index) =>
      // As a whole: one mark of a pair without the other would be worse than before.
      found.startsWith("“") ? [{ index, length: found.length, text: `「${found.slice(1, -1)}」` }] : [],
  },
  { pattern: /[，。、；：！？]{2,}/g, what: "is two marks", hint: "Write one of them." },
  { pattern: /臺/g, what: "is not used on this site", hint: "Write 台." },
];

/** Simplified characters, each with the traditional one. */
const simplified = new Map(
  pairsOf(stCharacters).filter(([from, to]) => from !== to && !(from in SIMPLIFIED_AND_RIGHT)),
);
const simplifiedPoints = new Set([...simplified.keys()].map((character) => character.codePointAt(0) ?? 0));
const findPhrases = phraseFinder<string | null>([
  ...pairsOf(twPhrases),
  ...[...Object.keys(RIGHT_IN_TAIWAN), ...Object.keys(RIGHT_MARKS)].map((phrase) => [phrase, null] as const),
]);

function pairsOf(dictionary: string): [from: string, to: string][] {
  return dictionary.split("|").map((pair) => pair.split(" ").slice(0, 2) as [string, string]);
}

/**
 * Checks a text's Chinese: Taiwan's characters, its words, and its marks.
 * @param told the places in the text of which something has been told
 */
export function checkChinese({ file, text, lineAt }: Prose, told: readonly Found<unknown>[]): Problem[] {
  return faultsIn(text, told).map(({ index, message, hint }) => ({ file, line: lineAt(index), message, hint }));
}

/** What of it can be mended by a machine: marks and spaces. Words and characters have a meaning to choose. */
export function mendChinese({ text }: Prose, told: readonly Found<unknown>[]): Replacement[] {
  return faultsIn(text, told).flatMap(({ mends }) => mends());
}

/** Both parentheses of a pair, one of which is given, where they can be told from others. */
function parentheses(text: string, index: number): Replacement[] {
  const start = text.lastIndexOf("(", index);
  const pair = start < 0 ? undefined : /^\([^()（）\n]*\)/.exec(text.slice(start))?.[0];
  const isOwn = pair && (index === start || index === start + pair.length - 1);
  return isOwn ? [{ index: start, length: pair.length, text: `（${pair.slice(1, -1)}）` }] : [];
}

/** Simplified characters; those that stand together are one fault. Not by a pattern: one of thousands of characters is slow. */
function simplifiedRuns(text: string): { index: number; run: string }[] {
  const runs: { index: number; run: string }[] = [];
  for (let index = 0; index < text.length; ) {
    let end = index;
    for (let point = text.codePointAt(end); simplifiedPoints.has(point ?? 0); point = text.codePointAt(end)) {
      end += (point ?? 0) > 0xffff ? 2 : 1;
    }
    if (end > index) runs.push({ index, run: text.slice(index, end) });
    index = end + 1;
  }
  return runs;
}

interface Fault {
  index: number;
  message: string;
  hint: string;
  /** Asked by who mends alone. */
  mends: () => Replacement[];
}

function faultsIn(text: string, told: readonly Found<unknown>[]): Fault[] {
  const found = findPhrases(text);
  const isTold = (index: number, length: number) =>
    [...told, ...found.filter(({ value }) => value === null)].some(
      (each) => index < each.index + each.phrase.length && each.index < index + length,
    );
  const faults: Fault[] = [];
  const add = (index: number, what: string, says: string, hint: string, mends: Fault["mends"] = () => []) => {
    if (!isTold(index, what.length)) faults.push({ index, message: `"${what}" ${says}`, hint, mends });
  };
  for (const { index, run } of simplifiedRuns(text)) {
    const traditional = [...run].map((character) => simplified.get(character)).join("");
    add(index, run, "is simplified.", `Write "${findPhrases(traditional)[0]?.value ?? traditional}".`);
  }
  for (const { index, phrase, value } of found) {
    if (value !== null && value !== phrase) add(index, phrase, "is not said so in Taiwan.", `Write "${value}".`);
  }
  for (const { pattern, what, hint, mend } of marks) {
    for (const { index, 0: mark } of text.matchAll(pattern)) {
      const around = text.slice(Math.max(0, index - 4), index + mark.length + 4).replaceAll(CODE, "`");
      add(index, mark.replaceAll(CODE, "`"), `(${around}) ${what}.`, hint, () => mend?.(mark, index, text) ?? []);
    }
  }
  return faults;
}
