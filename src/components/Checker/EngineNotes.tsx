import type { CheckerStrings, DifferenceStrings, OutcomeStrings } from "../../i18n/types.ts";
import { browsersWith } from "../browsersWith.ts";
import { Words } from "../Words/Words.tsx";
import type { EngineView } from "./perEngine.ts";

export { Copies } from "./Copies.tsx";
export { enginesThatDiffer } from "./perEngine.ts";

interface Props {
  views: readonly EngineView[];
  /** Where the differences are said at length. */
  page: string;
  titles: DifferenceStrings;
  t: CheckerStrings & OutcomeStrings;
}

/** Where an engine does something else with this request: what comes of it there, and why. */
export function EngineNotes({ views, page, titles, t }: Props) {
  if (views.length === 0) return null;
  return (
    <div class="engine-notes">
      <p>
        <b>{t["engines.differ"]}</b>
      </p>
      <ul>
        {views.map(({ engine, verdict, differences }) => (
          <li>
            {browsersWith[engine][0]}
            {t["label.colon"]}
            {t[`verdict.${verdict}`]}
            {differences.map((id) => (
              <>
                <br />
                <a href={`${page}#${id}`}>
                  <Words text={titles[`${id}.title`]} />
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
