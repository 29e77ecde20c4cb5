import type { SearchStrings } from "../../types.ts";

export const search: SearchStrings = {
  "search.label": "搜尋",
  "search.placeholder": "關鍵字、標頭，或整段錯誤訊息",
  "search.close": "關閉",
  "search.none": "找不到「{query}」。減少關鍵字再試一次，或直接瀏覽各種原因。",
  "search.none.causes": "所有原因與解法",
  "search.count": "{count} 筆結果",
  "search.one": "1 筆結果",
  "search.failed": "搜尋功能載入失敗。請重新整理頁面再試一次。",
  "search.hint": "錯誤訊息可以直接貼上。↑ ↓ 移動，Enter 開啟，Esc 關閉。",
};
