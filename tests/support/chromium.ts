/**
 * The Chromium of tests. A test that needs a browser fails without one and is never skipped.
 */
export { launchChromium } from "../../scripts/support/launchChromium.ts";

/** How long a test that needs Chromium may wait for it: the first time, it may have to be got. */
export const launchTimeout = 600_000;
