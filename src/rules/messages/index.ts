export type { FirefoxLanguage } from "./messages.ts";
export { possibleLines, printedMessages } from "./printed.ts";
export type { PrintedMessage } from "./stopLines.ts";
