import type { Known } from "../../diagnose/index.ts";

/** What the address has for the box: a text, and what was answered about it. */
export interface Linked {
  paste: string;
  known: Known;
}

/** A fragment that leads back to a result. It is sent to no server. */
export function writeResultLink({ paste, known }: Linked): string {
  const isKnown = Object.keys(known).length > 0;
  return `#${new URLSearchParams({ paste, ...(isKnown && { known: JSON.stringify(known) }) })}`;
}

/** @returns what a fragment has; nothing where it has no text */
export function readResultLink(fragment: string): Linked | undefined {
  const params = new URLSearchParams(fragment.slice(1));
  const paste = params.get("paste");
  return paste ? { paste, known: readKnown(params.get("known") ?? "{}") } : undefined;
}

function readKnown(text: string): Known {
  try {
    const known: unknown = JSON.parse(text);
    return typeof known === "object" && known !== null ? known : {};
  } catch {
    // Cut off by whatever carried the link: the text alone says something, too.
    return {};
  }
}
