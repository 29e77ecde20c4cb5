import type { ComponentChildren } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { apis, type Reason, type ReasonCode } from "../../rules/index.ts";
import { Words } from "../Words/Words.tsx";
import { HeaderRows } from "./HeaderRows.tsx";
import type { Field, Reading } from "./reading.ts";
import { apiNames, type CheckerState, toRequest } from "./state.ts";

interface Props {
  state: CheckerState;
  /** The same state, read. */
  reading: Reading;
  /** Of the verdict, where there is one. */
  reasons: readonly Reason[];
  change: (changes: Partial<CheckerState>) => void;
  t: CheckerStrings;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const CONTENT_TYPES = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

/** Whose texts are read before a request is made of them. */
const hasHint: ReadonlySet<string> = new Set<Field>(["origin", "url", "method"]);

/** The checklist: an item, dots, its setting. Each setting is a native control. */
export function CheckerForm({ state, reading, reasons, change, t }: Props) {
  const choices = apis[state.api];
  const request = toRequest(state);
  const fires = (...codes: ReasonCode[]) => reasons.some(({ code }) => codes.includes(code));
  const firesContentType = reasons.some(({ subject }) => subject?.toLowerCase() === "content-type");

  const troubles = reading.kind === "incomplete" ? reading.troubles : [];
  const trouble = (field: string) => troubles.find((each) => each.field === field);
  /** Under a field: why it is no part of a request yet, and what was probably meant; or how it is read. */
  const under = (field: Field) => {
    const found = trouble(field);
    const readAs = reading.kind === "request" ? reading.readAs[field] : undefined;
    return (
      <p class="hint" id={`${field}-hint`}>
        {found && <Words text={fillIn(t[`trouble.${found.code}`], { value: state[field] })} />}
        {found?.mend && (
          <button type="button" class="plain" onClick={() => change({ [field]: found.mend })}>
            {fillIn(t["trouble.mend"], { value: found.mend })}
          </button>
        )}
        {readAs && <Words text={fillIn(t["read-as"], { value: readAs })} />}
      </p>
    );
  };

  const row = (label: string, lit: boolean, control: ComponentChildren) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: every caller hands it its control
    <label class={lit ? "row fires" : "row"}>
      <span>
        {label}
        {lit && <span class="hidden"> ({t.fires})</span>}
      </span>
      {control}
    </label>
  );
  const text = (
    field: "origin" | "url" | "method" | "contentType" | "bodyType",
    more: { value?: string; list?: string; placeholder?: string; disabled?: boolean; inputmode?: "url" } = {},
  ) => (
    <input
      value={more.value ?? state[field]}
      onInput={(event) => change({ [field]: event.currentTarget.value })}
      spellcheck={false}
      autocapitalize="off"
      autocomplete="off"
      {...(trouble(field) && { "aria-invalid": true })}
      {...(hasHint.has(field) && { "aria-describedby": `${field}-hint` })}
      {...more}
    />
  );
  const select = <Value extends string>(
    field: keyof CheckerState,
    value: Value,
    open: readonly Value[],
    name: (value: Value) => string,
  ) => (
    <select
      value={value}
      disabled={open.length === 1}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    >
      {open.map((option) => (
        <option value={option} selected={option === value}>
          {name(option)}
        </option>
      ))}
    </select>
  );

  return (
    <form class="checklist" aria-label={t["form.label"]} onSubmit={(event) => event.preventDefault()}>
      {row(t["field.origin"], fires("origin-invalid", "same-origin"), text("origin", { inputmode: "url" }))}
      {under("origin")}
      {row(t["field.url"], fires("url-invalid", "scheme-not-http", "data-url"), text("url", { inputmode: "url" }))}
      {under("url")}
      {row(
        t["field.api"],
        fires("api-never-preflights"),
        select("api", state.api, apiNames, (api) => t[`api.${api}`]),
      )}
      {row(
        t["field.method"],
        fires("method-not-safelisted", "method-invalid", "method-forbidden", "no-cors-method"),
        text("method", choices.onlyMethod ? { value: request.method, disabled: true } : { list: "checker-methods" }),
      )}
      {under("method")}
      {row(
        "Content-Type",
        firesContentType,
        text(
          "contentType",
          choices.headers
            ? { list: "checker-types", placeholder: t["field.contentType.none"] }
            : { value: "", disabled: true },
        ),
      )}
      {row(
        t["field.body"],
        fires("stream-body", "body-with-get-or-head"),
        select("body", request.body, choices.bodies, (body) => t[`body.${body}`]),
      )}
      {request.body === "blob" && row(t["field.bodyType"], false, text("bodyType", { list: "checker-types" }))}
      <HeaderRows state={state} reasons={reasons} open={choices.headers} change={change} t={t} />
      {row(
        t["field.credentials"],
        false,
        select("credentials", request.credentials, choices.credentials, (mode) => mode),
      )}
      {row(
        t["field.mode"],
        fires("no-cors", "same-origin-mode"),
        select("mode", request.mode, choices.modes, (mode) =>
          state.api === "element" && mode === "cors" ? t["mode.element.cors"] : mode,
        ),
      )}
      {row(
        t["field.uploadListener"],
        fires("upload-listener"),
        <input
          type="checkbox"
          checked={request.uploadListener}
          disabled={!choices.uploadListener}
          onChange={(event) => change({ uploadListener: event.currentTarget.checked })}
        />,
      )}
      <datalist id="checker-methods">
        {METHODS.map((method) => (
          <option value={method} />
        ))}
      </datalist>
      <datalist id="checker-types">
        {CONTENT_TYPES.map((type) => (
          <option value={type} />
        ))}
      </datalist>
    </form>
  );
}
