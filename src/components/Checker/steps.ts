import { rememberEntry, showInAddress } from "../../client/address.ts";
import { writeLink } from "./link.ts";
import type { CheckerState } from "./state.ts";

/**
 * The states that a reader has gone through. On the checker's own page each is an entry of the browser's
 * history, so that Back undoes the last step; elsewhere a page's history is not the checker's to write.
 */
export class Steps {
  private readonly ownsAddress: boolean;
  /** By their place in the history; what was there before a reload is gone. */
  private readonly states: CheckerState[] = [];
  private place = 0;
  /** The field that is being typed into: all that is typed there in one go is one step. */
  private typing: string | undefined;

  constructor(ownsAddress: boolean, first: CheckerState) {
    this.ownsAddress = ownsAddress;
    if (ownsAddress) {
      this.place = placeOf(history.state) ?? 0;
      rememberEntry({ step: this.place });
    }
    this.states[this.place] = first;
  }

  /** @param field the field that was typed into; absent where something was chosen, which is a step of its own */
  add(state: CheckerState, field?: string): void {
    const isNew = field === undefined || field !== this.typing;
    this.typing = field;
    if (isNew) this.place++;
    this.states[this.place] = state;
    this.states.length = this.place + 1;
    if (this.ownsAddress) showInAddress(writeLink(state), isNew ? { step: this.place } : undefined);
  }

  get canUndo(): boolean {
    return this.states[this.place - 1] !== undefined;
  }

  /** @returns the state before; nothing where the browser goes back to it, and then says so by `popstate` */
  undo(): CheckerState | undefined {
    if (this.ownsAddress) history.back();
    else {
      this.typing = undefined;
      return this.states[--this.place];
    }
  }

  /** @returns the state of an entry of the history that the browser has gone to, where it is known */
  goTo(entry: unknown): CheckerState | undefined {
    const place = placeOf(entry);
    const state = place === undefined ? undefined : this.states[place];
    if (place === undefined || !state) return undefined;
    this.place = place;
    this.typing = undefined;
    return state;
  }
}

function placeOf(entry: unknown): number | undefined {
  const { step } = (entry ?? {}) as { step?: unknown };
  return typeof step === "number" ? step : undefined;
}
