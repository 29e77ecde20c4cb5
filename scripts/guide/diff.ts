import { behindOf } from "../../src/content/translation/behind.ts";
import type { Unit } from "../../src/content/translation/units.ts";
import type { Language } from "../../src/site.config.ts";
import { describeChange, nameSection } from "./describeChange.ts";
import { type Style, showDifference } from "./showDifference.ts";

/** What a command prints: for people, and for programs. */
export interface Report {
  text: string;
  json: unknown;
}

/** What has changed in a unit's source since its translations were made. @param only one language */
export function diffUnit(unit: Unit, style: Style, only?: Language): Report {
  const behind = behindOf(unit).filter(({ language }) => only === undefined || language === only);
  const text = behind.map(({ language, recorded, changes }) => {
    const head = `${unit.name}, ${language} from ${unit.source}`;
    if (!recorded) return `${head}: it is not recorded what it was made from.`;
    if (changes.length === 0) return `${head}: up to date.`;
    const sections = changes.map((change) => {
      const lines = showDifference(change, unit.source, style).flatMap((block) => block.split("\n"));
      return [`  ${nameSection(change)}: ${describeChange(change)}`, ...lines.map((line) => `    ${line}`)].join("\n");
    });
    return `${head}:\n${sections.join("\n")}`;
  });
  const missing = only !== undefined && behind.length === 0;
  return {
    text: missing ? `${unit.name} is not translated into ${only}.` : text.join("\n\n"),
    json: {
      unit: unit.name,
      source: unit.source,
      translations: behind.map(({ language, recorded, changes }) => ({
        language,
        recorded,
        changes: changes.map((change) => ({
          section: change.id,
          title: change.title,
          change: describeChange(change),
          difference: showDifference(change, unit.source, style),
        })),
      })),
    },
  };
}
