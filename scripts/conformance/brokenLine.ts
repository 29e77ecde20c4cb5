import assert from "node:assert/strict";
import type { SuiteLine } from "../../src/generator/suiteLines.ts";
import {
  checkPreflightResponse,
  checkResponse,
  decidePreflight,
  type Exchange,
  findCauses,
} from "../../src/rules/index.ts";
import { type HttpLine, httpLines } from "./lines.ts";
import type { Runnable } from "./recipes.ts";
import { paths, request, sendActual, sendPreflight } from "./requests.ts";
import { StartFailure, startRecipe } from "./workshop.ts";

/** Runs what people paste, and asks whether it fails exactly as the recipe says. */
export async function brokenLine(recipe: Runnable): Promise<void> {
  const { fails, stops, causes } = recipe.broken;
  if (stops !== undefined) {
    const failure = await startRecipe(recipe, { broken: true }).then(
      (server) => server.stop().then(() => undefined),
      (error: unknown) => error,
    );
    assert.ok(failure instanceof StartFailure, "What people paste must not start.");
    assert.ok(failure.output.includes(stops), `It must print "${stops}". It printed:\n${failure.output}`);
    return;
  }
  const server = await startRecipe(recipe, { broken: true });
  try {
    assert.deepEqual(await failingLines(server.url), [...fails].sort(), "The lines that fail with what people paste.");
    assert.ok(fails.length > 0, "What people paste must fail a line.");
    assert.deepEqual(await causesAt(server.url), [...causes].sort(), "The causes that the rules find in its answers.");
  } finally {
    await server.stop();
  }
}

async function failingLines(url: string): Promise<SuiteLine[]> {
  const failing: SuiteLine[] = [];
  for (const [line, hold] of Object.entries(httpLines) as [HttpLine, (url: string) => Promise<void>][]) {
    // The rarest of OPTIONS is no reason to call a configuration broken.
    if (line === "plain-options") continue;
    await hold(url).catch(() => failing.push(line));
  }
  return failing.sort();
}

/** The ids of all causes in what the server answers to the allowed origin. */
async function causesAt(url: string): Promise<string[]> {
  const wanted = [
    ...["PUT", "PATCH", "DELETE"].map((method) => request(`${url}/api/data`, { method, body: "text" })),
    ...Object.keys(paths).flatMap((path) => [request(url + path), request(url + path, { headers: [] })]),
  ];
  const found = new Set<string>();
  for (const asked of wanted) {
    const exchange: Exchange = { request: asked };
    if (decidePreflight(asked).preflightRequest) exchange.preflight = await sendPreflight(asked);
    const stopped = exchange.preflight && !checkPreflightResponse(asked, exchange.preflight).ok;
    if (!stopped) exchange.response = await sendActual(asked);
    const passes = !stopped && exchange.response && checkResponse(asked, exchange.response).ok;
    if (!passes) for (const cause of findCauses(exchange)) found.add(cause.id);
  }
  return [...found].sort();
}
