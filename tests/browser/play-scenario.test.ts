import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium as launchLabChromium } from "../../scripts/lab/engines/chromium.ts";
import type { Driver } from "../../scripts/lab/engines/types.ts";
import { playScenario } from "../../scripts/lab/playScenario.ts";
import { type Lab, startLab } from "../../scripts/lab/servers.ts";
import { request } from "../../src/rules/examples/index.ts";
import type { CorsRequest, HeaderLine } from "../../src/rules/index.ts";
import { hosts } from "../../src/scenarios/hosts.ts";
import type { Step } from "../../src/scenarios/types.ts";
import { launchTimeout } from "../support/chromium.ts";

/** What only a browser can show of the lab: that each thing a step can say is really arranged. */
let lab: Lab;
let chromium: Driver;
beforeAll(async () => {
  lab = await startLab();
  chromium = await launchLabChromium({ trusted: true, publicOrigin: lab.real.publicPage });
}, launchTimeout);
afterAll(async () => {
  await chromium?.close();
  await lab?.close();
});

/** From the lab's page to its API. */
const get = request();
const allow = (origin: string): HeaderLine => ["Access-Control-Allow-Origin", origin];
const answer = (...headers: HeaderLine[]) => ({ status: 200, headers });

function play(...steps: [Step, ...Step[]]) {
  return playScenario(chromium, lab, { id: "a-scenario", title: "A scenario.", steps });
}

test("what is recorded has the scenario's names, and all that the console prints", async () => {
  const [seen] = await play({ request: get, response: answer(allow(hosts.other)) });
  expect(seen).toEqual({
    arrivals: [{ url: "https://api.example.com/items", method: "GET", headers: [["origin", hosts.page]] }],
    played: { result: "failed", error: "TypeError: Failed to fetch" },
    console: [
      expect.stringMatching(
        /^Access to fetch at 'https:\/\/api\.example\.com\/items' from origin 'https:\/\/app\.example\.com' .* 'https:\/\/other\.example\.com'/,
      ),
      "Failed to load resource: net::ERR_FAILED",
    ],
  });
});

test("an opaque origin is that of a frame", async () => {
  const [seen] = await play({ request: { ...get, origin: "null" }, response: answer(allow("null")) });
  expect(seen?.arrivals).toMatchObject([{ headers: [["origin", "null"]] }]);
  expect(seen?.played).toMatchObject({ result: "answered", type: "cors", status: 200 });
});

test("a cookie shows whether a request has credentials, which a preflight never has", async () => {
  const request: CorsRequest = { ...get, method: "DELETE", credentials: "include" };
  const headers: HeaderLine[] = [allow(hosts.page), ["Access-Control-Allow-Credentials", "true"]];
  const preflight = answer(...headers, ["Access-Control-Allow-Methods", "DELETE"]);
  const [seen] = await play({ request, preflight, response: answer(...headers) });
  const cookies = seen?.arrivals.map(({ headers }) => headers.filter(([name]) => name === "cookie"));
  expect(cookies).toEqual([[], [["cookie", "lab=1"]]]);
});

test("steps share the preflight cache, other scenarios do not", async () => {
  const request: CorsRequest = { ...get, method: "PUT" };
  const step: Step = {
    request,
    preflight: answer(allow(hosts.page), ["Access-Control-Allow-Methods", "PUT"], ["Access-Control-Max-Age", "60"]),
    response: answer(allow(hosts.page)),
  };
  const methods = async () =>
    (await play(step, step)).map(({ arrivals }) => arrivals.map(({ method }) => method).join());
  expect(await methods()).toEqual(["OPTIONS,PUT", "PUT"]);
  expect(await methods()).toEqual(["OPTIONS,PUT", "PUT"]);
});

test("pages of two origins share the HTTP cache, over TLS too", async () => {
  const response = answer(allow(hosts.other), ["Cache-Control", "max-age=600"], ["Content-Type", "application/json"]);
  const [first, second] = await play(
    { request: { ...get, origin: hosts.other }, response },
    { request: get, response, stored: true },
  );
  expect(first?.played).toMatchObject({ result: "answered" });
  expect(second).toMatchObject({ arrivals: [], played: { result: "failed" } });
});

test("service workers pass requests on, answer, or answer with what is opaque, and their console is read", async () => {
  const plain: CorsRequest = { ...get, origin: hosts.plainPage, url: `${hosts.plainApi}/items` };
  const response = answer(allow("*"));
  const [passes, answers, opaque] = await play(
    { request: plain, response, serviceWorker: "passes" },
    { request: plain, response, serviceWorker: "answers" },
    { request: plain, response, serviceWorker: "answers-opaque" },
  );
  expect(passes).toMatchObject({ arrivals: [{ method: "GET" }], played: { result: "answered", type: "cors" } });
  expect(answers).toMatchObject({ arrivals: [], played: { result: "answered", type: "basic" } });
  expect(opaque).toMatchObject({ arrivals: [{ method: "GET", headers: [] }], played: { result: "failed" } });
  expect(opaque?.console[0]).toMatch(/^The FetchEvent for "http:\/\/api\.example\.com\/items" .* "opaque" response/);
});

test("a public page is refused what is on the user's machine, until the user grants it", async () => {
  const step = (permission: "granted" | "denied"): Step => ({
    request: { ...get, origin: hosts.publicPage },
    response: answer(allow("*")),
    addressSpaces: { page: "public", server: "loopback", permission },
  });
  const results = [];
  for (const permission of ["denied", "granted", "denied"] as const) {
    results.push((await play(step(permission)))[0]?.played.result);
  }
  expect(results).toEqual(["failed", "answered", "failed"]);
});

test("a browser that trusts no certificate reaches no server over TLS", { timeout: launchTimeout }, async () => {
  const strict = await launchLabChromium({ trusted: false, publicOrigin: lab.real.publicPage });
  try {
    const request = { ...get, origin: hosts.plainPage, url: `${hosts.untrusted}/items` };
    const scenario = { id: "a-scenario", title: "A scenario.", steps: [{ request }] as const };
    const [seen] = await playScenario(strict, lab, scenario);
    expect(seen?.console).toEqual(["Failed to load resource: net::ERR_CERT_AUTHORITY_INVALID"]);
    expect(seen?.arrivals).toEqual([]);
  } finally {
    await strict.close();
  }
});
