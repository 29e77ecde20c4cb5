import type { Engine } from "../rules/index.ts";

/** The browsers in which readers meet an engine, the best known first. */
export const browsersWith: Readonly<Record<Engine, readonly [string, ...string[]]>> = {
  chromium: ["Chrome", "Edge"],
  firefox: ["Firefox"],
  webkit: ["Safari"],
};
