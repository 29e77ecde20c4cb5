import { fillIn } from "../../i18n/fillIn.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import type { HeaderLine, Reason } from "../../rules/index.ts";
import type { CheckerState } from "./state.ts";

interface Props {
  state: CheckerState;
  reasons: readonly Reason[];
  /** Whether this way of sending lets its caller set headers at all. */
  open: boolean;
  change: (changes: Partial<CheckerState>, field?: string) => void;
  t: CheckerStrings;
}

/** Headers that readers reach for, with a value that is typical of each. */
const QUICK: readonly HeaderLine[] = [
  ["Authorization", "Bearer token"],
  ["X-Requested-With", "XMLHttpRequest"],
  ["X-API-Key", "key"],
  ["Accept", "application/json"],
  ["Range", "bytes=0-499"],
];

/** The author's headers: ticks for the usual ones, and a row with name and value for each that is set. */
export function HeaderRows({ state, reasons, open, change, t }: Props) {
  const { headers } = state;
  const has = (name: string) => headers.some(([other]) => other.toLowerCase() === name.toLowerCase());
  const lit = (name: string) => reasons.some(({ subject }) => subject === name);
  const without = (name: string) => headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  const replace = (index: number, header: HeaderLine) =>
    change({ headers: headers.map((old, i) => (i === index ? header : old)) }, `header-${index}`);

  return (
    <fieldset class="of-headers" disabled={!open}>
      <legend>{t["field.headers"]}</legend>
      {!open && <p class="hint">{fillIn(t["fixed.headers"], { api: t[`api.${state.api}`] })}</p>}
      <div class="ticks">
        {QUICK.map((header) => (
          <label>
            <input
              type="checkbox"
              checked={open && has(header[0])}
              onChange={(event) =>
                change({ headers: event.currentTarget.checked ? [...headers, header] : without(header[0]) })
              }
            />
            {header[0]}
          </label>
        ))}
      </div>
      {open &&
        headers.map(([name, value], index) => (
          <div class={lit(name) ? "header fires" : "header"}>
            <input
              aria-label={t["field.headers.name"]}
              placeholder={t["field.headers.name"]}
              value={name}
              spellcheck={false}
              autocapitalize="off"
              autocomplete="off"
              onInput={(event) => replace(index, [event.currentTarget.value, value])}
            />
            <input
              aria-label={`${t["field.headers.value"]}: ${name}`}
              placeholder={t["field.headers.value"]}
              value={value}
              spellcheck={false}
              autocapitalize="off"
              autocomplete="off"
              onInput={(event) => replace(index, [name, event.currentTarget.value])}
            />
            <button
              type="button"
              class="plain"
              aria-label={fillIn(t["field.headers.remove"], { name })}
              onClick={() => change({ headers: headers.filter((_, i) => i !== index) })}
            >
              ✕
            </button>
          </div>
        ))}
      {open && (
        <button type="button" class="plain" onClick={() => change({ headers: [...headers, ["", ""]] })}>
          + {t["field.headers.add"]}
        </button>
      )}
    </fieldset>
  );
}
