import type { Problem } from "../../problems.ts";
import type { YamlFile } from "../yamlFile.ts";

/** Where git has left both sides of a text for somebody to choose. */
const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/m;

/** A mark of a merge that nobody has finished; nothing where there is none. What else is wrong with such a text comes of it. */
export function findMergeMark({ file, body, bodyLine }: YamlFile): Problem | undefined {
  if (!/^(?:<{7}|>{7}) /m.test(body)) return undefined;
  const found = MARK.exec(body);
  if (!found) return undefined;
  return {
    file,
    line: bodyLine + body.slice(0, found.index).split("\n").length - 1,
    message: `"${found[0]}" is a mark of a merge that is not finished.`,
    hint: "Choose what is to stay of the two sides, and delete the lines of <, = and >.",
  };
}
