import type { TerminalPageStrings } from "../../types.ts";

export const terminalPage: TerminalPageStrings = {
  title: "在終端機檢查 CORS",
  lead: "一行指令就能照瀏覽器的方式詢問你的伺服器，並說明在 Chrome、Firefox、Safari 裡 JavaScript 拿不拿得到回應、為什麼，以及怎麼修。",
  start: "只要有 Node 20 以上的版本，不會安裝其他東西：",
  "start.lang": "輸出的語言依照系統的語系，也可以用 `--lang` 指定。每個指令都有 `--help`；要給程式讀取就用 `--json`。",
  "probe.title": "詢問伺服器",
  "probe.text":
    "`probe` 和瀏覽器一樣，先送預檢請求，再送實際請求：方法會正規化、標頭名稱會排序，沒有用 `--cookie` 指定就不送 Cookie。預檢請求的重新導向不會跟著走；實際請求的重新導向則照各引擎的方式處理。加上 `--stack` 會直接顯示修正用的程式碼。除了網址，也可以把複製來的 curl 指令或 `fetch()` 呼叫用引號括起來。",
  "explain.title": "解釋手邊的內容",
  "explain.text":
    "`explain` 看得懂能貼進診斷的所有內容：主控台訊息、curl 的輸出、複製的請求、HAR。還需要知道的事，它會直接問你；沒有人可以回答時，就列出來。",
  "audit.title": "檢查自己的伺服器",
  "audit.text":
    "`audit` 用的是檢驗本站設定範例的問題：正確的來源、其他來源、名稱相似的來源、`null`、錯誤、`Vary`、Max-Age、重複的標頭、不帶 token 的預檢。只送 GET、HEAD、OPTIONS，每秒最多 20 個。",
  "check.title": "不連線到伺服器",
  "check.text": "`check` 和判斷工具一樣，說明瀏覽器會怎麼處理某個請求，不會連線到任何伺服器。",
  "ci.title": "在 CI 裡",
  "ci.text":
    "結束狀態：通過是 0，失敗是 1，無法判斷是 2，用法錯誤是 3。`--format junit` 和 `--format sarif` 可以交給顯示測試結果的工具。下面是檢查預覽環境的 GitHub Actions 工作流程：",
  "tests.title": "在測試裡",
  "tests.text":
    "`preflight-guide/matchers` 可以擴充 Vitest、Jest、Playwright 的 `expect`。測試失敗時印出的內容，和指令印出的一樣。Jest 要能載入 ES 模組，請用 `node --experimental-vm-modules node_modules/jest/bin/jest.js` 執行。",
  "library.title": "在程式裡",
  "library.text":
    "`preflight-guide/rules` 判斷瀏覽器會怎麼做，`preflight-guide/diagnose` 從貼上的內容找出原因；這兩個在瀏覽器裡也能用。`preflight-guide/audit` 則用來詢問伺服器。",
  "secrets.title": "什麼會離開你的電腦",
  "secrets.text": "只有送到你指定的伺服器的請求。token、Cookie 和其他看起來像機密的內容，都會顯示成 `***`。",
  output: "輸出",
  file: "檔案",
  link: "這些都能在終端機做",
};
