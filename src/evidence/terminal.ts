import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../i18n/languages.ts";
import { type Session, terminalFile } from "./terminalSessions.ts";

export { errorFile, type Session, sessions } from "./terminalSessions.ts";

/** What the command printed, as `npm run terminal` has recorded it; `{site}` is the address of the site in that language. */
export const recordedSessions: Readonly<Record<Language, Readonly<Record<Session, string>>>> = JSON.parse(
  readFileSync(join(process.cwd(), terminalFile), "utf8"),
);
