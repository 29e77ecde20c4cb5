import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnose/index.ts";
import { causes, exampleDespiteCorsHeaders, printedMessages } from "../rules/index.ts";
import { scenarios } from "../scenarios/index.ts";
import { mayBeMessage, messageOf } from "./message.ts";

const diagnoseMessage = (text: string) => messageOf(text, diagnose(text));

/** Every message that an engine prints, with another reader's URL. */
const printed = causes.flatMap((cause) =>
  [cause.example, exampleDespiteCorsHeaders(cause)]
    .flatMap((exchange) => (exchange ? printedMessages(exchange) : []))
    .map(({ text }) => text.replaceAll(new URL(cause.example.request.url).origin, "https://backend.test/v2")),
);

test("every message that an engine prints is one, and has a cause", () => {
  expect(printed.filter((text) => diagnoseMessage(text) === null)).toEqual([]);
});

test("XMLHttpRequest prints what fetch prints", () => {
  const ofFetch = printed.filter((text) => text.startsWith("Access to fetch at"));
  expect(ofFetch.length).toBeGreaterThan(0);
  for (const text of ofFetch) {
    const ofXhr = text.replace("Access to fetch at", "Access to XMLHttpRequest at");
    expect(diagnoseMessage(ofXhr)?.causes[0], text).toBe(diagnoseMessage(text)?.causes[0]);
  }
});

describe("words that are looked for are no message", () => {
  test.each([
    "preflight 403",
    "cors error only when the api returns 500",
    "is it safe to allow null origin",
    "vary: origin",
    "access-control-allow-origin: *",
    "如何允許多個網域",
    "プリフライトが発生する条件",
    // FastAPI's answer: the recipe that has it says more than the causes.
    "Disallowed CORS origin",
  ])("%s", (text) => {
    expect(diagnoseMessage(text)).toBeNull();
  });
});

test("what every failure prints names no fault", () => {
  expect(diagnoseMessage("TypeError: Failed to fetch")?.sure).toBe(false);
  expect(diagnoseMessage("Redirect is not allowed for a preflight request")?.sure).toBe(true);
});

test("whatever an engine prints goes to the diagnosis", () => {
  const exchanges = scenarios.flatMap(({ steps }) => steps);
  const lines = new Set(exchanges.flatMap((exchange) => printedMessages(exchange).map(({ text }) => text)));
  expect(lines.size).toBeGreaterThan(100);
  expect([...lines].filter((line) => !mayBeMessage(line))).toEqual([]);
});

test("and so does a code by itself", () => {
  expect(mayBeMessage("ERR_BLOCKED_BY_CLIENT")).toBe(true);
  expect(diagnoseMessage("ERR_BLOCKED_BY_CLIENT")).toEqual({ causes: [], notCors: ["extension"], sure: true });
});

test.each(["preflight 404", "Access-Control-Allow-Origin", "プリフライトとは", "nginx 設定"])(
  "%s does not",
  (query) => {
    expect(mayBeMessage(query)).toBe(false);
  },
);
