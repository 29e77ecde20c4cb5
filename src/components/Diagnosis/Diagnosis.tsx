import { Component } from "preact";
import type { Finding, Known, Question } from "../../diagnose/index.ts";
import { shells } from "../../generator/shells.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings, DiagnoseStrings, FailureStrings } from "../../i18n/types.ts";
import { lineClasses } from "../../markdown/lineClasses.ts";
import { causes as allCauses, printedMessages } from "../../rules/index.ts";
import { exchangeOf } from "../Checker/exchangeOf.ts";
import { writeLink } from "../Checker/link.ts";
import { readForm } from "../Checker/reading.ts";
import { hasAnswer } from "../Checker/state.ts";
import { arrowsOf } from "../Exchange/arrows.ts";
import { Exchange } from "../Exchange/Exchange.tsx";
import { Lamp } from "../Lamp/Lamp.tsx";
import { rememberedStack, rememberStack } from "../Recipe/rememberedStack.ts";
import type { DrawTryIt } from "../TryIt/loadTryIt.tsx";
import { Words } from "../Words/Words.tsx";
import { isAnswered, withAnswer } from "./asked.ts";
import { toCheckerState } from "./checkerState.ts";
import { curlLine, drawnExchange } from "./exchange.ts";
import { writeResultLink } from "./link.ts";
import type { CauseWords, DiagnosisWords } from "./words.ts";
import type { Answer } from "./worker.ts";

export type DiagnosisStrings = DiagnoseStrings & CheckerStrings & FailureStrings;

/** Where things are: the words, the checker, and the box's own page, which links to results lead to. */
export interface Place {
  words: string;
  checker: string;
  diagnose: string;
}

interface Props {
  /** Asks the worker. */
  ask(known: Known): Promise<Answer>;
  /** Its answer to what was pasted, with nothing answered yet. */
  first: Answer;
  /** Its answer with what the link has answered that led here, and what that is. */
  linked: Answer;
  known: Known;
  /** Places of the products whose refusal was pasted. */
  said: readonly string[];
  words: DiagnosisWords;
  place: Place;
  t: DiagnosisStrings;
  /** The code of a recipe with the reader's values, taken out of its own page; none where that cannot be had. */
  codeOf(recipe: string): Promise<HTMLElement | undefined>;
  /** Lets the reader try an exchange in their own browser; nothing where the site has no lab. */
  drawTryIt: DrawTryIt | undefined;
}

interface State {
  answer: Answer;
  known: Known;
}

/** How many findings are shown whole; a HAR may have hundreds. */
const SHOWN = 5;

/** What a diagnosis says: what broke, what to do about it, and what would settle what is open. */
export class Diagnosis extends Component<Props, State> {
  state: State = { answer: this.props.linked, known: this.props.known };

  answer = async (answer: Known) => {
    const known = withAnswer(this.state.known, answer);
    this.setState({ known, answer: await this.props.ask(known) });
  };

  render({ t, words, place, codeOf, drawTryIt, first, said }: Props, { answer: { diagnosis, shared }, known }: State) {
    // The questions that were asked at first stay where they are, so that another answer can be given.
    const { findings } = diagnosis;
    if (findings.length === 0) {
      return (
        <Lamp light="quiet" title={t["answer.nothing"]}>
          {t["answer.nothing.what"]}
        </Lamp>
      );
    }
    return (
      <>
        {findings.slice(0, SHOWN).map((finding, index) => (
          <Found
            key={index}
            finding={finding}
            asked={first.diagnosis.findings[index]?.asks ?? []}
            known={known}
            answer={this.answer}
            products={[...new Set([...(index === 0 ? said : []), ...(finding.products ?? [])])]}
            words={words}
            place={place}
            codeOf={codeOf}
            drawTryIt={drawTryIt}
            t={t}
          />
        ))}
        {findings.length > SHOWN && <p class="small">{fillIn(t["answer.more"], { count: findings.length - SHOWN })}</p>}
        {shared !== undefined && (
          <p class="small">
            <a href={place.diagnose + writeResultLink({ paste: shared, known })}>{t["answer.link"]}</a>
          </p>
        )}
      </>
    );
  }
}

interface FoundProps extends Omit<Props, "ask" | "first" | "linked" | "said"> {
  finding: Finding;
  /** What answers there, the likeliest first. */
  products: readonly string[];
  /** What was asked before anything was answered. */
  asked: readonly Question[];
  known: Known;
  answer(known: Known): void;
}

