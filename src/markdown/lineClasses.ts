/** Deeper lines than this hang as far as this one. */
const DEEPEST = 8;

/** The classes of a line's element: by them the style knows how far it hangs where it is too long. */
export function lineClasses(text: string): string[] {
  const indent = /^ +/.exec(text.replaceAll("\t", "  "))?.[0].length ?? 0;
  const depth = Math.min(DEEPEST, Math.ceil(indent / 2));
  return depth > 0 ? ["l", `d${depth}`] : ["l"];
}
