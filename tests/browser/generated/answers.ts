import fc from "fast-check";
import { answer, request } from "../../../src/rules/examples/index.ts";
import type { CorsRequest, CorsResponse, HeaderLine } from "../../../src/rules/index.ts";
import { hosts } from "../../../src/scenarios/hosts.ts";
import type { Step } from "../../../src/scenarios/types.ts";

const origin = hosts.plainPage;

const requests: Partial<CorsRequest>[] = [
  {},
  { method: "PUT" },
  { method: "patch" },
  {
    method: "POST",
    headers: [
      ["Content-Type", "application/json"],
      ["X-Custom", "1"],
    ],
  },
  {
    method: "DELETE",
    headers: [
      ["X-Custom", "1"],
      ["Authorization", "Bearer token"],
    ],
  },
];

function header(name: string, ...values: string[]): fc.Arbitrary<HeaderLine[]> {
  const line = fc.constantFrom(...values).map((value): HeaderLine => [name, value]);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<HeaderLine[]>([]) },
    { weight: 8, arbitrary: line.map((one) => [one]) },
    { weight: 1, arbitrary: fc.tuple(line, line) },
  );
}

const headers = fc.tuple(
  header(
    "Access-Control-Allow-Origin",
    origin,
    origin,
    origin,
    origin,
    "*",
    "*",
    "null",
    `${origin}/`,
    origin.toUpperCase(),
    `${origin}, ${origin}`,
    "http://other.example",
    "",
  ),
  header("access-control-allow-credentials", "true", "true", "true", "True", "false", "true, true", ""),
  header(
    "Access-Control-Allow-Methods",
    "*",
    "PUT, DELETE, patch",
    "PUT,patch,DELETE,",
    "put, delete, PATCH",
    "GET, POST",
    "PUT DELETE",
    ",,PUT",
    "",
    '"PUT"',
  ),
  header(
    "Access-Control-Allow-Headers",
    "*",
    "*, Authorization",
    "content-type,x-custom,authorization",
    "Content-Type , X-CUSTOM\t,\tAuthorization",
    "x-custom",
    "X Custom",
    "",
    "content-type; x-custom",
  ),
);

function answers(statuses: fc.Arbitrary<number>): fc.Arbitrary<CorsResponse> {
  return fc.tuple(headers, statuses).map(([lines, status]) => answer(lines.flat(), status));
}

const preflightStatuses = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(200, 204) },
  { weight: 2, arbitrary: fc.constantFrom(201, 206, 299, 300, 302, 304, 307, 308, 400, 401, 403, 404, 405, 500, 503) },
);

/** No redirects: they lead to further requests, which are not these. */
const statuses = fc.constantFrom(200, 200, 200, 201, 204, 400, 401, 404, 500);

/** A few requests, and answers to them: good, bad and odd. */
export const answeredSteps: fc.Arbitrary<Step> = fc
  .record({
    changes: fc.constantFrom(...requests),
    credentials: fc.constantFrom("omit" as const, "same-origin" as const, "include" as const),
    preflight: answers(preflightStatuses),
    response: answers(statuses),
  })
  .map(({ changes, credentials, preflight, response }) => ({
    request: request({ ...changes, credentials, origin, url: `${hosts.plainApi}/items` }),
    preflight,
    response,
  }));
