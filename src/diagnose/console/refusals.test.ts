import { expect, test } from "vitest";
import { type CorsRequest, corsRefusals, findCauses } from "../../rules/index.ts";
import { diagnose } from "../index.ts";

const request: CorsRequest = {
  origin: "https://app.example.com",
  url: "https://api.example.com/items",
  method: "PUT",
  headers: [["Content-Type", "application/json"]],
  credentials: "same-origin",
  mode: "cors",
  api: "fetch",
  body: "text",
  uploadListener: false,
};
const named = (input: string) => diagnose(input).findings[0]?.causes.map(({ id }) => id);
/** What the rules say of an answer to OPTIONS with this body. */
const shown = (body: string) =>
  findCauses({ request, preflight: { status: 403, headers: [], body } }).map(({ id }) => id);

test.for(corsRefusals.map(({ says }) => [says] as const))("a log that says %s means what the rules say", ([says]) => {
  expect(named(says)).toEqual(shown(says));
});

test("API Gateway's missing token is a route that is missing, no authentication", () => {
  const body = '{"message":"Missing Authentication Token"}';
  const causes = named(body) ?? [];
  expect(causes[0]).toBe("gateway-answers-options");
  expect(causes).not.toContain("auth-before-cors");
  expect(shown(body)).toEqual(expect.arrayContaining(causes));
});
