import { expect, test } from "vitest";
import { causes, checkPreflightResponse, checkResponse } from "../rules/index.ts";
import { preventedBy, preventedCauses } from "./prevented.ts";

const asksThePreflight = new Set(["preflight", "no-auth", "no-redirect"]);

test.for(Object.entries(preventedBy))("a server that shows %s cannot hold the line %s", ([id, line]) => {
  const cause = causes.find((one) => one.id === id);
  if (!cause) throw new Error(`There is no cause "${id}".`);
  const { request, preflight, response } = cause.example;
  const judged = asksThePreflight.has(line)
    ? preflight && checkPreflightResponse(request, preflight)
    : response && checkResponse(request, response);
  expect(judged).toMatchObject({ ok: false });
});

test("what a recipe names comes first, and a line that it cannot hold rules nothing out", () => {
  const found = preventedCauses({
    prevents: ["header-not-exposed", "vary-origin-missing"],
    holds: ["no-auth", "vary"],
  });
  expect(found).toEqual(["header-not-exposed", "vary-origin-missing", "auth-before-cors"]);
});
