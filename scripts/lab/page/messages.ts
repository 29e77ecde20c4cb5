import type { Upshot } from "../../../src/evidence/upshot.ts";
import type { Engine } from "../../../src/rules/index.ts";
import type { PredictedStep } from "../../../src/scenarios/predict.ts";
import type { RecordedStep } from "../../../src/scenarios/recorded.ts";
import type { PageStep } from "../runner/playInPage.ts";

/** What the lab's page and its server say to each other, as JSON. */

/** `GET /lab.json`: what there is to run. */
export interface LabListing {
  scenarios: readonly ListedScenario[];
  /** The origins whose certificate the reader has to accept, with the scenarios' names for them. */
  tlsOrigins: readonly { named: string; real: string }[];
}

export interface ListedScenario {
  id: string;
  title: string;
  shows: readonly string[];
  near?: string;
  /** How many seconds it waits on purpose. */
  seconds: number;
  /** Why a page cannot arrange it; absent where it can. */
  impossible?: string;
}

/** `POST /run` asks for it; each line of the answer is a `RunMessage`. */
export interface RunRequest {
  id: string;
}

export type RunMessage =
  | Ask
  /** All is done. */
  | { recorded: readonly RecordedStep[] }
  | { failed: string };

/** Do this, then `POST /reply`. */
export type Ask = { ask: number; goto: string } | { ask: number; play: PageStep; page: string };

/** `POST /reply`: what came of an `ask`. */
export interface Reply {
  ask: number;
  value?: unknown;
  /** Why it could not be done. */
  failed?: string;
}

/** `POST /judge`: what do the rules say of what was seen. */
export interface JudgeRequest {
  id: string;
  engine: Engine;
  recorded: readonly RecordedStep[];
}

export interface Judgement {
  predicted: readonly PredictedStep[];
  /** In which points the browser did something else. */
  disagreements: readonly string[];
  /** What came of each step. */
  upshots: readonly Upshot[];
}
