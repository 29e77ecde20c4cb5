import { type Cause, causes, printedMessages } from "../rules/index.ts";
import { groupByKeys } from "./lookup.ts";

/** What Chromium prints for a cause's example: the browser that most readers have. */
function linesOf({ example }: Cause): string[] {
  return printedMessages(example)
    .filter(({ engine }) => engine === "chromium")
    .map(({ text }) => reasonOf(text));
}

/** Without what differs from request to request: the URL, the origin, what asks. */
function reasonOf(line: string): string {
  return line
    .replace(/^.*blocked by CORS policy: /s, "")
    .replace(/'[^']*'|https?:\S+/g, (quoted) =>
      /^'Access-Control-|^'include'|^'true'|^'\*'/.test(quoted) ? quoted : "…",
    );
}

const byLine = groupByKeys([...causes], linesOf);

/** The other causes for which Chromium prints the very same reason, in the table's order. */
export function lookalikesOf(cause: Cause): Cause[] {
  const alike = new Set(linesOf(cause).flatMap((line) => byLine.get(line) ?? []));
  alike.delete(cause);
  return causes.filter((other) => alike.has(other));
}
