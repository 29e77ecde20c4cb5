import type { MessageKey } from "../../rules/index.ts";
import type { Line } from "./types.ts";

/**
 * What people write of a message in words of their own, translate back out of another language, or
 * quote from memory: the header's name, and what is the matter with it. In English, zh-TW and ja.
 */
const sayings: readonly (readonly [MessageKey, RegExp])[] = [
  [
    "wildcard",
    /allow-?origin\b.{0,80}(?:wildcard|\*|萬用字元|ワイルドカード).{0,120}(?:credential|include|憑證|認証情報|資格情報)|credential.{0,100}(?:wildcard|allow-?origin.{0,20}\*)/,
  ],
  [
    "credentials",
    /allow-?credentials\b.{0,60}(?:is not|isnt|must be|should be|expected|missing|not true|not set|必須|應為|沒有|缺少|未設|不是|ではない|がない|でなければ|必要|されていない|されていません)|expected true in.{0,30}allow-?credentials/,
  ],
  [
    "multiple",
    /allow-?origin\b.{0,60}(?:multiple values|more than one|only one is allowed|two values|多個值|複数の値)|multiple.{0,30}allow-?origin\b/,
  ],
  [
    "mismatch",
    /allow-?origin\b.{0,100}(?:does not match|doesnt match|not equal|mismatch|differs? from|不符|不一致|一致しな|一致しません|異なる)/,
  ],
  [
    "missing",
    /(?:\bno|missing|lacks?|without|缺少|沒有|找不到)(?: the| a| any| required)?(?: cors)?(?: response)?(?: header)?[ :]{0,2}access-control-allow-?origin|access-control-allow-?origin\b.{0,30}(?:is missing|missing|absent|not present|not found|not set|不存在|ありません|がない|存在しない|含まれていない|見つから|足りない)/,
  ],
  [
    "method",
    /method \w{1,20} (?:is )?not (?:allowed|permitted|listed).{0,60}(?:allow-?methods|cors|preflight)|allow-?methods\b.{0,40}(?:(?:does not|doesnt|not) (?:include|contain|list|allow)|不允許|未允許|不含|沒有|未包含|(?:許可さ|含ま)れ.{0,4}(?:ない|ません))/,
  ],
  [
    "header",
    /header (?:field )?[\w-]{1,60} (?:is )?not (?:allowed|permitted|listed).{0,80}(?:allow-?headers|cors|preflight)|allow-?headers\b.{0,60}(?:(?:does not|doesnt|not) (?:include|contain|list|allow)|不允許|未允許|不含|沒有|未包含|(?:許可さ|含ま)れ.{0,4}(?:ない|ません))/,
  ],
  ["redirect", /redirect\w* (?:is |are )?not allowed for (?:a |the )?preflight/],
  [
    "status",
    /preflight (?:response |request |check |channel )?(?:has )?(?:failed|did not succeed|was not successful|is not successful|unsuccessful)/,
  ],
];
const HEADER =
  /header (?:field )?([\w-]{1,60}) (?:is )?not|(?:ヘッダー?|標頭|檔頭|表頭) ?([\w-]{1,60}) ?(?:が|は|不|未)/;
const METHOD = /method (\w{1,20}) (?:is )?not/;
const STATUS = /(?:status(?: code)?|狀態碼|狀態代碼|ステータスコード)[ :]{0,3}([1-5]\d\d)\b/;
/** Said of OPTIONS or the preflight: which status it has. */
const OPTIONS_STATUS =
  /\b(?:options|preflight)\b[^.\d]{0,60}(?:returns?|returned|responds?|responded|gives?|gets?|got|fails?|failed|with|status|code|→|->|=>|回傳|回應|返回|が|は|:)[^.\d]{0,20}\b([1-5]\d\d)\b/;

/** No more of a text is prose about one message. */
const LONGEST = 5000;

/** Reads a text in which no message stands as an engine prints it. */
export function paraphrasesIn(original: string): Line[] {
  const text = original
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/['"`‘’“”「」*_]/g, (mark, index: number) =>
      mark === "*" && original.charAt(index - 1) !== "*" && original.charAt(index + 1) !== "*" ? "*" : "",
    )
    .replace(/\s+/g, " ");
  const at = { from: 0, to: Math.min(original.length, LONGEST), kind: "console", loose: true } as const;
  const status = OPTIONS_STATUS.exec(text)?.[1] ?? STATUS.exec(text)?.[1];
  const ofStatus = status ? { status: Number(status) } : {};
  const key = sayings.find(([, saying]) => saying.test(text))?.[0];
  if (!key) return OPTIONS_STATUS.test(text) ? [{ ...at, phase: "preflight", ...ofStatus }] : [];
  const [, inEnglish, header = inEnglish] = (key === "header" && HEADER.exec(text)) || [];
  const method = key === "method" ? METHOD.exec(text)?.[1] : undefined;
  const isOfPreflight =
    ["method", "header", "redirect", "status"].includes(key) || /\bpreflight\b|預檢|プリフライト/.test(text);
  return [
    {
      ...at,
      keys: [key],
      ...(isOfPreflight && { phase: "preflight" }),
      ...ofStatus,
      ...(header && { header }),
      ...(method && { method: method.toUpperCase() }),
    },
  ];
}
