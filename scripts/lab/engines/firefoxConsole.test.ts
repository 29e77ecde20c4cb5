import { expect, test } from "vitest";
import { linesOfPage } from "./firefoxConsole.ts";

const line = (errorMessage: string, category: string, sourceName = "") => ({ errorMessage, category, sourceName });

test("the lines of a page stay, in order and as they are", () => {
  const errors = [
    line("Cross-Origin Request Blocked: … (Reason: CORS request did not succeed).", "CORSDidNotSucceed2"),
    line("Error: of the page", "content javascript", "https://app.example.com/main.js"),
    line("Blocked loading mixed active content", "Mixed Content Blocker", "https://app.example.com/"),
  ];
  expect(linesOfPage(errors)).toEqual(errors.map(({ errorMessage }) => errorMessage));
});

test("the browser's own errors are left out, and those without a script", () => {
  const errors = [
    line("NotAllowedError: PathUtils.join", "chrome javascript", "resource:///modules/backup.mjs"),
    line("Window.fullScreen attribute is deprecated", "DOM Core", "chrome://browser/content/browser.js"),
    line("NetworkError: AutoCancel", "content javascript"),
  ];
  expect(linesOfPage(errors)).toEqual([]);
});

test("the stack below a message is left out", () => {
  const stack = '\n0 play() ["https://app.example.com/runner.js":12:4]\n1 run() ["chrome://remote/Realm.mjs":302:40]\n';
  expect(linesOfPage([line(`Local Network Access detected: via fetch.${stack}`, "Security")])).toEqual([
    "Local Network Access detected: via fetch.",
  ]);
});
