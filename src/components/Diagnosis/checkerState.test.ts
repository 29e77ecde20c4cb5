import { expect, test } from "vitest";
import { diagnose } from "../../diagnose/index.ts";
import { outcomeOf } from "../Checker/judge.ts";
import { readLink, writeLink } from "../Checker/link.ts";
import { toRequest } from "../Checker/state.ts";
import { toCheckerState } from "./checkerState.ts";

const asked = `$ curl -i -X OPTIONS 'https://api.example.com/items' -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: content-type'`;

/** What the checker shows for the first finding, by the link that leads there. */
function linked(input: string) {
  const [finding] = diagnose(input).findings;
  const { request = {} } = finding?.exchange ?? {};
  const { state, problems } = readLink(writeLink(toCheckerState(request, finding?.exchange)));
  expect(problems).toEqual([]);
  return { finding, state, outcome: outcomeOf(toRequest(state), state) };
}

test.each([
  ["a status", `${asked}\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n`],
  ["a missing header", `${asked}\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Methods: PUT\n`],
  ["a list", `${asked}\nHTTP/1.1 204\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: PUT\n`],
  ["a body that a CORS layer wrote", `${asked}\nHTTP/1.1 403 Forbidden\n\nInvalid CORS request\n`],
  ["a sentence in a longer body", `${asked}\nHTTP/1.1 500\n\n<pre>Error: Not allowed by CORS at secret.js</pre>\n`],
])("a finding leads to the checker with the answer that shows its cause: %s", (_what, input) => {
  const { finding, state, outcome } = linked(input);
  expect(state.preflight).not.toBeNull();
  expect(outcome.causes[0]?.id).toBe(finding?.causes[0]?.id);
});

test("a message alone leads there without an answer", () => {
  const { state } = linked(
    "Access to fetch at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  );
  expect(state).toMatchObject({ url: "https://api.example.com/items", preflight: null, response: null });
});
