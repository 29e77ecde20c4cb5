import { Component } from "preact";
import type { CheckerStrings } from "../../i18n/types.ts";
import { Segments } from "./Segments.tsx";

interface Props {
  method: string;
  /** The one that the way of sending has, where its caller cannot choose. */
  only: string | undefined;
  isInvalid: boolean;
  isDescribed: boolean;
  choose: (method: string) => void;
  /** Of a method that is none of the usual. */
  type: (method: string) => void;
  t: CheckerStrings;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const OTHER = "other";

/** The usual methods side by side, and a field for any other. */
export class MethodField extends Component<Props, { typed: string | null }> {
  /** What the field was left with: a method that comes from elsewhere is shown as the segment that it is. */
  state = { typed: null as string | null };

  render({ method, only, isInvalid, isDescribed, choose, type, t }: Props, { typed }: { typed: string | null }) {
    const value = only ?? method;
    // What is typed may be a usual method on its way to another: the field stays until a segment is chosen.
    const isTyped = only === undefined && (typed === value || !METHODS.includes(value));
    return (
      <div class="method">
        <Segments
          name="method"
          isDescribed={isDescribed}
          value={isTyped ? OTHER : value}
          all={[...METHODS, OTHER]}
          open={only === undefined ? [...METHODS, OTHER] : [only]}
          word={(option) => (option === OTHER ? t["field.method.other"] : option)}
          choose={(option) => {
            this.setState({ typed: option === OTHER ? value : null });
            if (option !== OTHER) choose(option);
          }}
        />
        {isTyped && (
          <input
            aria-label={t["field.method.typed"]}
            aria-describedby={isDescribed ? "method-hint" : undefined}
            aria-invalid={isInvalid || undefined}
            value={value}
            onInput={(event) => {
              this.setState({ typed: event.currentTarget.value });
              type(event.currentTarget.value);
            }}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
          />
        )}
      </div>
    );
  }
}
