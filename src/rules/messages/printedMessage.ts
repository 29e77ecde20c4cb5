import type { Exchange } from "../exchange/exchange.ts";
import type { Engine } from "../types.ts";
import { type FirefoxLanguage, type FirefoxMessage, firefoxMessage, type MessageValues } from "./messages.ts";

/** A line that an engine's console prints. */
export interface PrintedMessage {
  engine: Engine;
  /** Firefox prints in its user's language; the others in English only. */
  language: FirefoxLanguage;
  text: string;
  /** By which version of HTTP, where that makes a difference and the exchange does not say. */
  over?: NonNullable<Exchange["protocol"]>;
}

const languages: readonly FirefoxLanguage[] = ["en", "zh-TW", "ja"];

/** A message of Firefox in each of its languages that are the site's, too. */
export function inEachLanguage(key: FirefoxMessage, values: Partial<MessageValues>): PrintedMessage[] {
  return languages.map((language) => ({ engine: "firefox", language, text: firefoxMessage(key, values, language) }));
}
