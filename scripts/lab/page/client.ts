/** The script of the lab's page. */

import type { Upshot } from "../../../src/evidence/upshot.ts";
import type { Engine } from "../../../src/rules/index.ts";
import type { PredictedStep } from "../../../src/scenarios/predict.ts";
import type { RecordedResult, RecordedStep } from "../../../src/scenarios/recorded.ts";
import type { Ask, Judgement, LabListing, ListedScenario, Reply, RunMessage } from "./messages.ts";

/** A scenario on the page, and what came of it. */
interface Row {
  scenario: ListedScenario;
  item: HTMLElement;
  button: HTMLButtonElement;
  result: HTMLElement;
  recorded?: readonly RecordedStep[];
  differs?: boolean;
}

const byId = <Type extends HTMLElement>(id: string) => document.getElementById(id) as Type;
const engine = byId<HTMLSelectElement>("engine");
const filter = byId<HTMLInputElement>("filter");
const runAll = byId<HTMLButtonElement>("run-all");
const summary = byId("summary");

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

async function post(path: string, message: object): Promise<Response> {
  return fetch(path, { method: "POST", body: JSON.stringify(message) });
}

/* The page's runner. */

let runner: HTMLIFrameElement | undefined;

/** @throws where the page does not answer, as behind a certificate that was not accepted */
async function goTo(page: string): Promise<void> {
  runner?.remove();
  const frame = element("iframe");
  frame.title = "Runner";
  frame.tabIndex = -1;
  runner = frame;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = page;
  document.body.append(frame);
  await Promise.race([loaded, after(30_000)]);
  const reply = await Promise.race([send(page, {}), after(10_000)]);
  if (reply !== "ready") {
    throw new Error(`${new URL(page).origin} does not answer. Open it once and accept its certificate.`);
  }
}

function send(page: string, message: object): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    runner?.contentWindow?.postMessage(message, new URL(page).origin, [port2]);
  });
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Does what the server asks. */
async function perform(message: Ask): Promise<unknown> {
  if ("goto" in message) return goTo(message.goto);
  // Longer than a step's own limit, which is the runner's to tell of.
  const value = await Promise.race([send(message.page, { step: message.play }), after(40_000)]);
  if (value === undefined) throw new Error("The runner page does not answer. Run it again.");
  return value;
}

/** @throws where the scenario could not be played to its end */
async function play(id: string): Promise<readonly RecordedStep[]> {
  const { body } = await post("/run", { id });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    text += read.value;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const message = JSON.parse(line) as RunMessage;
      if ("recorded" in message) return message.recorded;
      if ("ask" in message) {
        const reply: Reply = await perform(message).then(
          (value) => ({ ask: message.ask, value }),
          (error: Error) => ({ ask: message.ask, failed: error.message }),
        );
        await post("/reply", reply);
      }
    }
  }
  const failed = text && (JSON.parse(text) as { failed: string }).failed;
  throw new Error(failed || "The lab has stopped. Start it again: npm run lab");
}

/* What came of it. */

async function run(row: Row): Promise<void> {
  delete row.recorded;
  delete row.differs;
  row.result.replaceChildren(element("p", "quiet", "Running…"));
  try {
    row.recorded = await play(row.scenario.id);
    await judge(row);
  } catch (error) {
    row.differs = true;
    row.result.replaceChildren(element("p", "problem", `✗ Not run: ${(error as Error).message}`));
  }
  showSummary();
}

async function judge(row: Row): Promise<void> {
  if (!row.recorded) return;
  const response = await post("/judge", { id: row.scenario.id, engine: engine.value, recorded: row.recorded });
  const { predicted, disagreements, upshots } = (await response.json()) as Judgement;
  row.differs = disagreements.length > 0;
  const name = engine.selectedOptions[0]?.text ?? "";
  const verdict = row.differs
    ? element("p", "verdict", `✗ Not what the rules say of ${name}`)
    : element("p", "verdict", `✓ What the rules say of ${name}`);
  const steps = row.recorded.map((seen, index) => {
    const summary = element("summary", "", `Step ${index + 1}: `, mark(upshots[index]), ` ${outcome(seen.played)}`);
    const details = element("details", "", summary);
    details.append(comparison(seen, predicted[index]));
    return details;
  });
  row.result.replaceChildren(verdict, ...disagreements.map((text) => element("p", "problem", text)), ...steps);
}

