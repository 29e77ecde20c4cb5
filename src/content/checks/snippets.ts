import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";
import { codeLanguages } from "./codeBlocks.ts";

/**
 * Languages of code blocks that a page may write itself: what readers run beside a server, and what goes over the wire.
 * A formula is drawn, and of a diagram another check tells.
 */
const OWN_LANGUAGES = new Set([
  "js",
  "ts",
  "html",
  "json",
  "http",
  "text",
  "sh",
  "bash",
  "math",
  "mermaid",
  "md",
  "mdx",
]);

/** What only a server's code or configuration has, one kind a pattern. */
export const SERVER_CODE: readonly RegExp[] = [
  /\b(?:require|from|import)\b.*["'](?:node:https?|https?|express|@?koa|@?fastify|@?hono|cors|@hapi|@nestjs|next)(?:\/[\w-]+)?["']/,
  /^(?:from|import) (?:flask|django|fastapi|starlette|aiohttp|tornado)\b/m,
  /\b(?:app|router|server|fastify)\.(?:use|get|post|put|patch|delete|options|all|register|listen|route)\(/,
  /\b(?:res|reply|ctx)\.(?:set|header|send|end|sendStatus)\(/,
  // With nothing in the parentheses it is a client that reads an answer.
  /\b(?:res|reply|ctx)\.json\([^)]/,
  /\.(?:setHeader|writeHead)\(/,
  /\b(?:createServer|Deno\.serve|Bun\.serve)\(/,
  /\bexport default \{ ?(?:async )?fetch/,
  /\b(?:add_header|proxy_pass|http-request|http-response|reverse_proxy)\b/,
  /\bHeader (?:always )?(?:set|add)\b/,
  /\bhttp\.(?:HandleFunc|Handle|ListenAndServe)\(/,
  /@(?:CrossOrigin|RestController)\b/,
  /\bheader\(["']Access-Control-/,
];

/** Checks that a page writes no server snippet itself: those are cut from the recipes, which are run. */
export function checkSnippets(yaml: YamlFile): Problem[] {
  return yaml.outline.fences.flatMap(({ language, info, text, line }): Problem[] => {
    // Of a language that there is not, the check of code blocks tells.
    if (/\brecipe="/.test(info) || (language !== "" && !codeLanguages.has(language))) return [];
    const found = OWN_LANGUAGES.has(language)
      ? SERVER_CODE.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined)
      : language || "a block without a language";
    if (found === undefined) return [];
    return [
      {
        file: yaml.file,
        line: yaml.bodyLine + line - 1,
        message: `The code block looks like a server's: "${found}".`,
        hint: 'Put the server into content/recipes/, where it is run, and cut the block from there: ```js recipe="express/server.js#cors".',
      },
    ];
  });
}
