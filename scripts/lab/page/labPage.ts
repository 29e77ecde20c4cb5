import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { transformWithOxc } from "vite";
import { seenOf, upshotOf } from "../../../src/evidence/upshot.ts";
import type { Exchange } from "../../../src/rules/index.ts";
import { exchangesOf } from "../../../src/scenarios/exchange.ts";
import { type HostName, hosts } from "../../../src/scenarios/hosts.ts";
import { disagreements, predict } from "../../../src/scenarios/predict.ts";
import type { RecordedResult, RecordedStep } from "../../../src/scenarios/recorded.ts";
import type { Scenario } from "../../../src/scenarios/types.ts";
import { playOn, type Stage } from "../playScenario.ts";
import { type LabServer, listen } from "../rawServer.ts";
import { type Lab, startLab } from "../servers.ts";
import type { Judgement, JudgeRequest, LabListing, ListedScenario, Reply, RunMessage, RunRequest } from "./messages.ts";

const readHere = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
/** The site's own sheets: the lab looks as it does. */
const SITE_STYLE = /^GET \/(src\/[\w/]+\.css)$/;
const readFromRoot = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");

/**
 * Starts the lab's page, which runs scenarios in the browser that shows it, and the servers that
 * they are played on.
 */
export async function startLabPage(scenarios: readonly Scenario[]): Promise<LabServer> {
  const html = readHere("page.html");
  const css = readHere("page.css");
  const icon = readFromRoot("public/favicon.svg");
  const { code } = await transformWithOxc(readHere("client.ts"), "client.ts");
  const waiting = new Map<number, (reply: Reply) => void>();
  let lab: Lab | undefined;

  const server = createServer((request, response) => {
    const route = `${request.method} ${request.url}`;
    if (route === "GET /") return send(response, "text/html", html);
    if (route === "GET /client.js") return send(response, "text/javascript", code);
    if (route === "GET /page.css") return send(response, "text/css", css);
    if (route === "GET /favicon.svg") return send(response, "image/svg+xml", icon);
    const [, style] = SITE_STYLE.exec(route) ?? [];
    if (style) return sendStyle(response, style);
    if (!lab) return sendStatus(response, 503);
    if (route === "GET /lab.json") return send(response, "application/json", JSON.stringify(listing(scenarios, lab)));
    const act = actions[route];
    if (!act) return sendStatus(response, 404);
    // Another site's page must not run anything here.
    if (request.headers.origin !== page.origin) return sendStatus(response, 403);
    act(request, response, lab).catch((error: Error) => {
      if (!response.headersSent) response.statusCode = 400;
      response.end(JSON.stringify({ failed: error.message } satisfies RunMessage));
    });
  });

  const actions: Record<string, (request: IncomingMessage, response: ServerResponse, lab: Lab) => Promise<void>> = {
    "POST /run": async (request, response, lab) => {
      const { id } = await readJson<RunRequest>(request);
      const scenario = find(scenarios, id);
      response.setHeader("Content-Type", "application/x-ndjson; charset=utf-8");
      const write = (message: RunMessage) => response.write(`${JSON.stringify(message)}\n`);
      write({ recorded: await playOn(stageIn(response, write, waiting), lab, scenario) });
      response.end();
    },
    "POST /reply": async (request, response) => {
      const reply = await readJson<Reply>(request);
      waiting.get(reply.ask)?.(reply);
      sendStatus(response, 204);
    },
    "POST /judge": async (request, response) => {
      const { id, engine, recorded } = await readJson<JudgeRequest>(request);
      const scenario = find(scenarios, id);
      const predicted = predict(scenario, engine);
      const exchanges = exchangesOf(scenario);
      // No page can read its console: a line is taken to be there, for the reader to compare.
      const withLines = recorded.map(
        (step, index): RecordedStep => ({
          ...step,
          console: [...(predicted[index]?.lines.slice(0, 1) ?? []), ...(predicted[index]?.further ?? [])],
        }),
      );
      const judgement: Judgement = {
        predicted,
        disagreements: disagreements(scenario, withLines, engine),
        upshots: recorded.map((step, index) => upshotOf(seenOf(step), exchanges[index] as Exchange)),
      };
      send(response, "application/json", JSON.stringify(judgement));
    },
  };

  const page = await listen(server, "http");
  lab = await startLab(page.origin);
  const { close } = lab;
  return { origin: page.origin, close: async () => void (await Promise.all([page.close(), close()])) };
}

let asks = 0;

/** A stage in the reader's browser: it is told what to do in the answer to its own request. */
function stageIn(
  response: ServerResponse,
  write: (message: RunMessage) => void,
  waiting: Map<number, (reply: Reply) => void>,
): Stage {
  const ask = (make: (ask: number) => RunMessage) =>
    new Promise<unknown>((resolve, reject) => {
      const number = ++asks;
      const gone = () => reject(new Error("The page was closed. Open it again."));
      response.once("close", gone);
      waiting.set(number, ({ value, failed }) => {
        waiting.delete(number);
        response.off("close", gone);
        if (failed === undefined) resolve(value);
        else reject(new Error(failed));
      });
      write(make(number));
    });
  let page = "";
  return {
    goto: async (url) => {
      page = url;
      await ask((number) => ({ ask: number, goto: url }));
    },
    play: async (step) => (await ask((number) => ({ ask: number, play: step, page }))) as RecordedResult,
    takeConsole: async () => [],
  };
}

const unreached: readonly HostName[] = ["down", "untrusted", "publicPage"];

function listing(scenarios: readonly Scenario[], lab: Lab): LabListing {
  const names = Object.keys(hosts) as HostName[];
  // The others are never reached, or only from a page on the public internet.
  const reached = names.filter((name) => hosts[name].startsWith("https:") && !unreached.includes(name));
  return {
    scenarios: scenarios.map(listed),
    tlsOrigins: reached.map((name) => ({ named: hosts[name], real: lab.real[name] })),
  };
}

function listed({ id, title, shows, near, steps }: Scenario): ListedScenario {
  const seconds = steps.reduce((sum, { secondsAfter = 0 }) => sum + secondsAfter, 0);
  return {
    id,
    title,
    shows,
    seconds,
    ...(near !== undefined && { near }),
    ...(steps.some(({ addressSpaces }) => addressSpaces) && {
      impossible: "No page can be on the public internet here. Run: npm run observe",
    }),
  };
}

function find(scenarios: readonly Scenario[], id: string): Scenario {
  const scenario = scenarios.find((each) => each.id === id);
  if (!scenario) throw new Error(`There is no scenario "${id}". Load the page again.`);
  return scenario;
}

async function readJson<Message>(request: IncomingMessage): Promise<Message> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return JSON.parse(text) as Message;
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("Cache-Control", "no-store");
  response.end(body);
}

function sendStyle(response: ServerResponse, name: string): void {
  try {
    send(response, "text/css", readFromRoot(name));
  } catch {
    sendStatus(response, 404);
  }
}

function sendStatus(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