function comparison(seen: RecordedStep, expected: PredictedStep | undefined): HTMLElement {
  const list = element("dl", "compared");
  const add = (term: string, text: string) =>
    list.append(element("div", "", element("dt", "", term), element("dd", "", element("pre", "", text || "–"))));
  const arrived = seen.arrivals.map(({ method, url, headers }) =>
    [`${method} ${url}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join("\n"),
  );
  add("Arrived", arrived.join("\n"));
  add("The rules: arrives", (expected?.arrivals ?? []).map(describe).join("\n"));
  add("The script saw", JSON.stringify(seen.played, null, 1));
  const { result, type, readable } = expected ?? {};
  add("The rules: the script sees", JSON.stringify({ result, type, headers: readable }, null, 1));
  add("The rules: the console prints", (expected?.lines ?? []).join("\nor\n"));
  return list;
}

/** What the browser did: the site's shapes and colours for it, and a word. */
const MARKS: Record<Upshot, string> = {
  passed: "● passed",
  unreadable: "◆ cannot be read",
  blocked: "■ blocked",
  unsent: "□ not sent",
};

function mark(upshot: Upshot = "unsent"): HTMLElement {
  return element("span", `mark-${upshot}`, MARKS[upshot]);
}

function describe({ url, method, origin, asks }: PredictedStep["arrivals"][number]): string {
  const lines = [`${method} ${url}`, `  origin: ${origin ?? "–"}`];
  if (asks) {
    lines.push(
      `  access-control-request-method: ${asks.method}`,
      `  access-control-request-headers: ${asks.headers ?? "–"}`,
    );
  }
  return lines.join("\n");
}

function outcome(played: RecordedResult): string {
  if (played.result === "answered") return `answered${played.status === undefined ? "" : ` with ${played.status}`}`;
  return "error" in played ? `${played.result}, ${played.error}` : played.result;
}

function showSummary(): void {
  const run = rows.filter(({ differs }) => differs !== undefined);
  const differing = run.filter(({ differs }) => differs).length;
  const shown = rows.filter(({ item }) => !item.hidden).length;
  summary.textContent = `${shown} scenarios, ${run.length} run, ${differing} unlike the rules`;
}

/* The page. */

function makeRow(scenario: ListedScenario): Row {
  const { id, title, shows, near, seconds, impossible } = scenario;
  const button = element("button", "", "Run");
  button.type = "button";
  button.disabled = impossible !== undefined;
  button.setAttribute("aria-label", `Run ${id}`);
  const about = shows.length > 0 ? `Shows ${shows.join(", ")}.` : near ? `Looks like ${near}, and is not.` : "";
  const waits = seconds > 0 ? ` Takes ${seconds} s.` : "";
  const text = element("div", "", element("p", "id", id), element("p", "", title));
  text.append(element("p", "about", about + waits));
  if (impossible) text.append(element("p", "about", `Cannot be run here: ${impossible}`));
  const result = element("div", "result");
  const row: Row = { scenario, item: element("li", "scenario", button, text, result), button, result };
  button.addEventListener("click", () => once(() => run(row)));
  return row;
}

/** One scenario at a time: they share the runner. */
let running = false;
async function once(action: () => Promise<void>): Promise<void> {
  if (running) return;
  running = true;
  await action();
  running = false;
}

let stopped = false;
runAll.addEventListener("click", () => {
  if (running) {
    stopped = true;
    return;
  }
  stopped = false;
  void once(async () => {
    runAll.textContent = "Stop";
    for (const row of rows) {
      if (stopped) break;
      if (!row.item.hidden && !row.button.disabled) await run(row);
    }
    runAll.textContent = "Run all";
  });
});

filter.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const { item, scenario } of rows) {
    const { id, title, shows, near = "" } = scenario;
    item.hidden = !`${id} ${title} ${shows.join(" ")} ${near}`.toLowerCase().includes(wanted);
  }
  for (const group of document.querySelectorAll<HTMLElement>("#groups > section")) {
    group.hidden = group.querySelector("li:not([hidden])") === null;
  }
  showSummary();
});

engine.addEventListener("change", async () => {
  for (const row of rows) await judge(row);
  showSummary();
});

function ownEngine(): Engine {
  const { userAgent } = navigator;
  if (userAgent.includes("Firefox/")) return "firefox";
  return /Chrom(e|ium)\//.test(userAgent) ? "chromium" : "webkit";
}

/** Shows which of the TLS servers this browser reaches. */
async function checkOrigins(): Promise<void> {
  const items = listing.tlsOrigins.map(async ({ named, real }) => {
    const link = element("a", "", real);
    link.href = `${real}/runner`;
    link.target = "_blank";
    const reached = await fetch(`${real}/runner`, { mode: "no-cors" }).then(
      () => true,
      () => false,
    );
    const state = element("span", "", `${named} ${reached ? "✓ accepted" : "✗ not accepted yet"}`);
    return element("li", "", link, state);
  });
  byId("origins").replaceChildren(...(await Promise.all(items)));
}

const listing = (await (await fetch("/lab.json")).json()) as LabListing;
const rows = listing.scenarios.map(makeRow);
const groups = Map.groupBy(rows, ({ scenario: { shows, near } }) => shows[0] ?? near ?? "nothing");
for (const [cause, members] of groups) {
  const list = element("ul", "", ...members.map(({ item }) => item));
  byId("groups").append(element("section", "", element("h3", "", cause), list));
}
engine.value = ownEngine();
showSummary();
byId("check").addEventListener("click", checkOrigins);
addEventListener("focus", checkOrigins);
await checkOrigins();
