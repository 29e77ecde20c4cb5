import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Finds the program that an environment variable names, else the first that is there.
 * @param variable the variable's name
 * @param paths where to look, in this order
 * @returns its path, or `undefined` where there is none
 * @throws where the variable names something that is not a program
 */
export function findProgram(variable: string, paths: readonly string[]): string | undefined {
  const chosen = process.env[variable];
  if (!chosen) return firstProgram(paths);
  if (isProgram(chosen)) return chosen;
  throw new Error(
    `${variable} is "${chosen}", and there is no program at that path. ` +
      "Set it to the path of a program, or unset it to have one looked for.",
  );
}

/** The first of these paths that is a program's. */
export function firstProgram(paths: readonly string[]): string | undefined {
  return paths.find(isProgram);
}

/**
 * Where a program may be that is started by its name: all its names in a folder, then those in the next.
 * @param path folders as in `PATH`; the usual ones are added, as not every PATH has them
 */
export function inFolders(path: string | undefined, ...names: readonly string[]): string[] {
  const folders = [...(path ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return folders.filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Whether a path is that of a file that can be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
