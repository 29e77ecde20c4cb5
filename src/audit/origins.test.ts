import { expect, test } from "vitest";
import { foreignOrigins as ofTheSuite } from "../../scripts/conformance/requests.ts";
import { isSerializedOrigin } from "../rules/index.ts";
import { foreignOrigins } from "./origins.ts";

test("of the recipes' origin they are those that the suite asks from, and more", () => {
  expect(foreignOrigins(["https://app.example.com"])).toEqual(expect.arrayContaining(ofTheSuite));
});

test.each([
  "https://app.example.com",
  "http://localhost:3000",
  "http://127.0.0.1:65535",
  "http://[::1]:8080",
  "https://example",
  "capacitor://localhost",
  "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
  "safari-web-extension://0B0D2BF2-1111-4222-8333-123456789ABC",
])("of %s they are origins that a page can have, each once, and not that one", (origin) => {
  const found = foreignOrigins([origin]);
  expect(found.filter((each) => !isSerializedOrigin(each))).toEqual([]);
  expect(new Set(found).size).toBe(found.length);
  expect(found).not.toContain(origin);
  expect(found.length).toBeGreaterThan(3);
});

test("what is allowed, too, is not foreign", () => {
  const found = foreignOrigins(["https://app.example.com", "https://example.com"]);
  expect(found).not.toContain("https://example.com");
});
