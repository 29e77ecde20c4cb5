import { createHash, type X509Certificate } from "node:crypto";
import { connect, type TLSSocket } from "node:tls";
import type { CDPSession, Page } from "playwright-core";
import { launchChromium as launchHeadless } from "../../support/launchChromium.ts";
import { within } from "../../support/within.ts";
import { evaluationTimeout, tookTooLong } from "./expression.ts";
import type { Driver, LaunchOptions } from "./types.ts";

/**
 * Starts a headless Chromium with one page.
 * @throws with one line that says how to get a browser, where there is none
 */
export async function launchChromium({ trusted, publicOrigin }: LaunchOptions): Promise<Driver> {
  const browser = await launchHeadless([
    `--ip-address-space-overrides=${new URL(publicOrigin).host}=public`,
    // Not --ignore-certificate-errors: what came with an error, ignored or not, is stored in no cache.
    ...(trusted ? [`--ignore-certificate-errors-spki-list=${await publicKeyHash(publicOrigin)}`] : []),
  ]);
  const context = await browser.newContext();
  const page = await context.newPage();
  const printed = await watchConsole(page, await context.newCDPSession(page));
  return {
    engine: "chromium",
    browser: `Chromium ${browser.version()}`,
    tab: {
      async goto(url) {
        await context.clearPermissions();
        await page.goto(url);
      },
      evaluate: (expression) => within(page.evaluate(expression), evaluationTimeout, tookTooLong),
      takeConsole: async () => printed.splice(0),
    },
    // Later versions, which know two permissions, take it for both.
    grantLocalNetwork: (origin) => context.grantPermissions(["local-network-access"], { origin }),
    close: () => browser.close(),
  };
}

/** The SHA-256, in base64, of the public key in a server's certificate. */
async function publicKeyHash(origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const certificate = await new Promise<X509Certificate | undefined>((resolve, reject) => {
    const socket: TLSSocket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate());
      socket.destroy();
    });
    socket.on("error", reject);
  });
  if (!certificate) throw new Error(`${origin} shows no certificate. Start the lab's servers first.`);
  const key = certificate.publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}

/** The number of the one command that a worker is sent. */
const enableLog = 1;

interface WorkerMessage {
  /** Of an answer. */
  id?: number;
  /** Of an event. */
  method?: string;
  params?: { entry: { text: string } };
}

/** @returns the lines that the console prints, to which each new one is added */
async function watchConsole(page: Page, session: CDPSession): Promise<string[]> {
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));
  // What a script throws and nobody catches is a line of the console, too.
  page.on("pageerror", (error) => printed.push(`Uncaught ${error}`));
  // So are its service workers' lines, each of which is a target of its own.
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== "service_worker") return;
    const message = JSON.stringify({ id: enableLog, method: "Log.enable" });
    // A worker may be gone before it is asked.
    session.send("Target.sendMessageToTarget", { sessionId, message }).catch(() => undefined);
  });
  const listening = new Set<string>();
  session.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
    const { id, method, params } = JSON.parse(message) as WorkerMessage;
    // Before it answers, a worker says again what it said to earlier pages.
    if (id === enableLog) listening.add(sessionId);
    if (method === "Log.entryAdded" && params && listening.has(sessionId)) printed.push(params.entry.text);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return printed;
}
