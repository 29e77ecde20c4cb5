import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeRuns, takeSeed } from "../../scripts/support/seed.ts";
import {
  type CorsRequest,
  type CorsResponse,
  chromium,
  type HeaderLine,
  isPreflight,
  judgeExchange,
} from "../../src/rules/index.ts";
import { launchTimeout } from "../support/chromium.ts";
import { plainRequest } from "./generators.ts";
import { type Lab, type LabCase, playInTurns, startLab } from "./lab.ts";

/**
 * Generated answers to a few requests, good, bad and odd, by a real server to a real Chromium: it
 * accepts those that the rules accept, and no other.
 */
const seed = takeSeed("Generated answers");
const runs = takeRuns(1000);

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
}, launchTimeout);
afterAll(() => lab?.close());

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

function answers(origin: string, statuses: fc.Arbitrary<number>): fc.Arbitrary<CorsResponse> {
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
  return fc.record({ status: statuses, headers: headers.map((lines) => lines.flat()) });
}

const preflightStatuses = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(200, 204) },
  { weight: 2, arbitrary: fc.constantFrom(201, 206, 299, 300, 302, 304, 307, 308, 400, 401, 403, 404, 405, 500, 503) },
);

/** No redirects: they lead to further requests, which are not these. */
const statuses = fc.constantFrom(200, 200, 200, 201, 204, 400, 401, 404, 500);

function cases(): fc.Arbitrary<LabCase> {
  return fc
    .record({
      request: fc.constantFrom(...requests),
      credentials: fc.constantFrom("omit" as const, "same-origin" as const, "include" as const),
      preflight: answers(lab.page, preflightStatuses),
      response: answers(lab.page, statuses),
    })
    .map(({ request, credentials, preflight, response }) => ({
      request: { ...plainRequest, ...request, credentials, origin: lab.page, url: `${lab.api}/CASE` },
      preflight,
      response,
    }));
}

/** What the server sends of its own accord is not in the answer that the rules judge. */
function ownHeaders(headers: readonly string[]): string[] {
  return headers.filter((name) => name !== "content-length" && name !== "connection");
}

test(`Chromium accepts and blocks ${runs} generated answers as the rules do`, {
  timeout: 60_000 + runs * 60,
}, async () => {
  const observed = await playInTurns(lab, fc.sample(cases(), { seed, numRuns: runs }));
  let accepted = 0;
  const found: string[] = [];
  for (const { case: each, arrivals, played } of observed) {
    const { request, preflight, response } = each as LabCase;
    const exchange = { request, ...(preflight && { preflight }), ...(response && { response }) };
    const { end } = judgeExchange(exchange, chromium);
    const sent = end.kind === "readable" || ("at" in end && end.at === "response");
    const readable = end.kind === "readable";
    const exposed = end.kind === "readable" ? end.exposedHeaders.join() : "";
    const seenHeaders = played.result === "answered" ? ownHeaders(played.headers).join() : "";
    const seen = {
      sent: arrivals.some((arrival) => !isPreflight(arrival)),
      readable: played.result === "answered",
    };
    if (readable) accepted++;
    if (seen.sent !== sent || seen.readable !== readable || seenHeaders !== exposed) {
      found.push(
        JSON.stringify({
          rules: { sent, readable, exposed },
          seen: { ...seen, seenHeaders },
          request,
          preflight,
          response,
        }),
      );
    }
  }
  const message = `${found.length} disagreements, repeat them with PREFLIGHT_SEED=${seed}:\n${found.slice(0, 10).join("\n")}`;
  expect(found.length, message).toBe(0);
  // Answers that are all bad would prove little.
  if (runs >= 1000) expect(accepted).toBeGreaterThan(30);
});
