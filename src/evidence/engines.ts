import type { Engine } from "../rules/index.ts";

/** What the recordings were made with. Pages for readers say which browsers an engine is in. */
export const recordedIn: Readonly<Record<Engine, string>> = {
  chromium: "Chromium",
  firefox: "Firefox",
  webkit: "WebKitGTK",
};
