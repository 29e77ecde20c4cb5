/** One line of Firefox's console, as its console service keeps it. */
export interface ScriptError {
  errorMessage: string;
  category: string;
  sourceName: string;
}

/**
 * Gives the lines of Firefox's console as JSON and empties it. It is for the browser's own scope. WebDriver BiDi's
 * `log.entryAdded` has errors only: not the warnings, and not what the network code says.
 */
export const takeScriptErrors = `(() => {
  const messages = Services.console.getMessageArray();
  Services.console.reset();
  const errors = messages.filter((message) => message instanceof Ci.nsIScriptError);
  return JSON.stringify(
    errors.map(({ errorMessage, category, sourceName }) => ({ errorMessage, category, sourceName })),
  );
})()`;

/**
 * Keeps what a page's console shows: no errors of the browser's own scripts, no stacks.
 * @param errors all that the console service has, in order
 */
export function linesOfPage(errors: readonly ScriptError[]): string[] {
  return errors.filter(isOfPage).map(({ errorMessage }) => withoutStack(errorMessage));
}

function isOfPage({ category, sourceName }: ScriptError): boolean {
  const isOfBrowser = category === "chrome javascript" || /^(chrome|resource|moz-extension):/.test(sourceName);
  // A script's error without a script is a worker's that nobody wrote: `AutoCancel` of a service worker's answer.
  const isOfNobody = category === "content javascript" && sourceName === "";
  return !isOfBrowser && !isOfNobody;
}

/** To what it says on local network access, Firefox appends who called: the lab and its driver. */
function withoutStack(message: string): string {
  return message.replaceAll(/\n\d+ .*\["[^"]*":\d+:\d+\]/g, "").trimEnd();
}
