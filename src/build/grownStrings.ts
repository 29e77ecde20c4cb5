import type { Plugin } from "vite";
import { fallbacksOf, isComplete, languages } from "../site.config.ts";

const FILE = /\/src\/i18n\/ui\/([^/]+)\/(\w+)\.ts$/;

/**
 * What a script of the page loads of the words of a language that is growing: with those of its fallbacks where it has
 * none yet. The server completes them in `src/i18n/strings.ts`.
 */
export function grownStrings(): Plugin {
  return {
    name: "grown-strings",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    load: {
      filter: { id: FILE },
      handler(id) {
        const [, tag = "", part = ""] = FILE.exec(id) ?? [];
        const language = languages.find((one) => one === tag);
        if (!language || isComplete(language) || part === "index") return undefined;
        const others = [...new Set(["en", ...[...fallbacksOf(language)].reverse()])].filter((other) => other !== tag);
        const imports = others.map(
          (other, index) => `import { ${part} as words${index} } from "../${other}/${part}.ts";`,
        );
        const all = others.map((_, index) => `...words${index}, `).join("");
        return `${imports.join("\n")}\nimport { ${part} as own } from "./${part}.ts?own";\nexport const ${part} = { ${all}...own };\n`;
      },
    },
  };
}
