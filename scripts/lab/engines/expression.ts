/**
 * How long a browser may take to start, in milliseconds: the first time is slow, and on a busy machine takes over a
 * minute. Only one that never starts takes so long.
 */
export const startTimeout = 300_000;

/** How long an expression may take, in milliseconds: a busy machine is slow, and a browser that hangs never ends. */
export const evaluationTimeout = 120_000;

/** The error's message where it takes longer. */
export const tookTooLong = "The page's script took longer than two minutes. Give it a limit of its own, or mend it.";

/** How long a page may take to load, in milliseconds. */
export const loadTimeout = 120_000;

/**
 * Wraps an expression so that it gives the same in all engines: a promise, never rejected, for a string.
 * A rejection that nobody awaits yet would be a line in the console.
 */
export function asSettledJson(expression: string): string {
  return `(async () => (${expression}\n))().then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }))`;
}

/**
 * @param json what the wrapped expression gave
 * @returns the expression's value
 * @throws where it threw or its promise was rejected
 */
export function fromSettledJson(json: string): unknown {
  const { value, error } = JSON.parse(json) as { value?: unknown; error?: string };
  if (error === undefined) return value;
  throw new Error(`The page's script failed with "${error}". Catch it there, or mend the script.`);
}
