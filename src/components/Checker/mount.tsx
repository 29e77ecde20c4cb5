import { hydrate } from "preact";
import type { Language } from "../../i18n/languages.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import { Checker, type CheckerProps } from "./Checker.tsx";
import { readLink } from "./link.ts";

/** What the page says of a checker: the request as a link has it. */
type BuiltProps = Omit<CheckerProps, "initial" | "language"> & { request: string };

/** Takes over a checker that the build has drawn. */
export function mount(
  element: HTMLElement,
  { request, ...props }: BuiltProps,
  language: Language,
  t: CheckerStrings,
): void {
  hydrate(<Checker {...props} initial={readLink(request).state} language={language} t={t} />, element);
}
