import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { diagnose } from "../../src/diagnose/index.ts";
import { curlCommand } from "../../src/generator/curlCommand.ts";
import { shells } from "../../src/generator/shells.ts";
import { type CorsResponse, decidePreflight, type HeaderLine, plainRequest } from "../../src/rules/index.ts";
import { installed, runCommand } from "../support/packedPackage.ts";

/** What people reported, their hosts replaced, and what it turned out to be. */
interface FieldReport {
  id: string;
  /** What their console printed; of one who only asked there is none. */
  message?: string;
  request?: { origin: string; url: string; method: string; headers: HeaderLine[] };
  /** What their server answered, where they say so. */
  preflightAnswer?: CorsResponse;
  actualAnswer?: CorsResponse;
  /** What they answer where their message alone does not say it. */
  answer?: string;
  /** Its id, or that of what is not CORS. */
  cause: string;
}
const reports: FieldReport[] = JSON.parse(readFileSync("tests/fixtures/field-reports.json", "utf8"));

let folder: string;
beforeAll(async () => {
  folder = await installed();
});

/** What they have in hand: the console's line, and what curl shows of the answers. */
function inHand({ message = "", request, preflightAnswer, actualAnswer }: FieldReport): string {
  if (!request) return message;
  const { origin, url, method, headers } = request;
  const from: HeaderLine = ["Origin", origin];
  const { preflightRequest } = decidePreflight(plainRequest(request));
  const asks = preflightRequest?.headers.filter(([name]) => name.startsWith("Access-Control-")) ?? [];
  const parts = [
    preflightAnswer && `${curlCommand(shells.bash, "-X OPTIONS", url, [from, ...asks])}\n${written(preflightAnswer)}`,
    actualAnswer && `${curlCommand(shells.bash, `-X ${method}`, url, [from, ...headers])}\n${written(actualAnswer)}`,
  ];
  return [message, ...parts.filter((part) => part !== undefined)].join("\n\n");
}

function written({ status, headers, body = "" }: CorsResponse): string {
  return [`HTTP/1.1 ${status}`, ...headers.map((line) => line.join(": ")), "", body].join("\n");
}

test("there are 27", () => {
  expect(reports).toHaveLength(27);
});

const withMessage = reports.filter(({ message }) => message);
const withAnswer = withMessage.filter(({ answer }) => answer);

/** What somebody is told who gives this to the command. */
async function explained(text: string, answers: readonly string[] = []) {
  const args = ["explain", "-", "--json", ...answers.flatMap((answer) => ["--answer", answer])];
  const { out } = await runCommand(folder, args, { input: text });
  const [finding] = JSON.parse(out).findings;
  const asks: { id: string; answers: string[] }[] = finding.asks;
  return { cause: finding.notCors?.id ?? finding.causes[0]?.id, asks };
}

test.for(withMessage)("$id ends at its cause", async (report) => {
  const inAll = await explained(inHand(report));
  // Of some nothing that they have in hand says it.
  if (inAll.cause !== report.cause && report.answer) {
    expect(inAll.asks.map(({ id }) => id)).toContain(report.answer.split("=")[0]);
    expect((await explained(inHand(report), [report.answer])).cause).toBe(report.cause);
  } else expect(inAll.cause).toBe(report.cause);
});

describe("who has the message alone is asked", () => {
  test("nine of them, at least", () => {
    expect(withAnswer.length).toBeGreaterThanOrEqual(9);
  });

  test.for(withAnswer)("$id", async ({ id, message = "", answer = "", cause }) => {
    const [finding] = diagnose(message).findings;
    expect(finding?.notCors ?? finding?.causes[0]?.id).not.toBe(cause);
    // Without a terminal the question is listed, and an option answers it.
    const file = join(folder, `${id}.txt`);
    writeFileSync(file, message);
    expect((await runCommand(folder, ["explain", file])).out).toContain(`${answer}  `);
    expect((await explained(message, [answer])).cause).toBe(cause);
    // At a terminal it is asked in its turn.
    const [question, chosen] = answer.split("=");
    const asks = finding?.asks.filter(({ answers }) => answers.length > 0) ?? [];
    const place = asks.findIndex((each) => each.id === question);
    const number = (asks[place]?.answers.findIndex((each) => each.id === chosen) ?? -1) + 1;
    const shown = await atTerminal(["explain", file], (nth) => (nth === place ? String(number) : ""));
    expect(shown).toMatch(new RegExp(`More: \\S+/en/(?:causes|not-cors)/${cause}/`));
  });
});

/**
 * Runs the command where somebody sits who can answer.
 * @param answer what is typed when the nth question stands there
 */
async function atTerminal(args: readonly string[], answer: (nth: number) => string): Promise<string> {
  const bin = join(folder, "node_modules/preflight-guide/dist/bin.js");
  const command = [process.execPath, bin, ...args];
  // It gives a program a terminal; the one of BSD takes the command otherwise.
  const script =
    process.platform === "darwin"
      ? ["-q", "/dev/null", ...command]
      : ["-qec", command.map((word) => `'${word}'`).join(" "), "/dev/null"];
  const child = spawn("script", script, { env: { ...process.env, LANG: "en_US.UTF-8", TERM: "dumb" } });
  let shown = "";
  let answered = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    const asked = shown.split("Enter to skip: ").length - 1;
    for (; answered < asked; answered++) child.stdin.write(`${answer(answered)}\r`);
  });
  await once(child, "close");
  return shown;
}

test("who has no message and asks about an address on their own machine is told of the permission", async () => {
  const [report] = reports.filter(({ message }) => !message);
  const { out } = await runCommand(folder, [
    "check",
    report?.request?.url ?? "",
    "--origin",
    report?.request?.origin ?? "",
  ]);
  expect(out).toContain("Chrome connects only with the user’s permission");
});
