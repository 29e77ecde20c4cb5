import type { TestProject } from "vitest/node";
import { hasChanged } from "../../scripts/conformance/changed.ts";
import { installedIds, installNpmPackages, makeReady, type Readiness } from "../../scripts/conformance/packages.ts";
import { foldersWith, loadRecipes, type Runnable, runnable } from "../../scripts/conformance/recipes.ts";
import { chooseReplays, readExtent } from "../../scripts/support/replays.ts";
import { takeSeed } from "../../scripts/support/seed.ts";
import { attacked } from "./attacked.ts";
import { ownHasChanged, ownTests } from "./ownRecord.ts";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * The recipes that go through the suite in this run, those whose own tests run, those that are attacked, and what
     * is missing of those that cannot.
     */
    recipes: { run: string[]; own: string[]; attacked: string[]; missing: Record<string, string>; seed: number };
  }
}

/**
 * Chooses which recipes go through the suite, and installs what they need where that is asked for.
 * @see chooseReplays
 */
export default async function setUp(project: TestProject): Promise<void> {
  const extent = readExtent("RECIPES");
  const seed = takeSeed("The recipes to run, and their parameters");
  const all = runnable(loadRecipes());
  const isHere = ({ id }: Runnable, ready: Map<string, Readiness>) => "versions" in (ready.get(id) ?? {});
  const ready = await makeReady(all, false);
  const candidates = extent === "here" ? all.filter((recipe) => isHere(recipe, ready)) : all;

  const changed = new Set<Runnable>();
  for (const recipe of candidates) if (await hasChanged(recipe)) changed.add(recipe);
  const chosen = chooseReplays(candidates, (recipe) => changed.has(recipe), extent, seed);
  const ofOwn = withTestsOfTheirOwn().filter(
    (id) => extent !== "here" || small.includes(id) || installedIds().includes(id),
  );
  const own = chooseReplays(ofOwn, ownHasChanged, extent, seed).replayed;
  const toAttack = all.filter(({ id }) => attacked.includes(id));
  const wanted = [...chosen.replayed, ...(extent === "here" ? [] : toAttack)];
  // All of them, and here: npm takes away what is installed while it installs, also from under another file's servers.
  await installNpmPackages([...wanted.map(({ id }) => id), ...own]);
  const readyNow = await makeReady([...new Set([...wanted, ...toAttack])], extent !== "here");
  const missing: Record<string, string> = {};
  for (const { id } of chosen.replayed) {
    const readiness = readyNow.get(id);
    if (readiness && "missing" in readiness) missing[id] = readiness.missing;
  }
  const which = `${chosen.changed.length} that changed, and ${chosen.sampled.length} at random`;
  console.log(`Recipes to run: ${extent === "all" ? `all ${all.length}` : which}.`);
  project.provide("recipes", {
    run: chosen.replayed.map(({ id }) => id),
    own,
    attacked: toAttack.filter((recipe) => isHere(recipe, readyNow)).map(({ id }) => id),
    missing,
    seed,
  });
}

/** Those of them that are installed for every run: the others are 700 MB of packages. */
const small = ["vite-proxy"];

/** @throws where a recipe that the suite does not start has packages and no tests */
function withTestsOfTheirOwn(): string[] {
  const apart = loadRecipes().filter(({ runs }) => runs === "apart");
  const untested = apart.filter(({ id }) => foldersWith("package.json").includes(id) && !ownTests[id]);
  if (untested.length > 0) {
    const ids = untested.map(({ id }) => id).join(", ");
    throw new Error(
      `Nothing tests the recipes ${ids}. Write tests, and name their file in tests/conformance/ownRecord.ts.`,
    );
  }
  return Object.keys(ownTests);
}
