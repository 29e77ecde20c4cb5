import { confirm } from "@inquirer/prompts";
import { nameSection } from "./describeChange.ts";
import type { Ask } from "./sync.ts";

/** Asks a person at a terminal about one section; the answer that changes nothing is the one that comes first. */
export const askForSection: Ask = (unit, language, change) =>
  confirm({
    message: `Does the ${language} text of ${unit.name} say in ${nameSection(change)} what the source says now?`,
    default: false,
  });