function Found({ finding, products, asked, known, answer, words, place, codeOf, drawTryIt, t }: FoundProps) {
  // What passes has no cause; it may have something that is worth a look.
  const best = finding.passes ? undefined : finding.causes[0];
  const others = finding.causes.slice(best ? 1 : 0);
  const cause = best && words.causes[best.id];
  const instead = finding.notCors && words.notCors[finding.notCors];
  const rule = allCauses.find(({ id }) => id === best?.id);
  const exchange = drawnExchange(finding);
  const curl = curlLine(finding, shells.bash);
  const asks = [
    ...asked.filter(({ answers }) => answers.some((each) => isAnswered(known, each.known))),
    ...finding.asks.slice(0, 1),
  ];
  const request = finding.exchange?.request;
  return (
    <section class="finding">
      {cause && best ? (
        <Lamp light="stop" title={<Words text={cause.title} lang={cause.lang} />}>
          {t[`answer.phase.${rule?.phase ?? "response"}`]}{" "}
          {best.certainty !== "certain" && <span class="quiet">{t[`answer.certainty.${best.certainty}`]}</span>}
        </Lamp>
      ) : instead ? (
        <Lamp
          light={finding.notCors === "says-nothing" ? "quiet" : "caution"}
          title={<Words text={instead.title} lang={instead.lang} />}
        >
          <Words text={instead.is} lang={instead.lang} />
        </Lamp>
      ) : finding.passes ? (
        <Lamp light="clear" title={t["answer.passes"]}>
          {t["answer.passes.what"]}
        </Lamp>
      ) : (
        <Lamp light="quiet" title={t["answer.open"]}>
          {t["answer.open.what"]}
        </Lamp>
      )}
      <div class="halves">
        <div class="col">
          {asks.map((question) => (
            <Asked key={question.id} question={question} known={known} answer={answer} t={t} />
          ))}
          {cause && <Fix cause={cause} products={products} words={words} codeOf={codeOf} t={t} />}
          {!cause && instead && (
            <>
              <p class="fix">
                <b>{t["answer.fix"]}</b>
                <Words text={instead.fix} lang={instead.lang} />
              </p>
              <p class="small">
                <a href={instead.page}>{t["answer.instead"]}</a>
              </p>
            </>
          )}
          {!finding.passes && <Products places={products} words={words} t={t} />}
          {others.length > 0 && (
            <>
              <h2>{t[finding.passes ? "answer.suspects" : "answer.others"]}</h2>
              <ul class="rows">
                {others.slice(0, 6).map(({ id, certainty }) => {
                  const other = words.causes[id];
                  return (
                    other && (
                      <li>
                        <a href={other.page}>
                          <Words text={other.title} lang={other.lang} />
                        </a>
                        <span>{t[`answer.certainty.${certainty}`]}</span>
                      </li>
                    )
                  );
                })}
              </ul>
            </>
          )}
        </div>
        <div class="col">
          {exchange && <Exchange request={exchange.request} arrows={arrowsOf(exchange, t)} t={t} />}
          {curl && (
            <>
              <h2>{t["answer.check"]}</h2>
              <figure class="code">
                <figcaption>
                  <span>{shells.bash.name}</span>
                </figcaption>
                <pre>
                  <code>
                    {curl.split("\n").map((line) => (
                      <span class={lineClasses(line).join(" ")}>{`${line}\n`}</span>
                    ))}
                  </code>
                </pre>
              </figure>
              <p class="small">{t["answer.check.what"]}</p>
            </>
          )}
          {rule && (
            <details>
              <summary>{t["answer.browsers"]}</summary>
              {printedMessages(rule.example)
                .filter(({ language }) => language === "en" || language === document.documentElement.lang)
                .map(({ text, language }) => (
                  <p class="line msg" lang={language}>
                    {text}
                  </p>
                ))}
            </details>
          )}
          {request?.url && request.origin && (
            <p class="small">
              <a href={place.checker + writeLink(toCheckerState(request, finding.exchange))}>{t["answer.checker"]}</a>
            </p>
          )}
          {import.meta.env.LAB && drawTryIt && <TryFound finding={finding} drawTryIt={drawTryIt} />}
        </div>
      </div>
    </section>
  );
}

/**
 * Lets the reader try what was found: with the answers that are known, and where none is, with those of its likeliest
 * cause's example, as it is drawn.
 */
