import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Style: Preact closes void elements with a slash, which HTML allows and ignores.
    "void-style": "off",
    // Style: an input without a type is a text field.
    "no-implicit-input-type": "off",
    // Style: how long a title may be is the content schema's to say.
    "long-title": "off",
    // The technique H32 is for forms that are sent. The checker's never is: its verdict follows each change.
    "wcag/h32": "off",
  },
});

/** What is not valid in a page's HTML. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
