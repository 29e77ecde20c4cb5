import { expect, test } from "vitest";
import { diagnose } from "../index.ts";

/** What is blamed for one answer in Chromium's HAR, which came in. */
function blamed(status: number): string[] {
  const request = {
    method: "GET",
    url: "https://api.example.com/items",
    headers: [{ name: "Origin", value: "https://app.example.com" }],
  };
  const response = { status, headers: [], content: {}, _error: null };
  const har = { log: { creator: { name: "WebInspector" }, entries: [{ _resourceType: "fetch", request, response }] } };
  return diagnose(JSON.stringify(har)).findings.flatMap(({ causes }) => causes.map(({ id }) => id));
}

/** A 304 carries none of the headers that its stored answer has. */
test("nothing is blamed for an answer that was still good: a 304 leads nowhere else", () => {
  expect(blamed(304)).toEqual([]);
  expect(blamed(302)).not.toEqual([]);
});
