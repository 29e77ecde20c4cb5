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

let query: string | undefined;

/** The query of this page, as `location.search` has it: also where the address does not carry it. */
export function currentQuery(): string {
  return query ?? location.search;
}

/**
 * Writes the page's query into the page's address, as far as it is `sendable`, so that a reload and the
 * language switch keep it.
 * @param search as `location.search` has it
 * @param entry where it is to be a new entry of the browser's history: what that entry is remembered with
 */
export function showInAddress(search: string, entry?: object): void {
  query = search;
  const sent = sendable(search);
  const address = location.pathname + sent + location.hash;
  if (entry) write("pushState", entry, address);
  else if (sent !== location.search) write("replaceState", history.state, address);
}

/** Remembers something with the entry of the browser's history that the page is at. */
export function rememberEntry(entry: object): void {
  write("replaceState", entry, location.href);
}

function write(how: "pushState" | "replaceState", entry: object, address: string): void {
  try {
    history[how](entry, "", address);
  } catch (error) {
    // WebKit takes 100 changes in 10 seconds. The next change brings the address up to date.
    if ((error as DOMException).name !== "SecurityError") throw error;
  }
}
