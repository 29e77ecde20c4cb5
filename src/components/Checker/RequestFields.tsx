import type { ComponentChildren } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { apis, type Reason, type ReasonCode } from "../../rules/index.ts";
import { Words } from "../Words/Words.tsx";
import { HeaderRows } from "./HeaderRows.tsx";
import { MethodField } from "./MethodField.tsx";
import type { Field, Reading } from "./reading.ts";
import { Segments } from "./Segments.tsx";
import { startFrom, starts } from "./starts.ts";
import { apiNames, type CheckerState, credentialsModes, modes, toRequest } from "./state.ts";

interface Props {
  state: CheckerState;
  /** The same state, read. */
  reading: Reading;
  /** Of the verdict, where there is one. */
  reasons: readonly Reason[];
  /** @param field the field that was typed into; absent where something was chosen */
  change: (changes: Partial<CheckerState>, field?: string) => void;
  t: CheckerStrings;
}

const CONTENT_TYPES = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

/** The checklist of a request: an item, dots, its setting. Each setting is a native control, and says why where it cannot be set. */
export function RequestFields({ state, reading, reasons, change, t }: Props) {
  const choices = apis[state.api];
  const request = toRequest(state);
  const fires = (...codes: ReasonCode[]) => reasons.some(({ code }) => codes.includes(code));
  const firesContentType = reasons.some(({ subject }) => subject?.toLowerCase() === "content-type");

  const troubles = reading.kind === "incomplete" ? reading.troubles : [];
  const trouble = (field: string) => troubles.find((each) => each.field === field);
  /** Why of all settings only these are open. */
  const only = (all: readonly string[], open: readonly string[]) =>
    open.length < all.length
      ? fillIn(t["fixed.only"], { api: t[`api.${state.api}`], values: open.join(t["list.separator"]) })
      : undefined;
  const unless = (isOpen: boolean, words: string) =>
    isOpen ? undefined : fillIn(words, { api: t[`api.${state.api}`] });
  /** Why a setting cannot be another. */
  const fixed: Record<string, string | undefined> = {
    method: choices.onlyMethod && only(["", ""], [choices.onlyMethod]),
    contentType: unless(choices.headers, t["fixed.headers"]),
    body: unless(choices.bodies.length > 1, t["fixed.body"]),
    credentials: only(credentialsModes, choices.credentials),
    mode: only(modes, choices.modes),
    uploadListener: unless(choices.uploadListener, t["fixed.uploadListener"]),
  };
  const readAs = (id: string) => (reading.kind === "request" ? reading.readAs[id as Field] : undefined);
  const isDescribed = (id: string) => Boolean(fixed[id] || trouble(id) || readAs(id));
  const described = (id: string) => (isDescribed(id) ? { "aria-describedby": `${id}-hint` } : {});
  /** Below a setting: why it cannot be another, why it is no part of a request yet and what was probably meant, or how it is read. */
  const below = (id: string) => {
    if (!isDescribed(id)) return null;
    const field = id as Field;
    const found = trouble(id);
    const value = readAs(id);
    return (
      <p class="hint" id={`${id}-hint`}>
        {fixed[id] && <Words text={fixed[id]} />}
        {found && <Words text={fillIn(t[`trouble.${found.code}`], { value: state[field] })} />}
        {found?.mend && (
          <button type="button" class="plain" onClick={() => change({ [field]: found.mend })}>
            {fillIn(t["trouble.mend"], { value: found.mend })}
          </button>
        )}
        {value && <Words text={fillIn(t["read-as"], { value })} />}
      </p>
    );
  };

  const row = (id: string, label: string, lit: boolean, control: ComponentChildren, isGroup = false) => {
    const Name = isGroup ? "span" : "label";
    return (
      <div class={lit ? "row fires" : "row"}>
        <Name class="name" id={`${id}-name`} {...(!isGroup && { for: id })}>
          <span>
            {label}
            {lit && <span class="hidden"> ({t.fires})</span>}
          </span>
        </Name>
        {control}
        {below(id)}
      </div>
    );
  };
  const text = (
    field: "origin" | "url" | "contentType" | "bodyType",
    more: { value?: string; list?: string; placeholder?: string; disabled?: boolean; inputmode?: "url" } = {},
  ) => (
    <input
      id={field}
      value={more.value ?? state[field]}
      onInput={(event) => change({ [field]: event.currentTarget.value }, field)}
      spellcheck={false}
      autocapitalize="off"
      autocomplete="off"
      {...(trouble(field) && { "aria-invalid": true })}
      {...described(field)}
      {...more}
    />
  );
  const select = <Value extends string>(
    field: "api" | "body",
    value: Value,
    open: readonly Value[],
    name: (value: Value) => string,
  ) => (
    <select
      id={field}
      value={value}
      disabled={open.length === 1}
      {...described(field)}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    >
      {open.map((option) => (
        <option value={option} selected={option === value}>
          {name(option)}
        </option>
      ))}
    </select>
  );
  const segments = <Value extends string>(
    field: "credentials" | "mode",
    value: Value,
    { all, open }: { all: readonly Value[]; open: readonly Value[] },
    lit = false,
    word: (value: Value) => string = String,
  ) => {
    const choose = (chosen: Value) => change({ [field]: chosen });
    const settings = { name: field, isDescribed: isDescribed(field), value, all, open, choose, word };
    return row(field, t[`field.${field}`], lit, <Segments {...settings} />, true);
  };

  return (
    <>
      <fieldset class="starts scripted">
        <legend class="hidden">{t.starts}</legend>
        {(Object.keys(starts) as (keyof typeof starts)[]).map((name) => (
          <button type="button" onClick={() => change(startFrom(state, name))}>
            {t[name]}
          </button>
        ))}
      </fieldset>
      {row("origin", t["field.origin"], fires("origin-invalid", "same-origin"), text("origin", { inputmode: "url" }))}
      {row(
        "url",
        t["field.url"],
        fires("url-invalid", "scheme-not-http", "data-url"),
        text("url", { inputmode: "url" }),
      )}
      {row(
        "api",
        t["field.api"],
        fires("api-never-preflights"),
        select("api", state.api, apiNames, (api) => t[`api.${api}`]),
      )}
      {row(
        "method",
        t["field.method"],
        fires("method-not-safelisted", "method-invalid", "method-forbidden", "no-cors-method"),
        <MethodField
          method={state.method}
          only={choices.onlyMethod}
          isInvalid={trouble("method") !== undefined}
          isDescribed={isDescribed("method")}
          choose={(method) => change({ method })}
          type={(method) => change({ method }, "method")}
          t={t}
        />,
        true,
      )}
      {row(
        "contentType",
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
        "body",
        t["field.body"],
        fires("stream-body", "body-with-get-or-head"),
        select("body", request.body, choices.bodies, (body) => t[`body.${body}`]),
      )}
      {request.body === "blob" &&
        row("bodyType", t["field.bodyType"], false, text("bodyType", { list: "checker-types" }))}
      <HeaderRows state={state} reasons={reasons} open={choices.headers} change={change} t={t} />
      {segments("credentials", request.credentials, { all: credentialsModes, open: choices.credentials })}
      {segments(
        "mode",
        request.mode,
        { all: modes, open: choices.modes },
        fires("no-cors", "same-origin-mode"),
        (mode) => (state.api === "element" && mode === "cors" ? t["mode.element.cors"] : mode),
      )}
      {row(
        "uploadListener",
        t["field.uploadListener"],
        fires("upload-listener"),
        <input
          id="uploadListener"
          type="checkbox"
          checked={request.uploadListener}
          disabled={!choices.uploadListener}
          {...described("uploadListener")}
          onChange={(event) => change({ uploadListener: event.currentTarget.checked })}
        />,
      )}
      <datalist id="checker-types">
        {CONTENT_TYPES.map((type) => (
          <option value={type} />
        ))}
      </datalist>
    </>
  );
}
