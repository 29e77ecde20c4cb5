import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Entry {
  resolved?: string;
  integrity?: string;
  /** A workspace: `resolved` is its folder. */
  link?: boolean;
  /** Comes within the archive of the package that it stands below, and under that one's hash. */
  inBundle?: boolean;
  bundleDependencies?: readonly string[];
  optionalDependencies?: Record<string, string>;
}

describe.for([
  ["package-lock.json", 500],
  ["content/recipes/package-lock.json", 500],
  ["scripts/bench/site/starlight/package-lock.json", 300],
] as const)("%s", ([file, fewest]) => {
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Entry> };
  /** What is installed into node_modules, by its path; the project and its workspaces are not. */
  const installed = Object.entries(packages).filter(([path]) => path.includes("node_modules/"));

  // npm leaves out those that it could not find when it wrote the lock, and npm ci then fails everywhere.
  test("names each package's builds for every system", () => {
    const named = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.filter((name) => !named.has(name))).toEqual([]);
  });

  // Without one, npm ci installs whatever it is sent, and says nothing.
  test("has the hash of each package that comes from a registry, the builds for other systems among them", () => {
    const comes = installed.filter(([, { link, inBundle }]) => !link && !inBundle);
    expect(comes.length).toBeGreaterThan(fewest);
    expect(comes.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""))).toEqual([]);
  });

  test("leaves where packages come from to npm's own settings, and links only to folders that are workspaces", () => {
    const elsewhere = installed.filter(([, { resolved, link }]) =>
      link ? !(resolved !== undefined && resolved in packages) : resolved !== undefined,
    );
    expect(elsewhere).toEqual([]);
  });

  test("takes for bundled only what the package around it says that it bundles", () => {
    const bundled = installed.filter(([, { inBundle }]) => inBundle).map(([path]) => path.split("/node_modules/"));
    const unsaid = bundled.filter((path) => {
      const around = packages[path.slice(0, -1).join("/node_modules/")];
      return !around?.bundleDependencies?.includes(path.at(-1) as string);
    });
    expect(unsaid).toEqual([]);
  });
});
