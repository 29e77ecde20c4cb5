import type { Extent } from "./replays.ts";

const scenarios: Record<Extent, string> = {
  here: "a tenth of the scenarios in Firefox and in WebKit, where these are installed",
  sample: "a tenth of the scenarios in Firefox and in WebKit",
  all: "all scenarios in Firefox and in WebKit",
};
const recipes: Record<Extent, string> = {
  here: "a tenth of the recipes whose software is installed",
  sample: "a tenth of the recipes",
  all: "all recipes",
};

/** What `npm test` is about to do, and about how long it takes on two cores. @see readExtent */
export function describePlan(engines: Extent, ofRecipes: Extent): string {
  const minutes = ofRecipes === "all" ? "45" : "20";
  return [
    `This runs the checks of the content, lint and types, the tests of the code, all scenarios in Chromium, ${scenarios[engines]}, ` +
      `${recipes[ofRecipes]}, and the tests of the built site. What has changed since it was recorded is always run.`,
    `On two idle cores it takes about ${minutes} minutes. What a change touches takes seconds: npm test -- --changed`,
  ].join("\n");
}
