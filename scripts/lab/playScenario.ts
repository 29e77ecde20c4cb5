import { setTimeout as pause } from "node:timers/promises";
import { hosts } from "../../src/scenarios/hosts.ts";
import type { RecordedResult, RecordedStep } from "../../src/scenarios/recorded.ts";
import type { Playable, Step } from "../../src/scenarios/types.ts";
import type { Driver } from "./engines/types.ts";
import type { Play } from "./plays.ts";
import type { PageStep } from "./runner/playInPage.ts";
import type { Lab } from "./servers.ts";

/** Milliseconds in which what should not arrive may arrive, and the console print its last line. */
const settleTime = 80;
/** Milliseconds that a beacon has to arrive: a script is told nothing of it. One that arrives is not waited for longer. */
const beaconTime = 5000;
/** Milliseconds in which a busy machine has to show what an idle one shows at once. */
const lateTime = 15_000;

/** Whether all that is expected of a step has been seen: until then it is waited for, and what comes besides is seen as well. */
export type IsWhole = (seen: RecordedStep, index: number) => boolean;

/** Where a scenario is played: a tab that shows runner pages. */
export interface Stage {
  goto(page: string): Promise<void>;
  play(step: PageStep): Promise<RecordedResult>;
  takeConsole(): Promise<string[]>;
  /** See `Driver`. */
  grantLocalNetwork?(origin: string): Promise<void>;
}

/** Whether a scenario has to be played by a browser that trusts none of the lab's certificates. */
export function needsUntrusted({ steps }: Playable): boolean {
  return steps.some((step) => urlsOf(step).some((url) => url.startsWith(`${hosts.untrusted}/`)));
}

/** The URLs that a step asks for: the request's, and those that it is sent on to. */
function urlsOf({ request, response, redirects = [] }: Step): string[] {
  const answers = [response, ...redirects.map((hop) => hop.response)];
  const lines = answers.flatMap((answer) => answer?.headers ?? []);
  return [request.url, ...lines.flatMap(([name, value]) => (name.toLowerCase() === "location" ? [value] : []))];
}

/**
 * Plays a scenario in a real browser, step by step, each step in the page of its own origin. Nothing
 * of an earlier scenario is left but what the browser keeps of other URLs.
 * @param isWhole so that what is seen does not depend on how busy the machine is, where it is known what to expect
 * @returns what was seen of each step
 */
export function playScenario(driver: Driver, lab: Lab, scenario: Playable, isWhole?: IsWhole): Promise<RecordedStep[]> {
  const { tab, grantLocalNetwork } = driver;
  const stage: Stage = {
    goto: (page) => tab.goto(page),
    play: async (step) => (await tab.evaluate(`play(${JSON.stringify(step)})`)) as RecordedResult,
    takeConsole: () => tab.takeConsole(),
  };
  if (grantLocalNetwork) stage.grantLocalNetwork = (origin) => grantLocalNetwork.call(driver, origin);
  return playOn(stage, lab, scenario, isWhole);
}

/** Plays a scenario wherever runner pages can be shown. @see playScenario */
export async function playOn(
  stage: Stage,
  lab: Lab,
  scenario: Playable,
  isWhole: IsWhole = () => true,
): Promise<RecordedStep[]> {
  const play = lab.prepare(scenario);
  const seen: RecordedStep[] = [];
  let shown: string | undefined;
  for (const [index, { step: planned, page }] of play.steps.entries()) {
    await pause((planned.secondsAfter ?? 0) * 1000);
    if (page !== shown) {
      await stage.goto(page);
      shown = page;
      if (planned.addressSpaces?.permission === "granted") await stage.grantLocalNetwork?.(new URL(page).origin);
      // What is left of the page before.
      await stage.takeConsole();
    }
    play.begin(index);
    const { request, element, addressSpaces, asksBy } = planned;
    const target = addressSpaces?.target;
    const played = await stage.play({
      request,
      ...(element && { element }),
      ...(asksBy && { asksBy }),
      ...(target && { targetAddressSpace: target }),
    });
    await settle(play, played);
    const named = "error" in played ? { ...played, error: play.toNamed(played.error) } : played;
    const console: string[] = [];
    const look = async (): Promise<RecordedStep> => {
      console.push(...(await stage.takeConsole()).map(play.toNamed));
      return { arrivals: play.arrivals(), played: named, console };
    };
    let step = await look();
    for (let waited = 0; waited < lateTime && !isWhole(step, index); waited += settleTime) {
      await pause(settleTime);
      step = await look();
    }
    seen.push(step);
  }
  return seen;
}

async function settle(play: Play, played: RecordedResult): Promise<void> {
  if (played.result === "queued") {
    const arrived = () => play.arrivals().some(({ method }) => method !== "OPTIONS");
    for (let waited = 0; waited < beaconTime && !arrived(); waited += 20) await pause(20);
  }
  await pause(settleTime);
}