function TryFound({ finding, drawTryIt }: { finding: Finding; drawTryIt: DrawTryIt }) {
  const { request } = finding.exchange ?? {};
  const state = request?.url && request.origin ? toCheckerState(request, finding.exchange) : undefined;
  const reading = state && readForm(state);
  if (state && reading?.kind === "request" && hasAnswer(state)) {
    return drawTryIt(exchangeOf(reading.request, state), writeLink(state));
  }
  const drawn = drawnExchange(finding);
  return drawn && drawTryIt(drawn, writeLink(toCheckerState(drawn.request, drawn)));
}

interface AskedProps {
  question: Question;
  known: Known;
  answer(known: Known): void;
  t: DiagnosisStrings;
}

/** A question with its answers, as rows; of one that nothing can be clicked for, what to look at. */
function Asked({ question: { id, answers }, known, answer, t }: AskedProps) {
  const words = t as Record<string, string>;
  const text = words[`ask.${id}`] ?? id;
  if (answers.length === 0) {
    return (
      <p class="small">
        <Words text={text} />
      </p>
    );
  }
  return (
    <fieldset class="which">
      <legend>
        <h2>
          <Words text={text} />
        </h2>
      </legend>
      {answers.map((each) => (
        <label>
          <input
            type="radio"
            name={`ask-${id}`}
            checked={isAnswered(known, each.known)}
            onChange={() => answer(each.known)}
          />
          <span>
            <Words text={words[`ask.${id}.${each.id}`] ?? each.id} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ProductsProps {
  places: readonly string[];
  words: DiagnosisWords;
  t: DiagnosisStrings;
}

/** What answers there, as the URL, the headers and its own words show it, with the page of its setting. */
function Products({ places, words, t }: ProductsProps) {
  const known = places.flatMap((place) => words.products[place] ?? []);
  if (known.length === 0) return null;
  return (
    <>
      <h2>{t["answer.product"]}</h2>
      <ul class="rows">
        {known.map(({ name, lang, page }) => (
          <li>
            <a href={page} lang={lang}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FixProps {
  cause: CauseWords;
  /** What answers there: its code is shown as long as the reader has chosen none. */
  products: readonly string[];
  words: DiagnosisWords;
  codeOf(recipe: string): Promise<HTMLElement | undefined>;
  t: DiagnosisStrings;
}

/** The first of the products' recipes that mends this. */
function recipeOf({ cause, products, words }: FixProps): string {
  const ids = products.flatMap((place) => words.products[place]?.recipes ?? []);
  return ids.find((id) => cause.recipes.includes(id)) ?? "";
}

/** What to do, and the code of it for the reader's own server. */
class Fix extends Component<FixProps, { stack: string }> {
  state = { stack: rememberedStack() || recipeOf(this.props) };
  code: HTMLElement | null = null;
  latest = 0;

  componentDidMount() {
    this.show();
  }
  componentDidUpdate(before: FixProps, state: { stack: string }) {
    if (before.cause !== this.props.cause || state.stack !== this.state.stack) this.show();
  }
  async show() {
    const turn = ++this.latest;
    const { cause, codeOf } = this.props;
    const { stack } = this.state;
    this.code?.replaceChildren();
    const figure = cause.recipes.includes(stack) && (await codeOf(stack));
    // Another may have been chosen since, whose code was quicker to come.
    if (!figure || turn !== this.latest || !this.code) return;
    this.code.replaceChildren(figure);
    document.dispatchEvent(new CustomEvent("code-changed", { detail: this.code }));
  }

  render({ cause, words, t }: FixProps, { stack }: { stack: string }) {
    return (
      <>
        <p>
          <Words text={cause.cause} lang={cause.lang} />
        </p>
        <p class="fix">
          <b>{t["answer.fix"]}</b>
          <Words text={cause.fix} lang={cause.lang} />
        </p>
        {cause.recipes.length > 0 && (
          <label class="pick">
            {t["answer.stack"]}
            <select
              onChange={(event) => {
                rememberStack(event.currentTarget.value);
                this.setState({ stack: event.currentTarget.value });
              }}
            >
              <option value="">{t["answer.stack.choose"]}</option>
              {cause.recipes.map((id) => (
                <option value={id} selected={id === stack}>
                  {words.recipes[id]?.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div
          ref={(element) => {
            this.code = element;
          }}
        />
        <p class="small">
          <a href={cause.page}>{t["answer.cause"]}</a>
          {cause.recipes.includes(stack) && (
            <>
              {" · "}
              <a href={words.recipes[stack]?.page}>{t["answer.values"]}</a>
            </>
          )}
        </p>
      </>
    );
  }
}
