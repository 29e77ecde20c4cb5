const START = /^[ \t]*(?:\/\/|#|--|\/\*|<!--)\s*#region\s+cors\b.*\n/m;
const END = /^[ \t]*(?:\/\/|#|--|\/\*|<!--)\s*#endregion\b/m;

/** A recipe's main file in three: what stands before its CORS part, that part, and what follows. */
export interface CutFile {
  before: string;
  cors: string;
  after: string;
}

/** Cuts a main file at the marks of its region `cors`, which stay outside. Without marks all of it is that part. */
export function cutRecipe(text: string): CutFile {
  const start = START.exec(text);
  if (!start) return { before: "", cors: text, after: "" };
  const from = start.index + start[0].length;
  const end = END.exec(text.slice(from));
  if (!end) throw new Error("The region cors is not closed by #endregion.");
  const to = from + end.index;
  return { before: text.slice(0, from), cors: text.slice(from, to), after: text.slice(to) };
}
