import { Component } from "preact";
import { sendable, showInAddress } from "../../client/address.ts";
import { linkStyles } from "../../client/linkStyles.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { normalizeMethod } from "../../rules/index.ts";
import { Lamp } from "../Lamp/Lamp.tsx";
import formStyles from "./CheckerForm.css?url";
import { CheckerForm } from "./CheckerForm.tsx";
import { readLink, writeLink } from "./link.ts";
import { Reasons } from "./Reasons.tsx";
import type { CheckerState } from "./state.ts";
import { assess } from "./verdict.ts";
import { Wire } from "./Wire.tsx";

export interface CheckerProps {
  initial: CheckerState;
  /** The address of the checker's own page. */
  page: string;
  /** Whether this is that page: there the address carries the state; elsewhere a link leads there. */
  ownsAddress: boolean;
  /** In a text only the verdict shows at first; the form and the wire open on demand. */
  compact: boolean;
}
type Props = CheckerProps & { t: CheckerStrings };

interface State {
  request: CheckerState;
  /** Parameters of the address that could not be read. */
  problems: string[];
  open: boolean;
  /** Whether scripts run, so that there is something to open. */
  live: boolean;
  copied: boolean;
}

/**
 * The preflight checker: the request as a checklist, and beside it the verdict and what follows from it.
 * A class, because Preact's hooks would cost every reader another kilobyte.
 */
export class Checker extends Component<Props, State> {
  state: State = { request: this.props.initial, problems: [], open: !this.props.compact, live: false, copied: false };

  componentDidMount() {
    const fromAddress = this.props.ownsAddress && location.search !== "";
    const { state: request, problems } = fromAddress
      ? readLink(location.search)
      : { state: this.props.initial, problems: [] };
    this.setState({ live: true, request, problems });
  }

  change = (changes: Partial<CheckerState>) => {
    const request = { ...this.state.request, ...changes };
    this.setState({ request, problems: [], copied: false });
    if (this.props.ownsAddress) showInAddress(writeLink(request));
  };

  /** Opens the form where only the verdict was shown; its styles are not part of such a page. */
  open = async () => {
    await linkStyles(formStyles);
    this.setState({ open: true }, () => (this.base as HTMLElement).querySelector("input")?.focus());
  };

  /** On the checker's own page the link is the page itself, so it is copied rather than followed. */
  copy = async (event: Event) => {
    if (!this.props.ownsAddress || !navigator.clipboard) return;
    event.preventDefault();
    await navigator.clipboard.writeText((event.target as HTMLAnchorElement).href);
    this.setState({ copied: true });
  };

  render({ t, page, compact, ownsAddress, initial }: Props, { request: state, problems, open, live, copied }: State) {
    const { reading, outlook, verdict } = assess(state);
    const request = reading.kind === "request" ? reading.request : undefined;
    const query = writeLink(state);
    const share = copied ? t["share.copied"] : ownsAddress ? t["share.link"] : t["share.open"];
    return (
      <div class={compact ? "checker compact" : "checker"}>
        {problems.length > 0 && (
          <p class="malformed" role="alert">
            {fillIn(t["share.malformed"], { problems: problems.join(t["list.separator"]) })}
          </p>
        )}
        <div class="verdict">
          <Lamp verdict={verdict} title={t[`verdict.${verdict}`]}>
            {fillIn(t[`verdict.${verdict}.detail`], { method: normalizeMethod(request?.method ?? "") })}
          </Lamp>
        </div>
        {open && (
          <CheckerForm
            state={state}
            reading={reading}
            reasons={outlook && verdict !== "blocked" ? outlook.decision.reasons : []}
            change={this.change}
            t={t}
          />
        )}
        <div class="result">
          {request && outlook && (
            <>
              <Reasons request={request} outlook={outlook} t={t} />
              {open && verdict !== "blocked" && (
                <Wire request={request} decision={outlook.decision} t={t} compact={compact} />
              )}
            </>
          )}
          <p class="share">
            {!open && live && (
              <button type="button" onClick={this.open}>
                {t.open}
              </button>
            )}
            {/* A link that leaves the request out would be none to it. */}
            {sendable(query) === query && (
              <a href={page + query} onClick={this.copy}>
                {share}
              </a>
            )}
            {open && (
              <button type="button" class="plain" onClick={() => this.change(initial)}>
                {t.reset}
              </button>
            )}
          </p>
        </div>
      </div>
    );
  }
}
