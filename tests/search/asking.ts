import type { Question } from "./questions.ts";

/** What the dialog shows for a question. */
export interface Shown {
  query: string;
  /** The results' paths with their fragments, in the order in which they stand. */
  paths: string[];
}

/**
 * Types each question into the dialog of the page that it runs in, and reads what is shown. It is turned into text and
 * run in the browser, so it uses nothing from outside.
 */
export async function askAll(queries: string[]): Promise<Shown[]> {
  const isOpen = () => document.querySelector<HTMLDialogElement>("dialog.search")?.open;
  if (!isOpen()) document.querySelector<HTMLElement>("[data-search]")?.click();
  const until = async (condition: () => boolean | null | undefined) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(isOpen);
  const input = document.querySelector("dialog.search input") as HTMLInputElement;
  const list = document.querySelector("dialog.search .found") as HTMLElement;
  const type = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const shown: Shown[] = [];
  for (const query of queries) {
    type("");
    await until(() => list.childElementCount === 0);
    type(query);
    await until(() => list.childElementCount > 0);
    const links = [...list.querySelectorAll<HTMLAnchorElement>(":scope > section:not(.other) li a.page")];
    shown.push({ query, paths: links.map(({ pathname, hash }) => pathname + hash) });
  }
  return shown;
}

export interface Score {
  shown: number;
  first: number;
  misses: string[];
}

/** How many of the questions show a page that answers them, and how many show it first, in percent. */
export function scoreOf(base: string, questions: readonly Question[], answers: readonly Shown[]): Score {
  const misses: string[] = [];
  let shown = 0;
  let first = 0;
  questions.forEach(({ query, want }, index) => {
    const pages = (answers[index]?.paths ?? []).map((path) => path.slice(base.length).replace(/#.*/, ""));
    const place = pages.findIndex((page) => want.includes(page));
    if (place >= 0) shown++;
    if (place === 0) first++;
    else misses.push(`#${place + 1} ${query.slice(0, 70)} ← ${pages[0] ?? "nothing"}`);
  });
  const percent = (count: number) => (100 * count) / questions.length;
  return { shown: percent(shown), first: percent(first), misses };
}
