import type { Engine } from "../../../src/rules/index.ts";

/** How a browser is started for the lab. */
export interface LaunchOptions {
  /** Whether it accepts the lab's self-signed certificate. The scenarios of untrusted certificates need one that does not. */
  trusted: boolean;
  /** The origin of the page that the browser is to take for one on the public internet: `https://127.0.0.1:4711`. */
  publicOrigin: string;
}

/** One page in a real browser. */
export interface Tab {
  /** Loads a page and waits for its load event. */
  goto(url: string): Promise<void>;
  /**
   * Runs an expression in the page's top frame, awaits the promise that it may give, and returns
   * its value by way of JSON.
   * @throws where the expression throws, or takes longer than two minutes
   */
  evaluate(expression: string): Promise<unknown>;
  /** What the console has printed since it was last asked, one entry a message, in order and verbatim. */
  takeConsole(): Promise<string[]>;
}

/** A real browser with one page. */
export interface Driver {
  engine: Engine;
  /** As the browser calls itself: `Chromium 156.0.8078.79`. */
  browser: string;
  tab: Tab;
  /**
   * Lets the page of an origin that the tab shows ask servers on the user's own network, as if the
   * user had allowed it; until the tab goes elsewhere. Only where the driver can.
   */
  grantLocalNetwork?(origin: string): Promise<void>;
  /** Stops the browser and what was started for it. */
  close(): Promise<void>;
}
