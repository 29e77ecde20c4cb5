import type { Words } from "./words.ts";

/** The address of a cause's page in the reader's language. */
export function causePage({ site }: Words, id: string): string {
  return `${site}causes/${id}/`;
}

export function notCorsPage({ site }: Words, id: string): string {
  return `${site}not-cors/${id}/`;
}

export function recipePage({ site }: Words, id: string): string {
  return `${site}recipes/${id}/`;
}

/** The address of the list of recipes. */
export function recipesPage({ site }: Words): string {
  return `${site}recipes/`;
}

/** The address of an engine's difference from the standard, among the others. */
export function differencePage({ site }: Words, id: string): string {
  return `${site}differences/#${id}`;
}
