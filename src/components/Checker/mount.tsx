import { hydrate } from "preact";
import type { CheckerStrings } from "../../i18n/types.ts";
import { Checker, type CheckerProps } from "./Checker.tsx";

/** Takes over a checker that the build has drawn. */
export function mount(element: HTMLElement, props: CheckerProps, t: CheckerStrings): void {
  hydrate(<Checker {...props} t={t} />, element);
}
