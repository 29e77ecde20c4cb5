import { Component, type ComponentChildren } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings, FailureStrings, OutcomeStrings } from "../../i18n/types.ts";
import { type CorsRequest, type Engine, normalizeMethod } from "../../rules/index.ts";
import { browsersWith } from "../browsersWith.ts";
import type { DiagnosisWords } from "../Diagnosis/words.ts";
import type { Arrow } from "../Exchange/arrow.ts";
import { arrowsOf } from "../Exchange/arrows.ts";
import { Exchange } from "../Exchange/Exchange.tsx";
import { type Light, SHAPE } from "../Lamp/shape.ts";
import { Words } from "../Words/Words.tsx";
import { type InEngine, LIGHT, type Mark, outcomeOf, type Outcome as Whole } from "./judge.ts";
import type { CheckerState } from "./state.ts";

export { AnswerFields } from "./AnswerFields.tsx";

type AllWords = CheckerStrings & FailureStrings & OutcomeStrings;

interface Props {
  outcome: Whole;
  causes: DiagnosisWords["causes"];
  /** Whether it stands in a section of a text, and so below that section's heading. */
  compact: boolean;
  t: AllWords;
}

const MARK_LIGHT: Record<Mark, Light> = { passes: "clear", blocked: "stop", unknown: "quiet" };

/** What each engine makes of the answers: the causes, what its console prints, and the exchange as it goes there. */
class Outcome extends Component<Props, { chosen: Engine }> {
  state = { chosen: "chromium" as Engine };

  render({ outcome, causes, compact, t }: Props, { chosen }: { chosen: Engine }) {
    const Heading = compact ? "h3" : "h2";
    const { exchange, inEngines } = outcome;
    const drawings = inEngines.map(({ engine, trace }) => ({ engine, arrows: arrowsOf(exchange, t, trace) }));
    const isOne = drawings.every(({ arrows }) => isSame(arrows, drawings[0]?.arrows));
    const drawn = drawings.find(({ engine }) => engine === (isOne ? "chromium" : chosen));
    return (
      <>
        <Causes outcome={outcome} words={causes} t={t} />
        <Heading>{t.engines}</Heading>
        <ul class="rows in-engines">
          {inEngines.map(({ engine, mark }) => (
            <li>
              <b>{browsersWith[engine][0]}</b>
              <span class={MARK_LIGHT[mark]}>
                <i aria-hidden="true">{SHAPE[MARK_LIGHT[mark]]}</i>
                {t[`engine.${mark}`]}
              </span>
            </li>
          ))}
        </ul>
        {!isOne && (
          <fieldset class="seg">
            <legend class="hidden">{t["engines.drawn"]}</legend>
            {inEngines.map(({ engine }) => (
              <label>
                <input
                  type="radio"
                  name="drawn-engine"
                  checked={engine === chosen}
                  onChange={() => this.setState({ chosen: engine })}
                />
                {browsersWith[engine][0]}
              </label>
            ))}
          </fieldset>
        )}
        <Exchange request={exchange.request} arrows={drawn?.arrows ?? []} t={t} />
        <Printed inEngines={inEngines} t={t} />
      </>
    );
  }
}

function isSame(one: readonly Arrow[], other: readonly Arrow[] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Why it fails, by the table of causes: what to do about the first, and links to the others. */
function Causes({ outcome, words, t }: { outcome: Whole; words: Props["causes"]; t: AllWords }) {
  const [first, ...others] = outcome.causes.flatMap(({ id }) => words[id] ?? []);
  if (!first) return null;
  return (
    <div class="cause">
      <p>
        <b>{outcome.kind === "passes" ? t["cause.passes"] : t.cause}</b>
        <br />
        <a href={first.page}>
          <Words text={first.title} />
        </a>
      </p>
      <p class="fix">
        <b>{t["cause.fix"]}</b>
        <Words text={first.fix} />
      </p>
      {others.length > 0 && (
        <>
          <p>{t["causes.more"]}</p>
          <ul>
            {others.map(({ title, page }) => (
              <li>
                <a href={page}>
                  <Words text={title} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The lines by which a reader knows it again. */
function Printed({ inEngines, t }: { inEngines: readonly InEngine[]; t: AllWords }) {
  const { lang } = document.documentElement;
  const lines = inEngines.flatMap(({ printed }) =>
    printed.filter(({ language }) => language === "en" || language === lang),
  );
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{t.printed}</summary>
      {lines.map(({ engine, language, text }) => (
        <p class="printed">
          <b>{browsersWith[engine][0]}</b> <span lang={language}>{text}</span>
        </p>
      ))}
    </details>
  );
}

/** What the lamp and the page say of the answers that are known. */
export interface Judged {
  light: Light;
  title: string;
  detail: string;
  shown: ComponentChildren;
}

/** What is said of a request with its answers. @returns nothing where none of them is looked at */
export function judged(
  request: CorsRequest,
  state: CheckerState,
  causes: DiagnosisWords["causes"],
  compact: boolean,
  t: AllWords,
): Judged | undefined {
  const outcome = outcomeOf(request, state);
  const { kind } = outcome;
  if (kind === "as-foreseen") return undefined;
  return {
    light: LIGHT[kind],
    title: t[`outcome.${kind}`],
    detail: fillIn(t[`outcome.${kind}.detail`], { method: normalizeMethod(request.method) }),
    shown: <Outcome outcome={outcome} causes={causes} compact={compact} t={t} />,
  };
}
