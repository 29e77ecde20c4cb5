import { chromium, type Engine, firefox, type Profile, standard, webkit } from "../../rules/index.ts";

/** What a browser says of itself that the HTML standard lays down: the name that it goes by may be another's. */
export type Vendor = Pick<Navigator, "vendor" | "productSub">;

/**
 * The engine of a browser, by what the standard has each one say: Chrome on an iPhone says what Safari does, as it has
 * its engine.
 * @returns nothing of a browser that says none of it
 * @see https://html.spec.whatwg.org/multipage/system-state.html#concept-navigator-compatibility-mode
 */
export function engineOf({ vendor, productSub }: Vendor): Engine | undefined {
  if (vendor === "Google Inc.") return "chromium";
  if (vendor === "Apple Computer, Inc.") return "webkit";
  return vendor === "" && productSub === "20100101" ? "firefox" : undefined;
}

/** An engine's rules; of one that is not known, the standard's. */
export function profileOf(engine: Engine | undefined): Profile {
  return engine ? { chromium, firefox, webkit }[engine] : standard;
}
