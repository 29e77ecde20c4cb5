import {
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  checkResponse,
  decidePreflight,
  findCauses,
  judgeExchange,
  profiles,
} from "../../src/rules/index.ts";
import { scenarios } from "../../src/scenarios/index.ts";
import { median } from "../support/median.ts";

/**
 * Measures how quick the rules are: `npm run bench -- rules`. Prints calls a second, on one core, for the
 * requests of all scenarios, and for as many URLs as a log has, none of them twice; and how the time
 * grows where an input is twice as long: 2 is linear.
 */

const ROUNDS = 5;
/** In each round. */
const CALLS = 100_000;
const requests = scenarios.flatMap(({ steps }) => steps.map(({ request }) => request));
const preflights = scenarios.flatMap(({ steps }) =>
  steps.flatMap(({ request, preflight }) => (preflight ? [{ request, preflight }] : [])),
);
const answers = scenarios.flatMap(({ steps }) =>
  steps.flatMap(({ request, response }) => (response ? [{ request, response }] : [])),
);

/** Of the processor, not of the clock: what else the machine does counts for nothing. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

/** Calls a second: the median of several rounds, after one that warms up. */
function callsPerSecond<Input>(inputs: readonly Input[], call: (input: Input) => unknown): number {
  const times = Math.ceil(CALLS / inputs.length);
  const round = () => {
    for (let i = 0; i < times; i++) for (const input of inputs) call(input);
  };
  round();
  const perRound = median(Array.from({ length: ROUNDS }, () => milliseconds(round)));
  return Math.round((inputs.length * times * 1000) / perRound);
}

function printSpeed(name: string, calls: number): void {
  console.log(`${name.padEnd(42)}${calls.toLocaleString("en").padStart(12)} a second`);
}

/** What most pages send: `fetch()` to another origin with at most two headers of its own. */
const typical = requests.filter(
  ({ api, headers, origin, url }) =>
    api === "fetch" && headers.length <= 2 && origin.startsWith("https:") && url.startsWith("https://api.example.com/"),
);
console.log(`Of ${typical.length} typical requests, ${preflights.length} preflights and ${answers.length} answers:`);
for (const [name, profile] of Object.entries(profiles)) {
  printSpeed(
    `decidePreflight (${name})`,
    callsPerSecond(typical, (request) => decidePreflight(request, profile)),
  );
}
/** As where a whole access log is judged: no URL comes twice. */
const ofManyUrls = Array.from({ length: 20_000 }, (_, i) => {
  const request = typical[i % typical.length] as CorsRequest;
  return { ...request, url: `${request.url}?${i}` };
});
printSpeed(
  "decidePreflight (20,000 distinct URLs)",
  callsPerSecond(ofManyUrls, (request) => decidePreflight(request)),
);
printSpeed(
  "checkPreflightResponse (standard)",
  callsPerSecond(preflights, ({ request, preflight }) => checkPreflightResponse(request, preflight)),
);
printSpeed(
  "checkResponse (standard)",
  callsPerSecond(answers, ({ request, response }) => checkResponse(request, response)),
);

const MEGABYTE = 2 ** 20;
const units = ["a", " ", ",", '"', ";", "charset="];

function requestWith(value: string): CorsRequest {
  const text = `text/plain;${value}`;
  return {
    origin: "https://app.example.com",
    url: "https://api.example.com/items",
    method: "POST",
    headers: [
      ["Accept", value],
      ["Content-Type", text],
      ["Content-Type", value],
      ["Range", `bytes=${value}`],
      ["X-HTTP-Method", value],
    ],
    credentials: "same-origin",
    mode: "cors",
    api: "xhr",
    body: "text",
    bodyType: value,
    uploadListener: false,
  };
}

function responseWith(value: string): CorsResponse {
  const names = ["Origin", "Methods", "Headers", "Credentials"].map((name) => `Access-Control-Allow-${name}`);
  const all = [...names, "Access-Control-Expose-Headers", "Access-Control-Max-Age", "Location", "Content-Type"];
  return { status: 200, headers: all.map((name) => [name, value] as const) };
}

const functions: [name: string, call: (value: string) => unknown][] = [
  ...Object.entries(profiles).map(([name, profile]): [string, (value: string) => unknown] => [
    `decidePreflight (${name})`,
    (value) => decidePreflight(requestWith(value), profile),
  ]),
  ["checkPreflightResponse", (value) => checkPreflightResponse(requestWith(""), responseWith(value))],
  ["checkResponse", (value) => checkResponse(requestWith(""), responseWith(value))],
  [
    "judgeExchange",
    (value) =>
      judgeExchange({ request: requestWith(value), preflight: responseWith(value), response: responseWith(value) }),
  ],
  [
    "findCauses",
    (value) =>
      findCauses({ request: requestWith(value), preflight: responseWith(value), response: responseWith(value) }),
  ],
];

console.log("\nWhere a header's value is 1 MB instead of half of it, the time grows by (the worst of all inputs):");
for (const [name, call] of functions) {
  const worst = units
    .map((unit) => {
      const half = unit.repeat(MEGABYTE / 2 / unit.length);
      const whole = half + half;
      call(half);
      const halves = median(Array.from({ length: ROUNDS }, () => milliseconds(() => call(half))));
      const wholes = median(Array.from({ length: ROUNDS }, () => milliseconds(() => call(whole))));
      return { unit, ratio: wholes / Math.max(halves, 0.05), wholes };
    })
    .toSorted((a, b) => b.ratio - a.ratio)[0];
  if (worst) {
    console.log(
      `${name.padEnd(42)}${worst.ratio.toFixed(1).padStart(6)} (${worst.wholes.toFixed(1)} ms for 1 MB of ${JSON.stringify(worst.unit)})`,
    );
  }
}
