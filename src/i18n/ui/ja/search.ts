import type { SearchStrings } from "../../types.ts";

export const search: SearchStrings = {
  "search.label": "検索",
  "search.placeholder": "キーワード、ヘッダー名、エラーメッセージの全文",
  "search.close": "閉じる",
  "search.none": "「{query}」は見つかりませんでした。語を減らすか、原因の一覧から探してください。",
  "search.none.causes": "原因と直し方の一覧",
  "search.count": "{count}件",
  "search.one": "1件",
  "search.failed": "検索を読み込めませんでした。ページを再読み込みして、もう一度お試しください。",
  "search.hint": "エラーメッセージはそのまま貼り付けられます。↑ ↓で移動し、Enterで開き、Escで閉じます。",
};
