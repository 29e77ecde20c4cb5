import { type Message, mayBeMessage, messageOf } from "../../search/message.ts";
import { ask } from "./ask.ts";

/**
 * What a text is about that is a message. The diagnosis is loaded for what may be one.
 * @returns nothing where the text is words to look for
 * @throws where the diagnosis cannot be loaded
 */
export async function askWhatMessage(text: string): Promise<Message | null> {
  return mayBeMessage(text) ? messageOf(text, (await ask(text)).diagnosis) : null;
}
