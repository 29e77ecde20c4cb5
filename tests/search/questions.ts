import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "../../src/site.config.ts";

/** What somebody types, and where they want to get. */
export interface Question {
  query: string;
  /** Paths of pages below the language; any of them may be first. */
  want: string[];
}

/** Reads `questions/<name>.txt`: a question a line, then an arrow and the pages; `\n` in it is a line's end. */
function read(name: string): Question[] {
  const text = readFileSync(join(import.meta.dirname, "questions", `${name}.txt`), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => {
      const [query = "", pages = ""] = line.split(" → ");
      return {
        query: query.replaceAll("\\n", "\n"),
        want: pages.split(" ").map((page) => (page === "home" ? "" : `${page}/`)),
      };
    });
}

/** All questions of each language: those of its own file, and those of reviewers in `given.<language>.txt`. */
export const questions = Object.fromEntries(
  languages.map((language) => [language, [...read(language), ...read(`given.${language}`)]]),
) as Record<Language, Question[]>;
