import { uiStrings } from "../../src/i18n/strings.ts";
import { poll } from "./poll.ts";

/** A page in some browser, as far as trying something needs it. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  /** @returns the string that an expression gives in the page */
  evaluate(expression: string): Promise<string>;
}

const t = uiStrings.en.tryIt;

/** Clicks the button that tries what an English page shows, and waits for what comes of it. @returns all that is then said */
export async function tryShown(tab: Tab): Promise<string> {
  await poll(() => tab.evaluate("document.querySelector('.try-it button')?.textContent")).toBe(t.button);
  // What was said of an earlier try goes with the click.
  await tab.evaluate("document.querySelector('.try-it button').click()");
  const title = () => tab.evaluate("document.querySelector('.try-it .lamp b')?.textContent");
  await poll(async () => ["undefined", t.asking].includes(await title())).toBe(false);
  return tab.evaluate("document.querySelector('.try-it').textContent");
}

/** A request that the checker's link describes, what the rules say that comes of it, and how that is said. */
export const tries: readonly (readonly [what: string, query: string, said: string])[] = [
  ["a simple GET", "?method=GET&type=&body=none&h=", said("passed", "none")],
  ["a PUT whose preflight passes", "?method=PUT", said("passed", "sent")],
  [
    "a PUT whose headers the preflight does not allow",
    `?${answered("preflight", 204, ["*", "PUT"])}`,
    said("blocked", "sent"),
  ],
  [
    "credentials and a wildcard",
    `?method=GET&type=&body=none&h=&credentials=include&${answered("response", 200, ["*"])}`,
    said("blocked", "none"),
  ],
  ["an upload that is listened to", "?via=xhr&upload=1&method=POST&type=&h=&body=formdata", said("passed", "sent")],
  [
    "a redirect",
    `?method=GET&type=&body=none&h=&${answered("response", 302, ["*"])}&response-h=Location: /b`,
    said("passed", "none"),
  ],
  ["no-cors", "?method=GET&type=&body=none&h=&mode=no-cors", said("opaque", "none")],
  ["a method that has its case", "?method=patch&type=&body=none&h=", said("passed", "sent")],
];

function answered(side: "preflight" | "response", status: number, [origin, methods]: readonly string[]): string {
  const lines = [
    `Access-Control-Allow-Origin: ${origin}`,
    ...(methods ? [`Access-Control-Allow-Methods: ${methods}`] : []),
  ];
  return [`${side}=${status}`, ...lines.map((line) => `${side}-h=${line}`)].join("&");
}

function said(result: "passed" | "opaque" | "blocked", preflight: "sent" | "none"): string {
  return [t[`result.${result}`].replace("{status}", "200"), t[`preflight.${preflight}`]].join(t["list.separator"]);
}
