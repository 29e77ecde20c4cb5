import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

/** npm leaves out those that it could not find when it wrote the lock, and npm ci then fails everywhere. */
test.for(["package-lock.json", "content/recipes/package-lock.json"])(
  "%s names each package's builds for every system",
  (file) => {
    const { packages } = JSON.parse(readFileSync(file, "utf8")) as Lock;
    const named = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.filter((name) => !named.has(name))).toEqual([]);
  },
);
