import type { HomeStrings } from "../../types.ts";

export const home: HomeStrings = {
  lead: "手元にあるものを貼り付けてください。ブラウザーの中だけで読み取り、どこにも送信しません。",
  "box.label": "コンソールのメッセージ、curlの出力、レスポンスヘッダー、HAR",
  "box.go": "原因を調べる",
  "reads.curl": "-iか-vの出力",
  "reads.headers": "レスポンスヘッダー",
  "reads.headers.what": "テキスト",
  "reads.har": "ファイル全体",
  "ends.browser": "自分のページ",
  "ends.server": "呼び出すAPI",
  try: "例",
  "reads.console": "コンソールのメッセージ",
  ways: "3つの入り口",
  "ways.error": "エラーが出ている",
  "ways.error.lead":
    "{count}件の原因ごとに、通信での現れ方、各ブラウザーのメッセージ、直し方、確認方法をまとめています。",
  "ways.error.all": "すべての原因",
  "ways.server": "サーバーを設定したい",
  "ways.server.lead":
    "{count}件の設定に自分の値を入れて使えます。うち{run}件は実際に動かし、ブラウザーと同じリクエストで確かめました。",
  "ways.learn": "仕組みを知りたい",
  "ways.learn.lead": "ブラウザーは、いつ、何の許可を求めるのか。各エンジンは標準とどこが違うのか。",
  "ways.learn.begin": "CORSとは何か",
  "ways.learn.answer": "レスポンスに必要なもの",
  "ways.learn.when": "プリフライトが送られる条件",
  "ways.learn.engines": "エンジンと標準の違い",
  "ways.learn.all": "すべてのガイド",
  "ways.kind.guide": "ガイド",
  "ways.kind.checker": "チェッカー",
  "ways.kind.engines": "3エンジン",
  check: "送信の前に：プリフライトは送られる？",
  guides: "新しいガイド",
  causes: "やり取りの順に見る原因",
  description:
    "コンソールのCORSエラー、curlの出力、レスポンスヘッダー、HARを貼り付けると、どこで止まったか、原因、サーバーごとの直し方、確認方法がわかります。",
};
