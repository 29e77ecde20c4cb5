import { describe, expect, test } from "vitest";
import { request } from "../examples/index.ts";
import { decidePreflight, type ElementKind, elements, judgeExchange, profiles } from "../index.ts";

const kinds = Object.keys(elements) as ElementKind[];
const asks = (changes: object) => request({ api: "element", ...changes });
const endOf = (element: ElementKind, changes: object) =>
  judgeExchange({ element, request: asks(changes), response: { status: 200, headers: [] } }).end;

describe.for(kinds)("%s", (element) => {
  const { modes, credentials } = elements[element];

  test("never causes a preflight, whichever way it asks", () => {
    for (const mode of modes) {
      for (const each of credentials) {
        expect(decidePreflight(asks({ mode, credentials: each })).outcome).toBe(
          mode === "cors" ? "no-preflight" : "opaque",
        );
      }
    }
  });

  test("with CORS, is refused an answer without Allow-Origin", () => {
    expect(endOf(element, {})).toMatchObject({ kind: "blocked", failures: [{ code: "allow-origin-missing" }] });
  });
});

describe("what an element gives its page no way to ask for", () => {
  test.for<[ElementKind, object, string]>([
    ["font", { mode: "no-cors", credentials: "include" }, "mode"],
    ["font", { credentials: "include" }, "credentials"],
    ["module", { mode: "no-cors", credentials: "include" }, "mode"],
  ])("%s: %j", ([element, changes, subject]) => {
    expect(endOf(element, changes)).toMatchObject({
      kind: "refused",
      reasons: [{ code: "api-cannot-express", subject }],
    });
  });

  test("a module can be asked for with credentials, by crossorigin", () => {
    expect(endOf("module", { credentials: "include" }).kind).toBe("blocked");
  });

  test("it is another's request that no element makes", () => {
    const trace = judgeExchange({ element: "font", request: request({ credentials: "include" }) });
    expect(trace.end.kind).toBe("unanswered");
  });
});

test("WebKit asks for a font as for an image: without CORS, and with credentials", () => {
  const font = { element: "font", request: asks({}), response: { status: 200, headers: [] } } as const;
  const { end } = judgeExchange(font, profiles.webkit);
  expect(end).toMatchObject({ kind: "opaque", request: { mode: "no-cors", credentials: "include" } });
  expect(judgeExchange({ ...font, element: "module" }, profiles.webkit).end.kind).toBe("blocked");
});

test("Chromium sends to a URL with a user name for a video alone", () => {
  const url = "https://user:secret@api.example.com/items";
  const exchange = { request: asks({ url, mode: "no-cors", credentials: "include" }) };
  const ends = kinds.flatMap((element) =>
    elements[element].modes.includes("no-cors")
      ? [[element, judgeExchange({ ...exchange, element }, profiles.chromium).end.kind]]
      : [],
  );
  expect(Object.fromEntries(ends)).toEqual({
    img: "refused",
    video: "unanswered",
    script: "refused",
    stylesheet: "refused",
  });
});

test("a worker's script is taken from the page's own origin only", () => {
  const worker = (url: string) => decidePreflight(request({ api: "worker", mode: "same-origin", url }));
  expect(worker("https://api.example.com/worker.js")).toMatchObject({
    outcome: "refused",
    reasons: [{ code: "same-origin-mode" }],
  });
  expect(worker("https://app.example.com/worker.js").outcome).toBe("same-origin");
  expect(decidePreflight(request({ api: "worker" }))).toMatchObject({
    outcome: "refused",
    reasons: [{ code: "api-cannot-express", subject: "mode" }],
  });
});
