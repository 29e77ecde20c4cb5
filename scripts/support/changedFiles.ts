import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { ContentFolder } from "../../src/content/checks/context.ts";
import { checkContent } from "../../src/content/checks/index.ts";
import { formatProblems } from "../../src/problems.ts";
import { runProgram } from "./program.ts";
import { tools } from "./runNode.ts";
import type { Counts } from "./vitestReport.ts";

const run = promisify(execFile);

/**
 * @param folder within the repository
 * @returns the files that differ from the last commit, new ones among them and removed ones not; paths from its root
 * @throws where there is no git, or no repository
 */
export async function changedFiles(folder = "."): Promise<string[]> {
  const git = async (...args: string[]) => (await run("git", [...args, "-z"], { cwd: folder })).stdout.split("\0");
  try {
    const names = [
      ...(await git("diff", "--name-only", "--diff-filter=d", "HEAD")),
      ...(await git("ls-files", "--others", "--exclude-standard")),
    ];
    return [...new Set(names.filter((name) => name !== ""))].sort();
  } catch (error) {
    throw new Error(
      `What has changed cannot be told: ${(error as Error).message.trim()}\nRun it in a clone made by git, or run all tests: npm test`,
    );
  }
}

/** Lints files, and checks the content where some of them are content. Shows what is wrong. */
export async function checkChanged(files: readonly string[]): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const count = (name: string, problems: string) => {
    console.log(problems === "" ? `✓ ${name}` : `✗ ${name}\n${problems}`);
    counts[problems === "" ? "passed" : "failed"]++;
  };
  const lint = [process.execPath, tools.biome, "lint", "--error-on-warnings", "--no-errors-on-unmatched"];
  const { code, output } = await runProgram({ command: [...lint, ...files.filter(existsSync)] });
  count("Biome", code === 0 ? "" : output);
  if (files.some((file) => file.startsWith("content/"))) {
    const problems = checkContent(new ContentFolder("."));
    count("The content", problems.length === 0 ? "" : formatProblems(problems));
  }
  return counts;
}
