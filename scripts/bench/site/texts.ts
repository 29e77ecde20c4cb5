import type { Language } from "../../../src/site.config.ts";

/**
 * Guides that nobody wrote: as long as real ones, with what those have, and the same words in the notation of this site
 * and of Starlight. The same number gives the same guide.
 */

/** How a notation says what the two differ in. */
export interface Notation {
  /** What a guide starts with. */
  frontmatter(fields: Fields): string;
  /** What pins a heading's id. */
  id(id: string): string;
  /** A link. @param to what it leads to on this site @param other the number of the guide that it leads to elsewhere */
  link(words: string, to: string, other: number, language: Language): string;
  /** A block of code that is a recipe's. */
  recipe(recipe: ShownRecipe): string;
  note(words: string): string;
}

/** What a guide's frontmatter holds. */
export interface Fields {
  title: string;
  description: string;
  tldr: string[];
  number: number;
}

/** A recipe whose part is shown in guides. */
export interface ShownRecipe {
  id: string;
  /** As a guide names it: `express/server.js#cors`. */
  reference: string;
  /** As Shiki calls it. */
  language: string;
  text: string;
}

const words: Record<Language, string[]> = {
  en: "request browser server origin header method response cookie cache policy route proxy status middleware network resource value list check client answer page script address service worker".split(
    " ",
  ),
  ja: "リクエスト ブラウザー サーバー メソッド レスポンス キャッシュ 仕様 経路 状態 許可 確認 標準 設定 原因 対処 開発者 通信 一覧 値 画面 住所 応答 手順 部品".split(
    " ",
  ),
  "zh-TW":
    "請求 瀏覽器 伺服器 來源 方法 回應 快取 政策 路由 狀態 允許 選項 網路 清單 檢查 標準 設定 原因 解法 頁面 位址 服務 步驟 元件".split(
      " ",
    ),
};

/** What guides link to. */
const causes = ["options-not-routed", "allow-origin-missing", "wildcard-with-credentials", "auth-before-cors"];
const terms = ["preflight", "cors", "credentials"];
const SECTIONS = 6;

/**
 * The text of a guide.
 * @param number the guide's
 * @param count how many guides there are
 */
export function textOf(
  number: number,
  count: number,
  language: Language,
  recipes: readonly ShownRecipe[],
  notation: Notation,
): string {
  const random = numbersFrom(number * 31 + language.length);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const space = language === "en" ? " " : "";
  /** Beside what is not of the language's script. */
  const gap = language === "ja" ? "" : " ";
  const say = (length: number) => Array.from({ length }, () => pick(words[language])).join(space);
  const sentence = (length: number) => say(length) + (language === "en" ? "." : "。");
  const recipe = (of: number) => notation.recipe(recipes[of % recipes.length] as ShownRecipe);
  const link = (length: number, to: string, other: number) => notation.link(say(length), to, other % count, language);

  const blocks = [
    () => `${fetchBlock(number)}\n\n${notation.note(sentence(20))}`,
    () => recipe(number),
    () => `${curlBlock(number)}\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |`,
    () => recipe(number + 5),
    () => fetchBlock(number + 1),
    () =>
      `${curlBlock(number + 1)}\n\n${link(4, `guide:${nameOf((number + 1) % count)}`, number + 1)}${space}${sentence(12)}`,
  ];
  const section = (at: number) =>
    [
      `## ${say(4)}${notation.id(`part-${at}`)}`,
      [
        sentence(30),
        link(3, `cause:${causes[(number + at) % causes.length]}`, number * 7 + at),
        `${sentence(15)}${space}${say(15)}${gap}\`Access-Control-Allow-Origin\`${gap}**${say(4)}**${space}${sentence(10)}`,
      ].join(space),
      sentence(50),
      `- ${sentence(8)}\n- ${say(8)}${space}${link(2, `term:${terms[at % terms.length]}`, number * 3 + at)}\n- ${sentence(8)}`,
      blocks[at % blocks.length]?.() ?? "",
    ].join("\n\n");

  const title = `${say(5).slice(0, 70)} ${number}`;
  const fields = { title, description: sentence(12), tldr: [sentence(8), sentence(9), sentence(10)], number };
  const body = Array.from({ length: SECTIONS }, (_, at) => section(at)).join("\n\n");
  return `${notation.frontmatter(fields)}\n\n${body}\n`;
}

/** A guide's folder. */
export function nameOf(number: number): string {
  return `gen-${String(number).padStart(5, "0")}`;
}

function fetchBlock(number: number): string {
  return `\`\`\`js
const response = await fetch("https://api.example.com/items/${3000 + number}", {
  method: "PUT",
  credentials: "include",
  headers: { "Content-Type": "application/json", "X-Trace": "${number}" },
  body: JSON.stringify({ title: "item ${number}", done: true }),
});
if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
const items = await response.json();
\`\`\``;
}

function curlBlock(number: number): string {
  return `\`\`\`sh
curl -i -X OPTIONS https://api.example.com/items/${3000 + number} \\
  -H 'Origin: https://app.example.com' \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: content-type'
\`\`\``;
}

/** Numbers below 1 that follow from a seed. */
function numbersFrom(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) & 0x7fffffff;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
