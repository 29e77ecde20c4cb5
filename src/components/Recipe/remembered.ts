/** Where a form's values stay for the next recipe and the checker until the tab is closed: as a link's query. */
const KEY = "recipe";

/** Keeps a link's query. Storage may be turned off; then only this page has the values. */
export function remember(query: string): void {
  try {
    sessionStorage.setItem(KEY, query);
  } catch {}
}

/** @returns the query that was kept; empty where there is none */
export function remembered(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
