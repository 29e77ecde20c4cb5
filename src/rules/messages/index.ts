export { furtherMessages } from "./furtherMessages.ts";
export type { FirefoxLanguage, MessageKey, MessageTemplate } from "./messages.ts";
export { possibleLines, printedMessages } from "./printed.ts";
export type { PrintedMessage } from "./printedMessage.ts";
export { messageTemplates } from "./templates.ts";
