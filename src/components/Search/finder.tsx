import { render } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { Language } from "../../i18n/languages.ts";
import type { SearchStrings } from "../../i18n/types.ts";
import type { Answer as Answered } from "../../search/answer.ts";
import { ask } from "../../search/ask.ts";
import type { Message } from "../../search/message.ts";
import { askWhatMessage } from "../Diagnosis/askWhatMessage.ts";
import { Answer, type Other } from "./Answer.tsx";
import type { Followed } from "./Results.tsx";
import { keepCurrentSearch, keepMarked, rememberSearch } from "./remembered.ts";

/** Results of another language that are shown below one's own. */
const OTHERS = 3;
/** Excerpts that are loaded at once: those that are seen at first. */
const EXCERPTS = 2;
/** Who has typed nothing for so long is through with it, in milliseconds: half a word is found in no language. */
const PAUSE = 500;
/** A search that takes longer than this says so, in milliseconds. */
const SLOW = 150;

const words = import.meta.glob<{ search: SearchStrings }>("../../i18n/ui/*/search.ts");

/** The reader's language, its words and where its pages are. */
export interface Place {
  language: Language;
  base: string;
  issues?: string | undefined;
  t: SearchStrings;
}

const root = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** @throws where the words cannot be loaded */
export async function loadPlace(): Promise<Place> {
  const language = document.documentElement.lang as Language;
  const load = words[`../../i18n/ui/${language}/search.ts`] ?? words["../../i18n/ui/en/search.ts"];
  const t = (await load?.())?.search;
  if (!t) throw new Error(`There are no search words for "${language}".`);
  const { issues } = document.querySelector<HTMLElement>("[data-search]")?.dataset ?? {};
  return { language, base: `${root}${language}/`, issues, t };
}

/** What stands around a field where searches are typed. */
export interface Parts {
  /** Says what is going on. */
  hint: HTMLElement;
  list: HTMLElement;
  /** So many results are shown. */
  shown: number;
  /** Whether the page of all results is offered. */
  more: boolean;
}

/** Searches for what is typed, and shows the answer to the last question only. */
export class Finder {
  readonly #place: Place;
  readonly #parts: Parts;
  #turn = 0;
  #wanted: { query: string; exactly: boolean } | undefined;
  #running: Promise<void> | undefined;
  /** What was searched for whose results have not all their excerpts. */
  #partly: { query: string; exactly: boolean; message: Message | null } | undefined;
  /** What could not be searched for. */
  #failed: string | undefined;

  constructor(place: Place, parts: Parts) {
    this.#place = place;
    this.#parts = parts;
    // What could not be loaded may be there now.
    addEventListener("online", () => {
      if (this.#failed !== undefined) this.find(this.#failed);
    });
  }

  /** The search that is under way. */
  get done(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  /** To be called when a reader goes on to what was not seen at first: it gets its excerpts. */
  async showAll(): Promise<void> {
    const wanted = this.#partly;
    if (!wanted) return;
    this.#partly = undefined;
    const turn = this.#turn;
    const { shown } = this.#parts;
    const { language } = this.#place;
    // Without them the titles still stand there.
    const answer = await ask(language, wanted.query, {
      ...wanted,
      shown: { results: shown, excerpts: shown },
    }).catch(() => undefined);
    if (answer && turn === this.#turn) this.#show(wanted.query, answer, []);
  }

  /** Takes away what was found. */
  clear(hint: string): void {
    this.#turn++;
    this.#wanted = undefined;
    this.#failed = undefined;
    render(null, this.#parts.list);
    this.#parts.hint.textContent = hint;
  }

  find(query: string, exactly = false): void {
    this.#wanted = { query, exactly };
    this.#running ??= this.#findWanted();
  }

  /** One after the other: of what is typed meanwhile only the last is searched for. */
  async #findWanted(): Promise<void> {
    for (let wanted = this.#wanted; wanted; wanted = this.#wanted) {
      this.#wanted = undefined;
      await this.#find(wanted.query, wanted.exactly);
    }
    this.#running = undefined;
  }

  async #find(query: string, exactly: boolean): Promise<void> {
    const turn = ++this.#turn;
    const { hint } = this.#parts;
    const { language, t } = this.#place;
    const slow = setTimeout(() => {
      hint.textContent = t["search.loading"];
    }, SLOW);
    try {
      const message = exactly ? null : await askWhatMessage(query);
      const shown = { results: this.#parts.shown, excerpts: EXCERPTS };
      const answer = await ask(language, query, { shown, exactly, message });
      if (turn !== this.#turn) return;
      this.#partly = answer.results.length > EXCERPTS ? { query, exactly, message } : undefined;
      this.#failed = undefined;
      this.#show(query, answer, []);
      // Their indexes weigh twice as much as one's own.
      if (answer.causes.length + answer.count === 0) void this.#addOthers(turn, query, answer);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#fail(query);
    } finally {
      clearTimeout(slow);
    }
  }

  async #addOthers(turn: number, query: string, answer: Answered): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (turn !== this.#turn) return;
    const others = await this.#others(query);
    if (turn === this.#turn) this.#show(query, answer, others);
  }

  #show(query: string, answer: Answered, others: readonly Other[]): void {
    const { hint, list, more } = this.#parts;
    const { t, base, issues } = this.#place;
    const { causes, count } = answer;
    const open = ({ currentTarget: { pathname } }: Followed) => {
      keepCurrentSearch(causes.length > 0 ? "" : query);
      if (causes.length === 0) rememberSearch(query);
      const stems = [...answer.stems, ...others.flatMap((other) => other.answer.stems)];
      // The page that is there already marks them now, another one when it is there.
      if (pathname === location.pathname) void import("./marks.ts").then(({ markWords }) => markWords(stems));
      else keepMarked(pathname, stems);
    };
    const hadFocus = list.contains(document.activeElement);
    render(
      <Answer
        query={query}
        answer={answer}
        others={others}
        base={base}
        issues={issues}
        t={t}
        onOpen={open}
        onExactly={() => this.find(query, true)}
        more={more}
      />,
      list,
    );
    // Who has walked into the list already is not thrown out of it by what is found later.
    if (hadFocus && !list.contains(document.activeElement)) list.querySelector("a")?.focus();
    const all = causes.length + count;
    hint.textContent =
      all === 0
        ? fillIn(t["search.none"], { query: query.trim().slice(0, 60) })
        : all === 1
          ? t["search.one"]
          : fillIn(t["search.count"], { count: all });
  }

  #fail(query: string): void {
    const { hint, list } = this.#parts;
    const { t } = this.#place;
    this.#failed = query;
    render(
      <p class="notes">
        <button type="button" class="link" onClick={() => this.find(query)}>
          {t["search.failed.retry"]}
        </button>
      </p>,
      list,
    );
    hint.textContent = navigator.onLine ? t["search.failed"] : t["search.failed.offline"];
  }

  /** The other languages' results. One that cannot be had has none. */
  async #others(query: string): Promise<Other[]> {
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".menu [hreflang]")];
    const others = links.filter(({ hreflang }) => hreflang !== this.#place.language);
    return Promise.all(
      others.map(async ({ hreflang, textContent }) => {
        const language = hreflang as Language;
        const answer = await ask(language, query, {
          shown: { results: OTHERS, excerpts: OTHERS },
        }).catch(
          (): Answered => ({ causes: [], results: [], count: 0, instead: [], unknown: [], stems: [], near: [] }),
        );
        return { language, name: textContent ?? language, base: `${root}${language}/`, answer };
      }),
    );
  }
}
