/** What random cases start from, and how many there are: set by who repeats a run. */

const largestSeed = 2 ** 31 - 1;

/**
 * The seed of a test's random cases: PREFLIGHT_SEED, or else another one each time. It is printed, with how to repeat it.
 * @param what the cases, for the line that is printed
 * @returns a whole number from 0 to 2,147,483,647
 * @throws where the variable holds anything else
 */
export function takeSeed(what: string): number {
  const seed = readNumber("PREFLIGHT_SEED", 0, largestSeed) ?? Math.floor(Math.random() * (largestSeed + 1));
  console.log(`${what}: PREFLIGHT_SEED=${seed} repeats them.`);
  return seed;
}

/**
 * How many cases a test makes: PREFLIGHT_RUNS, where that is set.
 * @param usual how many otherwise
 * @throws where the variable holds no whole number from 1 to 1,000,000
 */
export function takeRuns(usual: number): number {
  return readNumber("PREFLIGHT_RUNS", 1, 1_000_000) ?? usual;
}

/** Numbers from 0 to 1 that look random and are the same for one seed (mulberry32), where a test wants many quickly. */
export function makeRandom(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function readNumber(name: string, least: number, most: number): number | undefined {
  const text = process.env[name];
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(
    `${name} is "${text}", which is no whole number from ${least} to ${most}.\n  → Set it to one, such as a run before has printed, or leave it out.`,
  );
}
