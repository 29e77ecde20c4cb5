import { Component } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { OutcomeStrings } from "../../i18n/types.ts";
import { type CorsRequest, leastResponses, normalizeMethod } from "../../rules/index.ts";
import { Words } from "../Words/Words.tsx";
import { type Answers, readAnswers, type Side } from "./answerText.ts";
import type { CheckerState } from "./state.ts";
import { writeAnswer } from "./writeAnswer.ts";

export interface AnswerProps {
  state: CheckerState;
  /** The form's request, where it holds one. */
  request: CorsRequest | undefined;
  isPreflighted: boolean;
  change: (changes: Answers, field?: string) => void;
  t: OutcomeStrings;
}

const SIDES: readonly Side[] = ["preflight", "response"];

/** What the server answered: to OPTIONS, and to the request itself. */
export class AnswerFields extends Component<AnswerProps, Record<Side, string>> {
  state = { preflight: writeAnswer(this.props.state.preflight), response: writeAnswer(this.props.state.response) };
  /** The answers that the texts were read into: others come from outside, and are written anew. */
  private known: Answers = { preflight: this.props.state.preflight, response: this.props.state.response };

  componentDidUpdate() {
    const { state } = this.props;
    for (const side of SIDES) {
      if (this.known[side] === state[side]) continue;
      this.known[side] = state[side];
      this.setState({ ...this.state, [side]: writeAnswer(state[side]) });
    }
  }

  type(side: Side, text: string) {
    this.setState({ ...this.state, [side]: text });
    const answers = readAnswers(text, side);
    // The field keeps what was typed into it; where a paste holds both answers, each field gets its own.
    if (Object.keys(answers).length === 1) this.known[side] = answers[side] ?? null;
    this.props.change(answers, side);
  }

  fillInLeast = () => {
    const { request } = this.props;
    if (!request) return;
    const { preflight, response } = leastResponses(request);
    this.props.change({ preflight: preflight ?? null, response: { status: 200, headers: response } });
  };

  render({ state, request, isPreflighted, change, t }: AnswerProps, texts: Record<Side, string>) {
    const method = normalizeMethod(request?.method ?? "");
    return (
      <>
        <p class="hint">
          <Words text={t["answer.how"]} />
        </p>
        {SIDES.map((side) => {
          const isOut = side === "preflight" && !isPreflighted;
          const hint = isOut ? t["answer.no-preflight"] : texts[side].trim() && !state[side] && t["answer.no-status"];
          return (
            <div class="said">
              <label for={`answer-${side}`}>
                {fillIn(t["answer.to"], { method: side === "preflight" ? "OPTIONS" : method })}
              </label>
              <textarea
                id={`answer-${side}`}
                class="field"
                rows={isOut ? 1 : 5}
                value={texts[side]}
                disabled={isOut}
                placeholder={isOut ? "" : side === "preflight" ? "HTTP/1.1 204 No Content" : "HTTP/1.1 200 OK"}
                aria-describedby={`answer-${side}-hint`}
                onInput={(event) => this.type(side, event.currentTarget.value)}
                spellcheck={false}
                autocapitalize="off"
                autocomplete="off"
              />
              <p class="hint" id={`answer-${side}-hint`}>
                {hint && <Words text={hint} />}
              </p>
            </div>
          );
        })}
        <p class="form-acts">
          {request && (
            <button type="button" class="plain" onClick={this.fillInLeast}>
              {t["answer.least"]}
            </button>
          )}
          {(texts.preflight || texts.response) && (
            <button type="button" class="plain" onClick={() => change({ preflight: null, response: null })}>
              {t["answer.clear"]}
            </button>
          )}
        </p>
      </>
    );
  }
}
