import { expect, test } from "vitest";
import { causes, printedMessages } from "../../rules/index.ts";
import { telling } from "./telling.ts";

const bold = (message: string) =>
  telling(message)
    .filter(({ tells }) => tells)
    .map(({ text }) => text);

test.each([
  [
    "Access to fetch at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
    "It does not have HTTP ok status.",
  ],
  [
    "Access to fetch at 'https://a.test/' from origin 'https://b.test' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.",
    "Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.",
  ],
  [
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.test/. (Reason: CORS preflight response did not succeed). Status code: 401.",
    "CORS preflight response did not succeed",
  ],
  [
    "クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://a.test/ にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。ステータスコード: 401",
    "CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない",
  ],
  [
    "已封鎖跨來源請求: 同源政策不允許讀取 https://a.test/ 的遠端資源。（原因: CORS preflight 回應並未成功）。狀態代碼: 401。",
    "CORS preflight 回應並未成功",
  ],
])("of %s the reason tells", (message, reason) => {
  expect(bold(message)).toEqual([reason]);
});

test("a message that is all reason has nothing bold in it", () => {
  expect(bold("Preflight response is not successful. Status code: 401")).toEqual([]);
});

test("nothing of a message is lost or changed", () => {
  for (const { example } of causes) {
    for (const { text } of printedMessages(example)) {
      expect(
        telling(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }
  }
});
