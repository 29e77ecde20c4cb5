import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readOutline } from "../src/content/outline.ts";
import { shellLanguages } from "../src/generator/shells.ts";

/** What the content's commands call. In place of each stands a program that writes down how it was called. */
const programs = [
  ...["curl", "grep", "mkcert", "google-chrome", "npm", "npx", "python3"],
  // Where Ollama is told of an origin, on each system.
  ...["launchctl", "setx", "sudo", "docker"],
];
const folder = mkdtempSync(join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of programs) {
  // Written at once, as the others of a pipe write at the same time.
  const program = `#!/bin/sh\ncall=$(printf '%s|' '${name}' "$@")\nprintf '%s\\n' "$call" >> "$CALLS"\n`;
  writeFileSync(join(folder, name), program, { mode: 0o755 });
}

const blocks = new Set(
  readdirSync("content", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.mdx?$/.test(file) && !file.includes("node_modules"))
    .flatMap((file) => readOutline(readFileSync(join("content", file), "utf8"), file).fences)
    .filter(({ language }) => shellLanguages.has(language))
    .map(({ text }) => text),
);

/** The calls that a shell makes, sorted, as those of a pipe are made at once; and what it complains of. */
function callsOf(shell: Shell, commands: string) {
  const calls = join(folder, "calls.txt");
  writeFileSync(calls, "");
  const env = { PATH: folder, CALLS: calls, TOKEN: "a b" };
  const { stderr, error } = spawnSync(shell.path, [...shell.withoutStartup, "-c", commands], {
    encoding: "utf8",
    env,
    cwd: folder,
  });
  if (error) throw error;
  return { calls: readFileSync(calls, "utf8").split("\n").sort(), complaints: stderr };
}

interface Shell {
  /** The commands themselves have no path. */
  path: string;
  /** The option that leaves out its start-up files. */
  withoutStartup: string[];
}

function findShell(name: string, ...withoutStartup: string[]): Shell {
  const path = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
  return { path, withoutStartup };
}

test("each command in the content calls the same programs with the same arguments in bash, in sh and, where it is, in zsh", () => {
  expect(blocks.size).toBeGreaterThan(30);
  const bash = findShell("bash", "--norc");
  const others = [findShell("sh"), findShell("zsh", "-f")].filter(({ path }) => path !== "");
  for (const text of blocks) {
    const { calls, complaints } = callsOf(bash, text);
    expect(complaints, text).toBe("");
    expect(calls.length, text).toBeGreaterThan(1);
    for (const shell of others)
      expect(callsOf(shell, text), `${shell.path}: ${text}`).toEqual({ calls, complaints: "" });
  }
});
