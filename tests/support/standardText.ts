import type { Language } from "../../src/site.config.ts";

/** The words of a text about nothing, a few dozen as in a real one's subject. */
const words: Record<Language, readonly string[]> = {
  en: "request browser server origin header preflight method response cookie cache policy token route proxy status wildcard answer allow cross network resource value list check rule client page script".split(
    " ",
  ),
  ja: "リクエスト ブラウザー サーバー オリジン ヘッダー プリフライト メソッド レスポンス 資格情報 仕様 認証 経路 状態 許可 確認 標準 設定 原因 対処 開発者 通信 資源 一覧 値 規則 画面".split(
    " ",
  ),
  "zh-TW":
    "請求 瀏覽器 伺服器 來源 標頭 預檢 方法 回應 憑證 快取 政策 權杖 路由 代理 狀態 萬用字元 允許 選項 網路 資源 清單 檢查 標準 設定 原因 解法 規則 頁面".split(
      " ",
    ),
};

/** Characters that a word is counted as, on average; a spaced one is one. */
const LENGTH: Record<Language, number> = { en: 1, ja: 3.25, "zh-TW": 2.46 };

const code = (turn: number) => `\`\`\`js
const response = await fetch("https://api.example.com/items/${3000 + turn}", {
  method: "PUT",
  credentials: "include",
  headers: { "Content-Type": "application/json", "X-Trace": "${turn}" },
  body: JSON.stringify({ title: "item ${turn}", done: true }),
});
if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
\`\`\``;

/**
 * A guide's text in Markdown by which sites are compared: six sections of paragraphs, lists, links and code in a line,
 * six blocks of code, a table; 2,000 words, or characters where a language has no spaces between words.
 */
export function standardText(language: Language): string {
  let seed = 1;
  const next = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return words[language][Math.floor((seed / 0x7fffffff) * words[language].length)] as string;
  };
  const [gap, end] = language === "en" ? [" ", "."] : ["", "。"];
  const say = (count: number) => Array.from({ length: Math.round(count / LENGTH[language]) }, next).join(gap);
  const sections = Array.from({ length: 6 }, (_, turn) =>
    [
      `## ${say(6)} {#part-${turn}}`,
      `${say(50)}${gap}[${say(6)}](cause:options-not-routed)${gap}${say(60)}${gap}\`Access-Control-Allow-Origin\`${gap}**${say(6)}**${gap}${say(30)}${end}`,
      `${say(90)}${end}`,
      [say(15), `${say(10)}${gap}[${say(3)}](term:preflight)`, say(15)].map((item) => `- ${item}`).join("\n"),
      code(turn),
      ...(turn === 2 ? ["| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"] : []),
      `${say(40)}${end}`,
    ].join("\n\n"),
  );
  return sections.join("\n\n");
}
