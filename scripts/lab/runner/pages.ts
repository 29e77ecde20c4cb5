import type { Exchange, HeaderLine } from "../../../src/rules/index.ts";
import type { PagePolicy } from "../../../src/scenarios/types.ts";
import type { Answer } from "../rawServer.ts";
import { playInPage } from "./playInPage.ts";
import { setUpRunner } from "./setUpRunner.ts";

type WorkerKind = NonNullable<Exchange["serviceWorker"]>;

/** What each service worker does with a request of a play. */
const workers: Record<WorkerKind, string> = {
  passes: "",
  answers: `event.respondWith(new Response('{"items":[]}', { headers: { "Content-Type": "application/json" } }));`,
  "answers-opaque": `event.respondWith(fetch(event.request.url, { mode: "no-cors" }));`,
};

const policies: Record<PagePolicy, HeaderLine> = {
  "connect-src-self": ["Content-Security-Policy", "connect-src 'self'"],
  "require-corp": ["Cross-Origin-Embedder-Policy", "require-corp"],
};

/**
 * Where a host has the page that plays steps.
 * @param worker which service worker is to control it
 * @param policy what it says of itself
 */
export function runnerPath(worker: WorkerKind | undefined, policy: PagePolicy | undefined): string {
  if (policy) return `/policy/${policy}/runner`;
  return worker ? `/worker/${worker}/runner` : "/runner";
}

/**
 * The pages that play steps, and their service workers: the same on every host.
 * @param caller the origin of a page that may frame them and send them steps
 * @returns `undefined` where nothing of theirs has the path
 */
export function runnerAnswer(path: string, caller: string | null = null): Answer | undefined {
  const [, worker, file] = /^\/worker\/([\w-]+)\/(runner|worker\.js)$/.exec(path) ?? [];
  if (file === "worker.js") return script(workerScript(worker as WorkerKind));
  const policy = /^\/policy\/([\w-]+)\/runner$/.exec(path)?.[1];
  if (policy) return page(caller, policies[policy as PagePolicy]);
  if (file === "runner" || path === "/runner" || path === "/runner-frame") return page(caller);
  return undefined;
}

function page(caller: string | null, policy?: HeaderLine): Answer {
  const html = `<!doctype html>
<meta charset="utf-8">
<title>Runner</title>
<link rel="icon" href="data:,">
<body>
<script>
(${setUpRunner})(${playInPage}, ${JSON.stringify(caller)});
</script>
`;
  return {
    status: 200,
    headers: [
      ["Content-Type", "text/html; charset=utf-8"],
      ["Cache-Control", "no-store"],
      // Shows in what arrives whether a request has credentials.
      ["Set-Cookie", "lab=1; Path=/"],
      ...(policy ? [policy] : []),
    ],
    body: html,
  };
}

function workerScript(kind: WorkerKind): string {
  return `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (!new URL(event.request.url).pathname.startsWith("/~")) return;
  ${workers[kind]}
});
`;
}

function script(body: string): Answer {
  return {
    status: 200,
    headers: [
      ["Content-Type", "text/javascript"],
      ["Cache-Control", "no-store"],
    ],
    body,
  };
}
