import type { ShownPiece } from "../../diagnose/index.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import type { DiagnoseStrings } from "../../i18n/types.ts";
import { site } from "../../site.config.ts";
import { browsersWith } from "../browsersWith.ts";

/** `Console message · Firefox · 日本語`, `Request and answer · curl -v`. */
export function nameOf({ kind, engine, language, form, broken }: ShownPiece, t: DiagnoseStrings): string {
  const parts = [
    form === "HAR" ? undefined : t[`read.${kind}`],
    form,
    engine && browsersWith[engine][0],
    language && language !== "en" ? site.languageName[language] : undefined,
    broken && t["read.broken"],
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}

/** `line 3`, `lines 5 to 7`. */
export function placeOf({ lines: [first, last] }: ShownPiece, t: DiagnoseStrings): string {
  return first === last ? fillIn(t["read.line"], { line: first }) : fillIn(t["read.lines"], { first, last });
}
