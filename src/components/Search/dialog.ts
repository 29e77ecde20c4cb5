import { linkStyles } from "../../client/linkStyles.ts";
import { ask } from "../../search/ask.ts";
import { Finder, loadPlace } from "./finder.tsx";
import { currentSearch, forgetSearches, recentSearches, takeMarked } from "./remembered.ts";
import styles from "./Search.css?url";

/** Results that the dialog shows. */
const SHOWN = 12;
/** So long after the last key the count is read out, in milliseconds: each key's would be read over the next one's. */
const SAID = 400;
/** So long after the last key it is read out that a search is still under way, in milliseconds. */
const LATE = 1000;

let dialog: Promise<Dialog> | undefined;

interface Dialog {
  element: HTMLDialogElement;
  open(): void;
}

/** Opens the search dialog; the first time it is made. */
export async function openDialog(): Promise<void> {
  dialog ??= makeDialog();
  dialog.catch(() => {
    dialog = undefined;
  });
  (await dialog).open();
}

/** Loads what the first search needs: to be called at the first sign that somebody is about to search. */
export function prepare(): void {
  // Whoever searches is told where it fails.
  ask(document.documentElement.lang as Parameters<typeof ask>[0], "", { shown: { results: 0, excerpts: 0 } }).catch(
    () => {},
  );
}

/** Marks what was looked for that led to this page, once. */
export async function showMarks(): Promise<void> {
  const stems = takeMarked();
  if (stems.length > 0) (await import("./marks.ts")).markWords(stems);
}

async function makeDialog(): Promise<Dialog> {
  prepare();
  const [place] = await Promise.all([loadPlace(), linkStyles(styles)]);
  const { t } = place;
  const element = make("dialog", { className: "search" });
  element.setAttribute("aria-label", t["search.label"]);
  const input = make("input", {
    type: "search",
    placeholder: t["search.placeholder"],
    spellcheck: false,
    autocomplete: "off",
  });
  input.setAttribute("aria-label", t["search.label"]);
  input.setAttribute("aria-controls", "search-found");
  input.setAttribute("enterkeyhint", "search");
  const close = make("button", { type: "button", textContent: t["search.close"] });
  const hint = make("p", { className: "hint", textContent: t["search.hint"] });
  const said = make("p", { className: "hidden" });
  said.setAttribute("role", "status");
  const list = make("div", { id: "search-found", className: "found" });
  const recent = make("div", { className: "recent" });
  const head = make("div", { className: "search-head" });
  head.append(input, close);
  element.append(head, hint, recent, list, said);
  document.body.append(element);

  element.addEventListener("scroll", () => finder.showAll(), { passive: true });
  const finder = new Finder(place, { hint, list, shown: SHOWN, more: true });
  let saying: ReturnType<typeof setTimeout>;
  const say = (wait: number) => {
    clearTimeout(saying);
    saying = setTimeout(() => {
      // Of a search under way only that; what stands there else is the last one's.
      if (wait === SAID || hint.textContent === t["search.loading"]) said.textContent = hint.textContent;
    }, wait);
  };
  const run = () => {
    const query = input.value;
    const isEmpty = query.trim() === "";
    if (isEmpty) finder.clear(t["search.hint"]);
    else finder.find(query);
    recent.hidden = !isEmpty;
    say(LATE);
    void finder.done.then(() => say(SAID));
  };
  const showRecent = () => {
    const queries = recentSearches();
    recent.replaceChildren();
    if (queries.length === 0) return;
    const again = queries.map((query) => {
      const button = make("button", { type: "button", textContent: query });
      button.addEventListener("click", () => {
        input.value = query;
        run();
        input.focus();
      });
      return button;
    });
    const forget = make("button", { type: "button", textContent: t["search.recent.clear"], className: "link" });
    forget.addEventListener("click", () => {
      forgetSearches();
      showRecent();
      input.focus();
    });
    recent.append(make("h3", { textContent: t["search.recent"] }), ...again, forget);
  };

  input.addEventListener("input", run);
  close.addEventListener("click", () => element.close());
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  list.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a")) element.close();
  });
  element.addEventListener("keydown", (event) => {
    // While an input method has the keys, they choose its candidates.
    if (!event.isComposing) onKey(event, { element, input, list, finder });
  });
  return {
    element,
    open() {
      if (!element.open) {
        showRecent();
        if (input.value === "") input.value = currentSearch();
        element.showModal();
        if (input.value !== "" && list.childElementCount === 0) run();
        recent.hidden = input.value !== "";
      }
      input.select();
    },
  };
}

interface Keyed {
  element: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLElement;
  finder: Finder;
}

function onKey(event: KeyboardEvent, { element, input, list, finder }: Keyed): void {
  if (event.key === "Escape") {
    // A search field would take the first one to empty itself.
    event.preventDefault();
    element.close();
  } else if (event.key === "Enter" && event.target === input) {
    event.preventDefault();
    void finder.done.then(() => list.querySelector<HTMLAnchorElement>("section li a")?.click());
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    moveFocus(event.key === "ArrowDown" ? 1 : -1, [
      input,
      ...element.querySelectorAll<HTMLElement>(".recent:not([hidden]) button, .found a, .found button"),
    ]);
  } else if (event.target !== input && isText(event)) {
    // Whoever types on means the field; the key itself lands there, too.
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }
}

const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  (key.length === 1 || key === "Backspace") && key !== " " && !ctrlKey && !metaKey && !altKey;

/** Arrow keys walk through the field and what is below it, and from the end to the beginning. */
function moveFocus(step: 1 | -1, stops: readonly HTMLElement[]): void {
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
