import { expect, test } from "vitest";
import { Commands } from "./commands.ts";

/** Commands, with what they have written and the events that they have told. */
function commands() {
  const written: { id: number; method: string; params: object }[] = [];
  const events: unknown[][] = [];
  const subject = new Commands(
    (text) => written.push(JSON.parse(text)),
    (...event) => events.push(event),
  );
  return { subject, written, events, receive: (message: object) => subject.receive(JSON.stringify(message)) };
}

test("an answer settles the command of its number, in whatever order answers come", async () => {
  const { subject, written, receive } = commands();
  const first = subject.send("first", { url: "https://app.example.com/" });
  const second = subject.send("second");
  expect(written).toEqual([
    { id: 1, method: "first", params: { url: "https://app.example.com/" } },
    { id: 2, method: "second", params: {} },
  ]);
  receive({ id: 2, result: "two" });
  receive({ id: 1, result: "one" });
  expect(await Promise.all([first, second])).toEqual(["one", "two"]);
});

test("an error is one in both browsers' forms", async () => {
  const { subject, receive } = commands();
  const ofFirefox = subject.send("first");
  const ofWebKit = subject.send("second");
  receive({ id: 1, error: "unknown error", message: "NS_ERROR_CONNECTION_REFUSED" });
  receive({ id: 2, error: { code: -32601, message: "'second' was not found" } });
  await expect(ofFirefox).rejects.toThrow("unknown error: NS_ERROR_CONNECTION_REFUSED");
  await expect(ofWebKit).rejects.toThrow("'second' was not found");
});

test("a message without a number is an event", () => {
  const { events, receive } = commands();
  receive({ method: "Console.messageAdded", params: { message: {} } });
  expect(events).toEqual([["Console.messageAdded", { message: {} }]]);
});

test("after the end, what is pending fails and so does what is sent", async () => {
  const { subject, written } = commands();
  const pending = subject.send("first");
  subject.end(new Error("The page was left"));
  await expect(pending).rejects.toThrow("The page was left");
  await expect(subject.send("second")).rejects.toThrow("The page was left");
  expect(written).toHaveLength(1);
});
