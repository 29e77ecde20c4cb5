import { Component } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { TryItStrings } from "../../i18n/types.ts";
import type { Exchange } from "../../rules/index.ts";
import { Lamp } from "../Lamp/Lamp.tsx";
import type { Attempt, Outset } from "./attempt.ts";

export { default as styles } from "./TryIt.css?url";

interface Props {
  exchange: Exchange;
  /** The checker's query of the same request, which a report names: it holds no secret. */
  query: string;
  /** The lab's origin. */
  lab: string;
  t: TryItStrings;
}

/** What is loaded when something is tried. */
type Loaded = typeof import("./Tried.tsx");

interface State {
  /** The exchange that was tried, or is being tried. */
  tried?: string;
  outset?: Outset | undefined;
  attempt?: { came: Attempt; loaded: Loaded } | undefined;
  failed: boolean;
}

/** Lets a reader try an exchange in their own browser, and says what came of it. */
export class TryIt extends Component<Props, State> {
  state: State = { failed: false };

  tryIt = async () => {
    const { exchange, lab } = this.props;
    const tried = JSON.stringify(exchange);
    // While one is under way, another click on it changes nothing.
    if (this.state.tried === tried && !this.state.attempt && !this.state.failed) return;
    this.setState({ tried, outset: undefined, attempt: undefined, failed: false });
    /** Something else may be tried by now. */
    const show = (state: Partial<State>) => this.setState((now) => (now.tried === tried ? state : null));
    try {
      const [loaded, { attempt }] = await Promise.all([import("./Tried.tsx"), import("./attempt.ts")]);
      const came = await attempt(exchange, lab, (outset) => show({ outset }));
      show({ attempt: { came, loaded } });
    } catch (error) {
      console.warn(error);
      show({ failed: true });
    }
  };

  render({ exchange, query, lab, t }: Props, { tried, outset, attempt, failed }: State) {
    const isShown = tried === JSON.stringify(exchange);
    return (
      <div class="try-it">
        <p>
          <button type="button" class="button" onClick={this.tryIt}>
            {t.button}
          </button>{" "}
          <span class="small">{fillIn(t.note, { lab })}</span>
        </p>
        {/* There from the start, so that what comes is read out. */}
        <div aria-live="polite">
          {isShown && failed && <p class="hint">{t.failed}</p>}
          {isShown && !failed && !attempt && (
            <Lamp light="quiet" title={t.asking}>
              {outset?.needsPermission && t.permission}
            </Lamp>
          )}
          {isShown && attempt && (
            <attempt.loaded.Tried came={attempt.came} exchange={exchange} query={query} lab={lab} t={t} />
          )}
        </div>
      </div>
    );
  }
}
