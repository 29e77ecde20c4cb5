import { linkStyles } from "../client/linkStyles.ts";
import { fillIn } from "../i18n/fillIn.ts";
import type { SearchStrings } from "../i18n/types.ts";
import styles from "./dialog.css?url";
import type { Pagefind, PagefindHit, PagefindPage } from "./pagefind.ts";
import { isPasted, LONGEST_PASTE } from "./query.ts";
import { orderPages, search } from "./rank.ts";

/** More results than this are not read. */
const SHOWN = 12;
/** So many pages are compared with a pasted message. */
const COMPARED = 32;
/** A reader who types pauses about this long between words, in milliseconds. */
const PAUSE = 140;

/** What `npm run dev` says: its pages are made one at a time, so there is nothing to index. */
const FOR_AUTHORS =
  "There is no search index in npm run dev: it is made from the built site. Try the search with npm start.";

const words = import.meta.glob<{ search: SearchStrings }>("../i18n/ui/*/search.ts");
const language = document.documentElement.lang;
const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

let dialog: Promise<HTMLDialogElement> | undefined;

/** Opens the search dialog; the first time it is made and the index is loaded. */
export async function openDialog(): Promise<void> {
  dialog ??= makeDialog();
  const element = await dialog;
  if (!element.open) element.showModal();
  element.querySelector("input")?.select();
}

async function loadIndex(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/${language}/pagefind.js`);
  await pagefind.options({ excerptLength: language === "en" ? 24 : 40 });
  return pagefind;
}

async function makeDialog(): Promise<HTMLDialogElement> {
  const t = (await words[`../i18n/ui/${language}/search.ts`]?.())?.search;
  if (!t) throw new Error(`There are no search words for "${language}".`);
  await linkStyles(styles);
  const element = document.createElement("dialog");
  element.className = "search";
  element.setAttribute("aria-label", t["search.label"]);
  const input = make("input", {
    type: "search",
    placeholder: t["search.placeholder"],
    spellcheck: false,
    autocomplete: "off",
  });
  input.setAttribute("aria-label", t["search.label"]);
  const close = make("button", { type: "button", textContent: t["search.close"] });
  const status = make("p", { className: "hint", textContent: t["search.hint"] });
  status.setAttribute("role", "status");
  const list = make("ol", {});
  const head = make("div", { className: "search-head" });
  head.append(input, close);
  element.append(head, status, list);
  document.body.append(element);

  close.addEventListener("click", () => element.close());
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  element.addEventListener("keydown", (event) => moveFocus(event, element));
  list.addEventListener("click", () => element.close());

  let index: Promise<Pagefind> | undefined;
  let latest = 0;
  const run = async () => {
    const turn = ++latest;
    const text = input.value.slice(0, LONGEST_PASTE);
    if (text.trim() === "") {
      list.replaceChildren();
      status.textContent = t["search.hint"];
      return;
    }
    try {
      index ??= loadIndex();
      const pagefind = await index;
      const pages = await findPages(text, pagefind);
      if (turn !== latest) return;
      list.replaceChildren(...pages.map(makeResult));
      status.replaceChildren(...summary(pages.length, text, t));
    } catch (error) {
      index = undefined;
      if (turn === latest) status.textContent = import.meta.env.DEV ? FOR_AUTHORS : t["search.failed"];
      console.error(error);
    }
  };
  let timer: ReturnType<typeof setTimeout>;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  return element;
}

/** Loads the pages that a query finds, in the order of `orderPages`. */
async function findPages(text: string, pagefind: Pagefind): Promise<PagefindPage[]> {
  const hits = await search<PagefindHit>(text, async (query) => (await pagefind.search(query)).results);
  const pages = await Promise.all(hits.slice(0, isPasted(text) ? COMPARED : SHOWN).map((hit) => hit.data()));
  return orderPages(text, pages).slice(0, SHOWN);
}

function summary(count: number, query: string, t: SearchStrings): (Node | string)[] {
  if (count > 0) return [count === 1 ? t["search.one"] : fillIn(t["search.count"], { count })];
  const link = make("a", { href: `${base}${language}/causes/`, textContent: t["search.none.causes"] });
  return [fillIn(t["search.none"], { query: query.trim().slice(0, 60) }), " ", link];
}

/** A page, and up to two of its sections where the words stand. */
function makeResult(page: PagefindPage): HTMLLIElement {
  const item = make("li", {});
  item.append(make("a", { href: page.url, textContent: page.meta.title ?? page.url, className: "page" }));
  for (const section of page.sub_results.slice(0, 2)) {
    const link = make("a", { href: section.url });
    if (section.url !== page.url) link.append(make("b", { textContent: section.title }));
    const excerpt = make("span", {});
    // Pagefind escapes the page's text and adds <mark> around the words that were found.
    excerpt.innerHTML = section.excerpt;
    link.append(excerpt);
    item.append(link);
  }
  return item;
}

/** Arrow keys walk through the field and the results. */
function moveFocus(event: KeyboardEvent, element: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [...element.querySelectorAll<HTMLElement>("input, li a")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
