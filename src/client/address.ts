/**
 * The longest query that goes into an address, in characters as they are sent. nginx takes 8 KB for the
 * line, Node 16 KB for all headers, and the next page's request has this one's address in its Referer.
 */
const LONGEST_QUERY = 2000;

/**
 * A query as far as an address can carry it.
 * @param search as `location.search` has it
 * @returns it; empty where it is so long that servers would answer 414 or 431
 */
export function sendable(search: string): string {
  return search.length > LONGEST_QUERY ? "" : search;
}

let asked: string | undefined;

/** What is asked for on this page, as `location.search` has it: also where the address does not carry it. */
export function askedFor(): string {
  return asked ?? location.search;
}

/**
 * Writes what is asked for into the page's address, as far as it is `sendable`, so that a reload and the
 * language switch keep it.
 * @param search as `location.search` has it
 */
export function showInAddress(search: string): void {
  asked = search;
  const query = sendable(search);
  if (query === location.search) return;
  try {
    history.replaceState(null, "", location.pathname + query + location.hash);
  } catch (error) {
    // WebKit takes 100 changes in 10 seconds. The next change brings the address up to date.
    if ((error as DOMException).name !== "SecurityError") throw error;
  }
}
