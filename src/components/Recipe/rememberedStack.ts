/** Which server a reader has: chosen once, it is shown first on every page. A recipe's id. */
const KEY = "stack";

/** Keeps it. Storage may be turned off; then only this page has it. */
export function rememberStack(recipe: string): void {
  try {
    localStorage.setItem(KEY, recipe);
  } catch {}
}

/** @returns the id that was kept; empty where there is none */
export function rememberedStack(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
