import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { apis, decidePreflight } from "../../rules/index.ts";
import { presets } from "./presets.ts";
import { apiNames, bodies, type CheckerState, credentialsModes, modes, toRequest } from "./state.ts";

fc.configureGlobal({ seed: takeSeed("States of the checker") });

const plain: CheckerState = { ...presets.default, method: "GET", contentType: "", headers: [], body: "none" };

describe("the request that the form describes", () => {
  test("has the content type as its first header, where one is set", () => {
    const state: CheckerState = { ...plain, contentType: "text/plain", headers: [["X-A", "1"]] };
    expect(toRequest(state).headers).toEqual([
      ["Content-Type", "text/plain"],
      ["X-A", "1"],
    ]);
    expect(toRequest({ ...state, contentType: "  " }).headers).toEqual([["X-A", "1"]]);
  });

  test("leaves out a header whose name is still to be typed", () => {
    expect(
      toRequest({
        ...plain,
        headers: [
          ["", ""],
          [" ", "x"],
          ["X-A", ""],
        ],
      }).headers,
    ).toEqual([["X-A", ""]]);
  });

  test("forgives blanks around what was pasted", () => {
    const request = toRequest({
      ...plain,
      origin: " https://a.example ",
      url: "\thttps://b.example/ ",
      method: " PUT",
    });
    expect(request).toMatchObject({ origin: "https://a.example", url: "https://b.example/", method: "PUT" });
  });

  test.each([
    ["beacon", { method: "POST", headers: [], credentials: "include", mode: "cors" }],
    ["eventsource", { method: "GET", headers: [], body: "none", mode: "cors" }],
    ["element", { method: "GET", headers: [], body: "none", mode: "cors" }],
    ["xhr", { method: "PUT", body: "none", mode: "cors", credentials: "same-origin" }],
  ] as const)("through %s is what that API can send", (api, expected) => {
    const state: CheckerState = {
      ...plain,
      api,
      method: "PUT",
      headers: [["X-A", "1"]],
      body: "stream",
      mode: "same-origin",
      credentials: "omit",
    };
    expect(toRequest(state)).toMatchObject(expected);
  });

  test("has an upload listener through XMLHttpRequest only", () => {
    const listening = apiNames.filter((api) => toRequest({ ...plain, api, uploadListener: true }).uploadListener);
    expect(listening).toEqual(["xhr"]);
  });

  test("never asks of an API what it cannot express, whatever the form holds", () => {
    const any = fc.record({
      api: fc.constantFrom(...apiNames),
      body: fc.constantFrom(...bodies),
      credentials: fc.constantFrom(...credentialsModes),
      mode: fc.constantFrom(...modes),
      uploadListener: fc.boolean(),
      headers: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(any, (changes) => {
        const { outcome, reasons } = decidePreflight(toRequest({ ...plain, ...changes }));
        expect(outcome === "refused" ? reasons.map(({ code }) => code) : []).not.toContain("api-cannot-express");
      }),
    );
  });

  test("offers at least one choice in each field", () => {
    for (const api of apiNames) {
      const choices = apis[api];
      expect([choices.bodies.length, choices.credentials.length, choices.modes.length]).not.toContain(0);
    }
  });
});

test("every preset is a request that a browser sends", () => {
  for (const [name, preset] of Object.entries(presets)) {
    expect(decidePreflight(toRequest(preset)).outcome, name).not.toBe("refused");
  }
});
