import { describe, expect, test } from "vitest";
import { readAnswers } from "./answerText.ts";
import { writeAnswer } from "./writeAnswer.ts";

const allow = ["Access-Control-Allow-Origin", "https://app.example.com"] as const;
const line = allow.join(": ");

describe("what was answered is read as people have it", () => {
  test.each([
    ["as it goes over the wire", `HTTP/1.1 204 No Content\r\n${line}\r\n\r\n`],
    ["over HTTP/2", `HTTP/2 204\n${line}`],
    ["with the status alone in its line", `204\n${line}`],
    ["with its words", `  204 No Content\n${line}`],
    ["as curl -v prints it", `< HTTP/1.1 204 No Content\n< ${line}\n<`],
    ["below the command", `$ curl -i -X OPTIONS 'https://api.example.com/items'\nHTTP/1.1 204 No Content\n${line}`],
  ])("%s", (_how, text) => {
    expect(readAnswers(text, "preflight")).toEqual({ preflight: { status: 204, headers: [allow] } });
    expect(readAnswers(text, "response")).toEqual({ response: { status: 204, headers: [allow] } });
  });

  test("both at once, whichever field they are pasted into", () => {
    const text = `$ curl -i -X OPTIONS 'https://api.example.com/items' -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT'
HTTP/1.1 204 No Content
${line}
Access-Control-Allow-Methods: PUT

$ curl -i -X PUT 'https://api.example.com/items' -H 'Origin: https://app.example.com'
HTTP/1.1 500 Internal Server Error
Content-Type: text/plain
`;
    const both = {
      preflight: { status: 204, headers: [allow, ["Access-Control-Allow-Methods", "PUT"]] },
      response: { status: 500, headers: [["Content-Type", "text/plain"]] },
    };
    expect(readAnswers(text, "preflight")).toEqual(both);
    expect(readAnswers(text, "response")).toEqual(both);
  });

  test("without what decides nothing, and so without secrets", () => {
    expect(readAnswers(`200\nSet-Cookie: a=b\nDate: now\nCF-Ray: abc\n${line}`, "response")).toEqual({
      response: { status: 200, headers: [["CF-Ray", "***"], allow] },
    });
  });

  test("with what a CORS layer says in the body", () => {
    expect(readAnswers("HTTP/1.1 403\nContent-Length: 20\n\nInvalid CORS request", "preflight")).toMatchObject({
      preflight: { status: 403, body: expect.stringContaining("Invalid CORS request") },
    });
  });

  test.each(["", "Access-Control-Allow-Origin: *", "20", "it says nothing"])("%j is none yet", (text) => {
    expect(readAnswers(text, "response")).toEqual({ response: null });
  });
});

test("an answer that is written is read as it was", () => {
  const answer = { status: 405, headers: [allow, ["Vary", "Origin"] as const] };
  expect(writeAnswer(answer)).toBe(`HTTP/1.1 405 Method Not Allowed\n${line}\nVary: Origin`);
  expect(readAnswers(writeAnswer(answer), "preflight")).toEqual({ preflight: answer });
  expect(writeAnswer(null)).toBe("");
});
