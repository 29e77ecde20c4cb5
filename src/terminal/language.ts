import { isLanguage, type Language } from "../i18n/languages.ts";

/**
 * The language to speak: the one that was asked for, else the one of the locale.
 * @param args of the command line
 * @param env its LC_ALL, LC_MESSAGES and LANG, of which the first that is set counts: POSIX, Environment Variables
 * @returns `wrong` where another was asked for than there is
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): { language: Language; wrong?: string } {
  const asked = askedFor(args);
  const ofLocale = nearest(env.LC_ALL || env.LC_MESSAGES || env.LANG || localeOfSystem());
  if (asked === undefined) return { language: ofLocale };
  return isLanguage(asked) ? { language: asked } : { language: ofLocale, wrong: asked };
}

function askedFor(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const arg = args[at];
  return arg === "--lang" ? (args[at + 1] ?? "") : arg?.slice("--lang=".length);
}

/** Windows has it elsewhere. On other systems Intl reads the same variables, and to load it takes half a start. */
function localeOfSystem(): string {
  return process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "C";
}

/** Whose language is none of ours is spoken to in English. */
function nearest(locale: string): Language {
  if (/^ja\b|^ja_/i.test(locale)) return "ja";
  return /^zh[_-](?:TW|HK|MO|Hant)/i.test(locale) ? "zh-TW" : "en";
}
