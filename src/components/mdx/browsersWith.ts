import type { Engine } from "../../rules/index.ts";

/** The browsers in which readers meet an engine. */
export const browsersWith: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ["Chrome", "Edge"],
  firefox: ["Firefox"],
  webkit: ["Safari"],
};
