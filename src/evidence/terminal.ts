import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fallbacksOf, type Language } from "../i18n/languages.ts";
import { type Session, terminalFile } from "./terminalSessions.ts";

export { errorFile, type Session, sessions } from "./terminalSessions.ts";

/** What the command printed, as `npm run terminal` has recorded it; `{site}` is the address of the site in that language. */
const recorded: Readonly<Record<string, Readonly<Record<Session, string>>>> = JSON.parse(
  readFileSync(join(process.cwd(), terminalFile), "utf8"),
);

/** What the command printed in a language; in one in which it was not recorded, in the first of its fallbacks that has it. */
export function recordedSession(language: Language, session: Session): { text: string; writtenIn: Language } {
  const writtenIn = [language, ...fallbacksOf(language), "en" as const].find((one) => recorded[one]) ?? language;
  return { text: recorded[writtenIn]?.[session] ?? "", writtenIn };
}
