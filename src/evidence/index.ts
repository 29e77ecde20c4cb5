import type { Engine } from "../rules/index.ts";
import type { Evidence } from "../scenarios/recorded.ts";
import chromium from "./chromium.json" with { type: "json" };
import firefox from "./firefox.json" with { type: "json" };
import webkit from "./webkit.json" with { type: "json" };

/** What each engine was seen to do in every scenario. Recorded by `npm run observe`. */
export const evidence: Readonly<Record<Engine, Evidence>> = {
  chromium: chromium as unknown as Evidence,
  firefox: firefox as unknown as Evidence,
  webkit: webkit as unknown as Evidence,
};

export type { Evidence, RecordedRequest, RecordedResult, RecordedStep } from "../scenarios/recorded.ts";
