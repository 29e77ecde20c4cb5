import type { Language } from "../../i18n/languages.ts";
import { href } from "../../i18n/routes.ts";
import { uiStrings } from "../../i18n/strings.ts";
import { differences } from "../../rules/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { Words } from "../Words/Words.tsx";

interface Props {
  scenario: Scenario;
  language: Language;
  label: string;
}

/** Where engines differ in a scenario: links to what is known of it. Nothing where they do not. */
export function DifferenceLinks({ scenario, language, label }: Props) {
  const found = differences.filter(({ scenarios }) => scenarios.includes(scenario.id));
  if (found.length === 0) return null;
  return (
    <ul class="tags differs" aria-label={label}>
      {found.map(({ id }) => (
        <li>
          <a href={`${href(language, "differences")}#${id}`}>
            <Words text={uiStrings[language].differences[`${id}.title`]} />
          </a>
        </li>
      ))}
    </ul>
  );
}
