import { describe, expect, test } from "vitest";
import { decidePreflight } from "../../rules/index.ts";
import { type Field, readForm, type TroubleCode } from "./reading.ts";
import { type CheckerState, defaultState } from "./state.ts";

const read = (changes: Partial<CheckerState>) => readForm({ ...defaultState, ...changes });

describe("the page's origin is read as people have it", () => {
  test.each([
    ["https://app.example.com", "https://app.example.com"],
    ["https://app.example.com/", "https://app.example.com"],
    ["http://localhost:3000/login?next=%2F#top", "http://localhost:3000"],
    ["https://app.example.com:443", "https://app.example.com"],
    ["HTTPS://APP.EXAMPLE.COM", "https://app.example.com"],
    ["  https://app.example.com ", "https://app.example.com"],
    ["https://例え.テスト/頁", "https://xn--r8jz45g.xn--zckzah"],
    ["file:///Users/me/index.html", "null"],
    ["null", "null"],
    ["chrome-extension://abcdefgh/popup.html?a#b", "chrome-extension://abcdefgh"],
    // What is no scheme of the web's keeps the capitals of its host.
    ["safari-web-extension://0B0D2BF2-11/page", "safari-web-extension://0B0D2BF2-11"],
    ["capacitor://localhost", "capacitor://localhost"],
    ["ionic://localhost/", "ionic://localhost"],
    ["TAURI://localhost", "tauri://localhost"],
    ["http://tauri.localhost/", "http://tauri.localhost"],
  ])("%j", (origin, expected) => {
    expect(read({ origin })).toMatchObject({ kind: "request", request: { origin: expected } });
  });

  test("and says so where it was written another way", () => {
    expect(read({ origin: "https://app.example.com/" })).toMatchObject({
      readAs: { origin: "https://app.example.com" },
    });
    expect(read({})).toMatchObject({ readAs: {} });
  });
});

describe("the URL is read as a browser on that page would", () => {
  test.each([
    ["/api/items", "https://app.example.com/api/items"],
    ["./items?page=2", "https://app.example.com/items?page=2"],
    ["items", "https://app.example.com/items"],
    ["//cdn.example.com/a.js", "https://cdn.example.com/a.js"],
    ["https://api.example.com/items", "https://api.example.com/items"],
  ])("%j", (url, expected) => {
    expect(read({ url })).toMatchObject({ kind: "request", request: { url: expected } });
  });

  test("a path is no cross-origin request", () => {
    const reading = read({ url: "/api/items" });
    if (reading.kind !== "request") throw new Error("It is a request.");
    expect(decidePreflight(reading.request).outcome).toBe("same-origin");
  });

  test.each(["ws://api.example.com/live", "WSS://api.example.com/live"])("%s is a WebSocket", (url) => {
    expect(read({ url })).toEqual({ kind: "websocket" });
  });
});

describe("what is no request yet is named with its field, and mended where it can be", () => {
  test.each<[Partial<CheckerState>, Field, TroubleCode, string?]>([
    [{ origin: "" }, "origin", "origin-empty"],
    [{ origin: "localhost:3000" }, "origin", "origin-without-scheme", "http://localhost:3000"],
    [{ origin: "127.0.0.1:5173/" }, "origin", "origin-without-scheme", "http://127.0.0.1:5173"],
    [{ origin: "app.example.com/login" }, "origin", "origin-without-scheme", "https://app.example.com"],
    [{ origin: "https://" }, "origin", "origin-unreadable"],
    [{ origin: "htt" }, "origin", "origin-unreadable"],
    [{ origin: "*" }, "origin", "origin-unreadable"],
    [{ url: " " }, "url", "url-empty"],
    [{ url: "localhost:8080/items" }, "url", "url-without-scheme", "http://localhost:8080/items"],
    [{ url: "api.example.com/items" }, "url", "url-without-scheme", "https://api.example.com/items"],
    [{ url: "backend:8080" }, "url", "url-without-scheme", "http://backend:8080"],
    [{ url: "https:/" }, "url", "url-unreadable"],
    [{ url: "http" }, "url", "url-unreadable"],
    [{ url: "/items", origin: "null" }, "url", "url-without-page"],
    [{ method: "" }, "method", "method-empty"],
  ])("%j", (changes, field, code, mend) => {
    const reading = read(changes);
    expect(reading).toEqual({ kind: "incomplete", troubles: [{ field, code, ...(mend !== undefined && { mend }) }] });
    // One click, and it is one.
    if (mend !== undefined) expect(read({ ...changes, [field]: mend }).kind).toBe("request");
  });

  test("all of them at once", () => {
    const reading = read({ origin: "", url: "", method: "" });
    expect(reading).toMatchObject({ troubles: [{ field: "origin" }, { field: "url" }, { field: "method" }] });
  });

  test("but no method where the way of sending has but one", () => {
    expect(read({ api: "beacon", method: "" }).kind).toBe("request");
  });
});
