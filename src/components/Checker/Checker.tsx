import { Component } from "preact";
import { sendable, showInAddress } from "../../client/address.ts";
import { linkStyles } from "../../client/linkStyles.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import type { Language } from "../../i18n/languages.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { normalizeMethod } from "../../rules/index.ts";
import { Lamp } from "../Lamp/Lamp.tsx";
import formStyles from "./CheckerForm.css?url";
import { CheckerForm, type Part } from "./CheckerForm.tsx";
import { type Judging, loadJudging, loadNoting, type Noting } from "./further.tsx";
import { readLink, writeLink } from "./link.ts";
import { Reasons } from "./Reasons.tsx";
import { type CheckerState, hasAnswer } from "./state.ts";
import { Steps } from "./steps.ts";
import { assess, isUnsent, LIGHT } from "./verdict.ts";
import { Wire } from "./Wire.tsx";

export interface CheckerProps {
  initial: CheckerState;
  language: Language;
  /** The addresses of the checker's own page, of the engines' differences, and of the words of the causes. */
  page: string;
  differences: string;
  causes: string;
  /** Whether this is the checker's own page: there the address carries the state; elsewhere a link leads there. */
  ownsAddress: boolean;
  /** In a text only the verdict shows at first; the form and the wire open on demand. */
  compact: boolean;
}
type Props = CheckerProps & { t: CheckerStrings };

interface State {
  /** What the form holds. */
  form: CheckerState;
  /** Parameters of the address that could not be read. */
  problems: string[];
  part: Part;
  open: boolean;
  /** Whether scripts run, so that there is something to open. */
  live: boolean;
  copied: boolean;
  /** What is loaded when it is used: what judges answers, and what knows the engines. */
  judging?: Judging;
  noting?: Noting;
  /** The part that judges answers could not be loaded. */
  failed: boolean;
}

/**
 * The preflight checker: the request as a checklist, and beside it the verdict and what follows from it.
 * A class, because Preact's hooks would cost every reader another kilobyte.
 */
export class Checker extends Component<Props, State> {
  state: State = {
    form: this.props.initial,
    problems: [],
    part: "request",
    open: !this.props.compact,
    live: false,
    copied: false,
    failed: false,
  };
  private steps: Steps | undefined;
  private noting: Promise<Noting> | undefined;
  private judging: Promise<Judging> | undefined;

  componentDidMount() {
    const { ownsAddress, initial } = this.props;
    const fromAddress = ownsAddress && location.search !== "";
    const { state: form, problems } = fromAddress ? readLink(location.search) : { state: initial, problems: [] };
    this.steps = new Steps(ownsAddress, form);
    if (ownsAddress) addEventListener("popstate", this.followHistory);
    this.setState({ live: true, form, problems, part: hasAnswer(form) ? "answer" : "request" });
    if (fromAddress) void this.loadFurther(hasAnswer(form));
    else this.base?.addEventListener("focusin", () => this.loadFurther(false), { once: true });
  }
  componentWillUnmount() {
    removeEventListener("popstate", this.followHistory);
  }

  /** @param field the field that was typed into; absent where something was chosen */
  change = (changes: Partial<CheckerState>, field?: string) => {
    const { form } = this.state;
    if (Object.entries(changes).every(([name, value]) => form[name as keyof CheckerState] === value)) return;
    const changed = { ...form, ...changes };
    this.steps?.add(changed, field);
    this.show(changed);
  };

  show(form: CheckerState) {
    this.setState({ form, problems: [], copied: false });
    void this.loadFurther(hasAnswer(form));
  }

  undo = () => {
    const former = this.steps?.undo();
    if (former) this.show(former);
  };

  /** Back and Forward go through the steps. An entry that is none, as of a link within the page, changes nothing. */
  followHistory = ({ state: entry }: PopStateEvent) => {
    const known = this.steps?.goTo(entry);
    if (!known && sendable(writeLink(this.state.form)) === location.search) return;
    const form = known ?? readLink(location.search).state;
    showInAddress(writeLink(form));
    this.show(form);
  };

  /** Loads what most readers never come to: what stands beside a request, and what judges answers. */
  async loadFurther(isAboutAnswers: boolean): Promise<void> {
    const { language, causes } = this.props;
    try {
      this.noting ??= loadNoting(language);
      this.setState({ noting: await this.noting });
      if (!isAboutAnswers) return;
      this.judging ??= loadJudging(language, causes);
      this.setState({ judging: await this.judging, failed: false });
    } catch (error) {
      console.warn(error);
      // The next step tries it anew.
      this.noting = undefined;
      this.judging = undefined;
      this.setState({ failed: true });
    }
  }

  showPart = (part: Part) => {
    this.setState({ part });
    void this.loadFurther(part === "answer");
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

  render(props: Props, { form, problems, part, open, live, copied, judging, noting, failed }: State) {
    const { t, page, compact, ownsAddress, initial } = props;
    const { reading, outlook, verdict } = assess(form);
    const request = reading.kind === "request" ? reading.request : undefined;
    const method = normalizeMethod(request?.method ?? "");
    const judged = request && judging && hasAnswer(form) ? judging.judge(request, form, compact, t) : undefined;
    const isSent = request && outlook && !isUnsent(verdict) && verdict !== "refused";
    const query = writeLink(form);
    const share = copied ? t["share.copied"] : ownsAddress ? t["share.link"] : t["share.open"];
    return (
      <div class={compact ? "checker compact" : "checker"}>
        {problems.length > 0 && (
          <p class="malformed" role="alert">
            {fillIn(t["share.malformed"], { problems: problems.join(t["list.separator"]) })}
          </p>
        )}
        <div class="sides">
          {open && (
            <CheckerForm
              part={part}
              show={this.showPart}
              state={form}
              reading={reading}
              answer={judging?.fields({
                state: form,
                request,
                isPreflighted: outlook?.decision.outcome === "preflight" && !isUnsent(verdict),
                change: this.change,
              })}
              reasons={outlook && !isUnsent(verdict) ? outlook.decision.reasons : []}
              change={this.change}
              undo={this.steps?.canUndo ? this.undo : undefined}
              reset={() => this.change(initial)}
              t={t}
            />
          )}
          <div class="saying">
            <div class="verdict">
              <Lamp light={judged?.light ?? LIGHT[verdict]} title={judged?.title ?? t[`verdict.${verdict}`]}>
                {judged?.detail ?? fillIn(t[`verdict.${verdict}.detail`], { method })}
              </Lamp>
            </div>
            <div class="result">
              {failed && (
                <p class="hint" role="alert">
                  {t["answer.failed"]}
                </p>
              )}
              {judged?.shown}
              {request && outlook && !judged && (
                <>
                  <Reasons request={request} outlook={outlook} t={t} />
                  {noting?.engines(request, props.differences, t)}
                  {open && !isUnsent(verdict) && (
                    <Wire request={request} decision={outlook.decision} t={t} compact={compact} />
                  )}
                </>
              )}
              {open && isSent && noting?.copies(request)}
              {open && request && noting?.tryIt(request, form)}
              <p class="share">
                {!open && live && (
                  <button class="button" type="button" onClick={this.open}>
                    {t.open}
                  </button>
                )}
                {/* A link that leaves the request out would be none to it. */}
                {sendable(query) === query && (
                  <a href={page + query} onClick={this.copy}>
                    {share}
                  </a>
                )}
              </p>
            </div>
          </div>
        </div>
      </div>
    );
  }
}
