import { asciiLowercase } from "../syntax/bytes.ts";
import { gatewayMarks } from "./gateways.ts";

/** Besides those of CORS and the marks of gateways, in lower case. */
const others: ReadonlySet<string> = new Set(["age", "content-type", "location", "server", "vary", ...gatewayMarks]);

/** Whether a rule looks at a header of an answer: the others can be left out, and the same is found. */
export function isTellingHeader(name: string): boolean {
  const lower = asciiLowercase(name);
  return lower.startsWith("access-control-") || others.has(lower);
}
