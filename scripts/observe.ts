/**
 * Plays the scenarios in real browsers and writes down what was seen, in src/evidence/; then says
 * where an engine did something else than the rules predict, and ends with 1 if one did.
 * Usage: npm run observe [-- chromium firefox webkit]
 *        npm run observe -- chromium --scenario <id>   plays only that, prints what was seen, writes nothing
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Engine } from "../src/rules/index.ts";
import { neighbours, type Playable, scenarios } from "../src/scenarios/index.ts";
import { disagreements, isAsPredicted } from "../src/scenarios/predict.ts";
import type { RecordedStep } from "../src/scenarios/recorded.ts";
import { labEngines } from "./lab/engines/index.ts";
import { formatEvidence } from "./lab/formatEvidence.ts";
import { evidenceInputs } from "./lab/inputs.ts";
import { type Observation, observeEngine } from "./lab/observeEngine.ts";
import { type Lab, startLab } from "./lab/servers.ts";

const all: readonly Playable[] = [...scenarios, ...neighbours];
const allEngines = Object.keys(labEngines) as Engine[];

interface Task {
  engines: readonly Engine[];
  /** All of them where only some are not asked for. */
  scenarios: readonly Playable[];
  writes: boolean;
}

/** @throws where an argument names no engine or no scenario */
function readArguments(args: readonly string[]): Task {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { scenario: { type: "string", multiple: true } },
  });
  const engines = positionals.map((name) => {
    const engine = allEngines.find((each) => each === name);
    if (!engine) throw new Error(`"${name}" is no engine. Name some of ${allEngines.join(", ")}, or none for all.`);
    return engine;
  });
  const only = values.scenario?.map((id) => {
    const scenario = all.find((each) => each.id === id);
    if (!scenario) throw new Error(`There is no scenario "${id}". Their ids are in src/scenarios/.`);
    return scenario;
  });
  return { engines: engines.length > 0 ? engines : allEngines, scenarios: only ?? all, writes: !only };
}

function writeEvidence(engine: Engine, observed: Observation): string {
  const file = `src/evidence/${engine}.json`;
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync("src/evidence", { recursive: true });
  const { browser, scenarios: steps } = observed;
  const of = (played: readonly Playable[]) => Object.fromEntries(played.map(({ id }) => [id, steps[id] ?? []]));
  const recorded = { scenarios: of(scenarios), neighbours: of(neighbours) };
  writeFileSync(file, formatEvidence({ engine, browser, date, inputs: evidenceInputs(all), ...recorded }));
  return file;
}

function show(id: string, steps: readonly RecordedStep[]): void {
  for (const [index, { arrivals, played, console: printed }] of steps.entries()) {
    console.log(`\n${id}, step ${index + 1}`);
    for (const { method, url, headers } of arrivals) {
      console.log(`  arrived   ${method} ${url}`);
      for (const line of headers) console.log(`            ${line.join(": ")}`);
    }
    console.log(`  script    ${JSON.stringify(played)}`);
    for (const line of printed) console.log(`  console   ${line}`);
  }
}

/** @returns in how many scenarios the engine did something else than predicted */
async function observe(engine: Engine, lab: Lab, { scenarios: played, writes }: Task): Promise<number> {
  await labEngines[engine].ensure();
  const start = Date.now();
  const judged = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  // What is as predicted may come late where the machine is busy; what is not is seen all the same.
  const observed = await observeEngine(engine, lab, played, ({ id }) => {
    const scenario = judged.get(id);
    return scenario ? isAsPredicted(scenario, engine) : () => true;
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${observed.browser}: ${played.length} scenarios in ${seconds} s`);
  if (writes) console.log(`  written to ${writeEvidence(engine, observed)}`);
  else for (const [id, steps] of Object.entries(observed.scenarios)) show(id, steps);

  let differing = 0;
  // Of neighbours the rules say nothing; the tests ask that the diagnosis knows what was printed.
  for (const scenario of scenarios.filter((each) => played.includes(each))) {
    const found = disagreements(scenario, observed.scenarios[scenario.id] ?? [], engine);
    if (found.length > 0) differing++;
    for (const problem of found) console.log(`  ✗ ${scenario.id}: ${problem}`);
  }
  console.log(differing === 0 ? "  ✓ as the rules predict" : `  ${differing} unlike what the rules predict`);
  return differing;
}

async function main(): Promise<void> {
  const task = readArguments(process.argv.slice(2));
  const lab = await startLab();
  try {
    for (const engine of task.engines) {
      if ((await observe(engine, lab, task)) > 0) process.exitCode = 1;
    }
  } finally {
    await lab.close();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
