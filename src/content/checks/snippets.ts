import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/** Languages of code blocks that a page may write itself: what readers run beside a server, and what goes over the wire. */
const OWN_LANGUAGES = new Set(["js", "ts", "html", "json", "http", "text", "sh", "bash"]);

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
];

/** A code block of a page. */
export interface Fence {
  language: string;
  info: string;
  text: string;
  /** 1-based, within the body. */
  line: number;
}

/** Checks that a page writes no server snippet itself: those are cut from the recipes, which are run. */
export function checkSnippets(yaml: YamlFile): Problem[] {
  return listFences(yaml.body).flatMap(({ language, info, text, line }): Problem[] => {
    if (/\brecipe="/.test(info)) return [];
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

/** The code blocks of a text, in their order. */
export function listFences(body: string): Fence[] {
  const fences: Fence[] = [];
  let open: (Fence & { mark: string }) | null = null;
  body.split("\n").forEach((text, index) => {
    const [, mark = "", info = ""] = /^\s*(`{3,}|~{3,})\s*(.*)$/.exec(text) ?? [];
    if (open === null) {
      if (mark !== "") open = { mark, language: /^\S*/.exec(info)?.[0] ?? "", info, text: "", line: index + 1 };
    } else if (mark.startsWith(open.mark) && info === "") {
      fences.push(open);
      open = null;
    } else {
      open.text += `${text}\n`;
    }
  });
  return fences;
}
