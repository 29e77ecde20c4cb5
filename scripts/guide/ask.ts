import { confirm, input, select } from "@inquirer/prompts";
import type { ContentFolder } from "../../src/content/checks/context.ts";
import { readUnits } from "../../src/content/translation/units.ts";
import { languages, site } from "../../src/site.config.ts";
import { type NewOptions, newKinds, SLUG } from "./create.ts";
import { nameSection } from "./describeChange.ts";
import type { Ask } from "./sync.ts";

/** Asks a person at a terminal about one section; the answer that changes nothing is the one that comes first. */
export const askForSection: Ask = (unit, language, change) =>
  confirm({
    message: `Does the ${language} text of ${unit.name} say in ${nameSection(change)} what the source says now?`,
    default: false,
  });

/** Asks a person at a terminal for what is not given of something new; a title only of who gave nothing else either. */
export async function askForNew(content: ContentFolder, given: Partial<NewOptions>): Promise<NewOptions> {
  const isAsked = !given.kind || !given.slug || !given.lang;
  const choices = (values: readonly string[]) => values.map((value) => ({ value, name: value }));
  const kind =
    given.kind ?? ((await select({ message: "What is it?", choices: choices(newKinds) })) as NewOptions["kind"]);
  const slug =
    given.slug ??
    (await input({
      message: "What is it called in its address?",
      validate: (text) => SLUG.test(text) || "Lower-case words joined by hyphens, such as preflight-404.",
    }));
  const lang =
    given.lang ??
    (await select({
      message: "Which language is it written in?",
      choices: languages.map((value) => ({ value, name: site.languageName[value] })),
      default: site.source,
    }));
  const title = given.title ?? (isAsked ? await input({ message: "Its title (it can be left for later):" }) : "");
  const patterns = kind === "recipe" && !given.from ? readUnits(content, ["recipe"]).map(({ id }) => id) : [];
  const from =
    patterns.length > 0
      ? await select({ message: "Which recipe is it to begin as a copy of?", choices: choices(patterns) })
      : given.from;
  return { kind, slug, lang, ...(title !== "" && { title }), ...(from && { from }) };
}
