import { readFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { runProgram } from "../../scripts/support/program.ts";
import { workflow } from "../../src/components/TerminalSession/examples.ts";
import { type Served, serve } from "../support/ownServers.ts";
import { installed } from "../support/packedPackage.ts";

/** The steps that are published for CI, as they stand on the page and in the package's README. */
interface Step {
  run?: string;
  env?: Record<string, string>;
}
const [fromReadme = ""] = /(?<=^```yaml\n)[\s\S]*?(?=^```)/m.exec(readFileSync("docs/package/README.md", "utf8")) ?? [];
const steps: Record<string, Step[]> = { page: parse(workflow).jobs.cors.steps, README: parse(fromReadme) };

let folder: string;
let good: Served;
let bad: Served;
beforeAll(async () => {
  folder = await installed();
  const origin = "https://app.example.com";
  good = await serve((request, response) => {
    response.setHeader("Vary", "Origin");
    if (request.headers.origin === origin) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Methods", "PUT");
      response.setHeader("Access-Control-Allow-Headers", "content-type");
    }
    response.writeHead(/no-such/.test(request.url ?? "") ? 404 : 200).end();
  });
  bad = await serve((_, response) => response.end());
});
afterAll(() => {
  good?.stop();
  bad?.stop();
});

/** Runs the commands of steps as a runner of GitHub Actions does. @param url the preview's, for what an expression gives */
async function runSteps(published: readonly Step[], url: string): Promise<number | null> {
  let commands = 0;
  for (const { run, env = {} } of published) {
    if (run === undefined) continue;
    commands++;
    const filled = Object.entries(env).map(([name, value]) => [name, value.replace(/\$\{\{.*?\}\}/, url)]);
    const { code } = await runProgram({
      command: ["bash", "-e", "-c", run],
      folder,
      env: {
        ...process.env,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
        // npx takes what is installed here, and asks no registry.
        npm_config_offline: "true",
        PREVIEW_URL: url,
        ...Object.fromEntries(filled),
      },
    });
    if (code !== 0) return code;
  }
  expect(commands).toBeGreaterThan(0);
  return 0;
}

test.for(Object.keys(steps))(
  "the steps of the %s pass a preview that holds, and fail one that does not",
  async (at) => {
    const published = steps[at] ?? [];
    expect(await runSteps(published, good.url.replace(/\/$/, ""))).toBe(0);
    expect(good.requests.some(({ url }) => url === "/api/items")).toBe(true);
    good.requests.length = 0;
    expect(await runSteps(published, bad.url.replace(/\/$/, ""))).toBe(1);
  },
);
