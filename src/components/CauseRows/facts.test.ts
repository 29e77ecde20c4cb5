import { expect, test } from "vitest";
import { causes, furtherMessages, printedMessages } from "../../rules/index.ts";
import { languages } from "../../site.config.ts";
import { blockedBy, failingStatus, linesOf } from "./facts.ts";

function causeOf(id: string) {
  const cause = causes.find((each) => each.id === id);
  if (!cause) throw new Error(`There is no cause ${id}.`);
  return cause;
}

test.each([
  ["options-not-routed", "4xx"],
  ["preflight-server-error", "5xx"],
  ["preflight-redirected", "3xx"],
  ["method-not-allowed", "2xx"],
  ["error-without-cors-headers", "5xx"],
  ["redirected-elsewhere", "2xx"],
  ["mixed-content", "none"],
  ["server-not-reached", "none"],
  ["service-worker-answers", "none"],
  // Nothing fails yet: what the server would answer now, and what the script cannot read.
  ["preflight-cached", "4xx"],
  ["max-age-capped", "2xx"],
  ["no-cors-opaque", "2xx"],
])("%s fails at an answer of %s", (id, status) => {
  expect(failingStatus(causeOf(id))).toBe(status);
});

test("an engine blocks what it does not let through", () => {
  expect(blockedBy(causeOf("method-not-allowed"))).toContain("chromium");
  expect(blockedBy(causeOf("mixed-content"))).toContain("chromium");
  expect(blockedBy(causeOf("authorization-under-wildcard"))).not.toContain("chromium");
  expect(blockedBy(causeOf("no-cors-opaque"))).toEqual([]);
});

test("the lines are all that engines print, in English and in the reader's language, each once", () => {
  for (const language of languages) {
    for (const cause of causes) {
      const lines = linesOf(cause, language);
      expect(lines).toEqual([...new Set(lines)]);
      const besides = [...furtherMessages(cause.example), ...(cause.alsoPrinted ?? [])];
      for (const message of [...printedMessages(cause.example), ...besides]) {
        const isForReader = message.language === "en" || message.language === language;
        expect([cause.id, message.text, lines.includes(message.text)]).toEqual([cause.id, message.text, isForReader]);
      }
    }
  }
  expect(linesOf(causeOf("server-not-reached"), "en")).toContain(
    "Failed to load resource: net::ERR_CONNECTION_REFUSED",
  );
});
