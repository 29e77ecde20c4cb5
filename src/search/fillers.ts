import type { Language } from "../site.config.ts";
import { stemOf } from "./cut.ts";

/** Words of a question that say nothing about what is asked. They are cut off before the rest is looked for. */
const english = `a about after all also am an and any anybody anyone are as at be because been before being but by can
  cannot cant could did do does doesnt doing dont during for from get gets getting give gives had has have help
  how i if in into is isnt it its just keep let like make makes me my need needs now of on one only or our out please problem
  problems really set should so some someone somehow still such than that the their them then there these they thing
  this those through to too try trying tried up us use used using via want wants was we were what whats when where
  which while who why will with work works working wont would you your hi hello thanks app getting says say im ive id
  always never even ever every everything nothing something actually suddenly weird strange whenever soon once keeps
  kept lets see seeing seen show shows showing shown come comes coming know properly correctly right way possible
  instead same thing stuff guys folks pls plz wtf help`;

const chinese = `的 了 是 在 有 和 與 及 或 也 都 就 還 又 會 要 能 可以 可 如何 怎麼 怎麼辦 怎樣 怎 什麼 為什麼 為何 何謂 甚麼 哪些 哪個 哪裡
  哪種 嗎 呢 吧 啊 請問 問題 情況 時候 時 我 我的 你 他 它 這 這個 那 那個 一個 一直 但 但是 可是 不過 卻 而 而且 因為 所以 如果 怎麼會 該 應該
  需要 想 想要 想問 請 把 被 讓 給 從 到 對 對於 關於 用 使用 做 個 種 些 時會 之 於 以 其 中 裡 上 下 去 來 沒 過 得 地 著 之後 之前 後 前
  打 叫 噴 爆 跳 串 接 戳 踩 卡 炸 老是 總是 突然 明明 根本 到底 居然 竟然 好像 是不是 有沒有 有人 大家 知道 遇到 碰到 求解
  會不會 可不可以 能不能 要不要 算 呀 啦 喔 耶 欸 好 很 太 更 最 每次 都會 就會 一下 該怎 為啥 啥 怎會 怎麼用 怎麼寫 怎麼設 要怎麼 誰 是誰 起來
  奇怪 新手 小弟 各位 多送 多 解 解法 解決 辦法 變成 變 回 還是 一樣 意思 介紹 說明 教學 方式 出現 發生 跳出 顯示 無法 不能 不行 怎麼解決 求救 求助
  看到 解釋 中文怎麼 中文叫 英文怎麼 講 唸`;

const japanese = `の に は を が と で も や へ から まで より て た だ な か ね よ です ます ました ません する します した して し され される させ いる
  いない ある ない なる なに 何 なぜ どう どうして どうすれば どうやって いつ どこ どの どれ とは って という こと もの ため たい ください 場合 とき 時 方法 やり方
  仕方 原因 対処 対処法 対策 解決 解決策 解消 について できる できない でき ば れ れる られ られる そう ようにする よう ので のに けど しか だけ なのに
  叩く 叩い 叩いたら 叩け たら てる ている ちゃんと なんか なんで そもそも みたい やつ 急に 突然 まだ いつも もう わからない 分からない 知りたい 困って 困る
  言われる 言われ 言われた んだ んだけど んです だっけ っけ っぽい らしい わからん 分からん とりあえず ごと ごとに 側
  ハマった 詰まった 助けて お願い ですか ますか でしょうか かな なった なって なります てしまう しまった しまう しまい すると したら してる する時 にする にしたい ダメ だめ ng
  どっち どちら なく なくて 全部 やる 出る 起きる 発生 発生する いけない 教え 教えて 意味 解説 言語 入門 使い方 ない場合 さ い う く え お き け`;

/** Words that nearly every question here has: they say less than how rare they are. */
const common = `cors crossorigin cross origin error errors issue configuration config setting settings header headers fix solve
  allow blocked fail fails failed failing request requests frontend backend browser browsers web website site app
  api apis endpoint broken break breaks rejected denied refused refuses page javascript enable enabled activate
  axios ajax jquery spa data user users customer customers
  網站 擋住 擋掉 擋下 阻擋 封鎖 攔截 攔 拒絕 帶 攜帶 携帶 資料 數據 使用者 用戶 客戶 壞 壞掉 失效 呼叫 結果 顯示 東西 網頁 頁面 畫面 沒反應 沒用
  送信 拒否 通信 阻止 報錯 前端 後端 瀏覽器 跨來源 方法 擋 錯誤 設定 標頭 請求 失敗 允許 被擋 設定方法 許可
  送る 送り データ ユーザー ユーザ 弾かれる 弾かれ 弾か 怒られる 怒られ 怒られた 落ちる 拒否される サイト ページ アクセス 呼び出し 呼ぶ フロントエンド
  バックエンド ブラウザー クロスオリジン エラー ヘッダー リクエスト ブロック`;

/** Questions of what something is. */
const DEFINITION =
  /^what(?:'s| is| are| does)\b|\b(?:definition|meaning) of\b|とは[?？]?$|とは(?:何|なに)|って(?:何|なに)|の意味|(?:什麼|甚麼)是|何謂|(?:中文|英文)(?:叫|怎麼|是)|怎麼(?:講|唸|翻譯)|読み方|日本語(?:で|訳)|\bstands? for\b|是(?:什麼|甚麼)(?:意思)?[?？]?$|意思[?？]?$/;

/** Whether a folded query asks what something is. */
export const asksForDefinition = (query: string): boolean => DEFINITION.test(query);

export const commonWords: ReadonlySet<string> = new Set(common.split(/\s+/).flatMap((word) => [word, stemOf(word)]));

const lists: Readonly<Record<string, string>> = {
  en: english,
  "zh-TW": `${english} ${chinese}`,
  ja: `${english} ${japanese}`,
};

/** The words that weigh nothing in a language. */
export function fillersOf(language: Language): ReadonlySet<string> {
  return new Set((lists[language] ?? english).split(/\s+/));
}

const englishFillers = fillersOf("en");

/** Whether an English phrase is put as people put it who write English, rather than names, which are the same in all. */
export const isSentence = (phrase: string): boolean =>
  phrase
    .toLowerCase()
    .split(/\s+/)
    .some((word) => englishFillers.has(word));
