/** What a reader has searched for, on this device only. Storage may be turned off; then nothing is remembered. */

const RECENT = "searches";
const CURRENT = "search";
/** `src/layouts/page.ts` looks whether there is one. */
const MARKED = "marked";
/** So many are offered again. */
const MOST = 5;

function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage[RECENT] ?? "[]");
    return Array.isArray(stored) ? stored.filter((query) => typeof query === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The last searches that led somewhere, the latest first. */
export const recentSearches = read;

/** To be called when a result is followed. A pasted message is not to be kept: it may hold what is nobody else's business. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text === "") return;
  try {
    localStorage[RECENT] = JSON.stringify([text, ...read().filter((other) => other !== text)].slice(0, MOST));
  } catch {}
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(RECENT);
  } catch {}
}

/** What stands in the dialog's field: it is there again when one comes back, until the tab is closed. */
export function currentSearch(): string {
  try {
    return sessionStorage[CURRENT] ?? "";
  } catch {
    return "";
  }
}

export function keepCurrentSearch(query: string): void {
  try {
    sessionStorage[CURRENT] = query;
  } catch {}
}

/**
 * To be called when a result is followed: its page marks what was looked for.
 * @param path the page's, with its language
 * @param stems of the words
 */
export function keepMarked(path: string, stems: readonly string[]): void {
  try {
    if (stems.length === 0) sessionStorage.removeItem(MARKED);
    else sessionStorage[MARKED] = JSON.stringify({ path, stems });
  } catch {}
}

/** What is to be marked on the page that is shown. It is there once: whoever loads the page anew is done with it. */
export function takeMarked(): string[] {
  try {
    const { path, stems } = JSON.parse(sessionStorage[MARKED]);
    sessionStorage.removeItem(MARKED);
    return path === location.pathname && Array.isArray(stems) ? stems : [];
  } catch {
    return [];
  }
}
