import { appendFile, readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";

/** Below the built site. */
const FILE = "licences.txt";

/**
 * When the site is built: writes the licences of the packages whose code it carries, which ask for that.
 * Vite names those that are in the scripts; Pagefind's code comes with the search index.
 */
export function licences(): AstroIntegration {
  return {
    name: "licences",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [ofScripts()] } });
      },
      "astro:build:done": async ({ dir }) => {
        await appendFile(join(fileURLToPath(dir), FILE), await ofPagefind());
      },
    },
  };
}

/** As a plugin: Astro does not hand this option of its users on to the scripts' environment. */
function ofScripts(): Plugin {
  return {
    name: "licences",
    apply: "build",
    configEnvironment: (name) => (name === "client" ? { build: { license: { fileName: FILE } } } : undefined),
  };
}

/** In the form that Vite gives to those before it. */
async function ofPagefind(): Promise<string> {
  const file = findPackageJSON("pagefind", import.meta.url);
  if (!file) throw new Error("The package pagefind is not installed.\nRun npm ci.");
  const { version, license } = JSON.parse(await readFile(file, "utf8"));
  const text = await readFile(join(dirname(file), "LICENSE/LICENSE"), "utf8");
  return `\n## pagefind - ${version} (${license})\n\n${text.trim()}\n`;
}
