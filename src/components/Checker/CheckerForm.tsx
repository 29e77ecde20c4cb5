import type { ComponentChildren } from "preact";
import type { CheckerStrings } from "../../i18n/types.ts";
import type { Reason } from "../../rules/index.ts";
import { RequestFields } from "./RequestFields.tsx";
import type { Reading } from "./reading.ts";
import type { CheckerState } from "./state.ts";

export type Part = "request" | "answer";

interface Props {
  /** Which of the two parts is in sight. */
  part: Part;
  show: (part: Part) => void;
  state: CheckerState;
  /** The same state, read. */
  reading: Reading;
  /** Of the verdict, where there is one. */
  reasons: readonly Reason[];
  /** @param field the field that was typed into; absent where something was chosen */
  change: (changes: Partial<CheckerState>, field?: string) => void;
  /** The second part, once it is loaded. */
  answer: ComponentChildren;
  /** Goes back a step; absent where there is none. */
  undo: (() => void) | undefined;
  reset: () => void;
  t: CheckerStrings;
}

const PARTS = { request: "part.request", answer: "part.answer" } as const;

/** The form: the request, and what was answered. The style sheet shows the one that is chosen, without a script too. */
export function CheckerForm({ part, show, answer, undo, reset, t, ...fields }: Props) {
  return (
    <form class="checklist" aria-label={t["form.label"]} onSubmit={(event) => event.preventDefault()}>
      <div class="seg parts scripted" role="radiogroup" aria-label={t.parts}>
        {(Object.keys(PARTS) as Part[]).map((each) => (
          <label>
            <input type="radio" name="part" value={each} checked={each === part} onChange={() => show(each)} />
            {t[PARTS[each]]}
          </label>
        ))}
      </div>
      <div class="part of-request">
        <RequestFields {...fields} t={t} />
      </div>
      <div class="part of-answer">{answer}</div>
      <p class="form-acts scripted">
        {undo && (
          <button type="button" class="plain" onClick={undo}>
            {t.undo}
          </button>
        )}
        <button type="button" class="plain" onClick={reset}>
          {t.reset}
        </button>
      </p>
    </form>
  );
}
