import { join } from "node:path";
import { build } from "vite";
import { site } from "../../src/site.config.ts";

/** What can be imported from the package, and the command. */
export const entries = {
  bin: "src/terminal/bin.ts",
  rules: "src/rules/index.ts",
  diagnose: "src/diagnose/index.ts",
  audit: "src/audit/index.ts",
  matchers: "src/matchers/index.ts",
} as const;

/** What stands beside the matchers and is the user's own. */
const ofUsers = [/^node:/];

/**
 * Which sources stand in a file together. Each file costs a start about as much as what is in it: so there are few,
 * and what prints the help is apart from the rules.
 */
const groups = [
  { name: "rules", test: /src\/rules\// },
  {
    name: "diagnose",
    test: /src\/(?:diagnose|generator(?!\/wrapText))\//,
    // Other commands need a part of it.
    entriesAware: true,
    entriesAwareMergeThreshold: 20_000,
  },
  { name: "asking", test: /src\/(?:probe|audit)\// },
  {
    name: "start",
    test: /src\/(?:i18n\/|site\.config|terminal\/(?:visible|wrongUse|language|library)|generator\/wrapText)|get-east-asian-width/,
  },
  { name: "shared", test: /src\//, minShareCount: 2 },
];

/**
 * Bundles the package's code into plain modules: what several entries share is in files of its own, so that who
 * imports the rules loads the rules.
 * @param root the project's
 * @param folder where the modules go
 */
export async function bundle(root: string, folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    // The site's address is that of the package's making. Where it is used, these variables are somebody else's.
    define: {
      "process.env.SITE_URL": JSON.stringify(site.url),
      "process.env.BASE_PATH": JSON.stringify(site.base),
      "process.env.LAB_URL": JSON.stringify(site.lab ?? ""),
    },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      license: { fileName: "licences.txt" },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
        external: ofUsers,
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "shared-[hash].js",
          codeSplitting: { groups, includeDependenciesRecursively: false },
        },
      },
    },
  });
}
