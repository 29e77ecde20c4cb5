import { defaultParams, type TypedParams, typedParams } from "./params.ts";

/** What a link says, and the names of its parameters that could not be read. */
export interface ReadRecipeLink {
  typed: TypedParams;
  /** Whether it says anything of a form at all. */
  says: boolean;
  problems: string[];
}

/** The query's parameters that are lists: each may come several times, and holds members by commas. */
const lists = { origin: "origins", methods: "methods", headers: "headers" } as const;
const atFirst = typedParams(defaultParams);

/**
 * Writes what a reader typed as a query, `?origin=…&methods=…&headers=…&credentials=0&maxAge=…`: only
 * what differs from what the form holds at first. Empty where nothing does.
 * @param whole what is as at first is written, too: such a link does not leave it to what was kept
 */
export function writeRecipeLink(typed: TypedParams, whole = false): string {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(lists)) {
    if (whole || typed[field] !== atFirst[field]) query.set(name, typed[field]);
  }
  if (whole || typed.credentials !== atFirst.credentials) query.set("credentials", typed.credentials ? "1" : "0");
  if (whole || typed.maxAge !== atFirst.maxAge) query.set("maxAge", typed.maxAge);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * Reads a query. Whether a value can stand in a recipe is for `readParams` to say; here is named what
 * is no value of the form at all, and the form then keeps what it holds at first. Nothing throws.
 * @param search as `location.search` has it
 */
export function readRecipeLink(search: string): ReadRecipeLink {
  const typed = { ...atFirst };
  const problems = new Set<string>();
  const query = new URLSearchParams(search);
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    if (Object.hasOwn(lists, name)) {
      typed[lists[name as keyof typeof lists]] = values.filter((value) => value.trim() !== "").join(", ");
    } else if (name === "credentials" && /^[01]$/.test(values.join())) {
      typed.credentials = values[0] === "1";
    } else if (name === "maxAge" && values.length === 1) {
      typed.maxAge = values.join();
    } else {
      problems.add(name);
    }
  }
  return { typed, says: new Set(query.keys()).size > problems.size, problems: [...problems] };
}
