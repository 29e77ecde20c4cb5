import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
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
  /** What they answer when they are asked. */
  answers?: string[];
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

test.for(reports.filter(({ message }) => message))("$id ends at its cause", async (report) => {
  const answers = (report.answers ?? []).flatMap((answer) => ["--answer", answer]);
  const { out } = await runCommand(folder, ["explain", "-", "--json", ...answers], { input: inHand(report) });
  const [finding] = JSON.parse(out).findings;
  expect(finding.notCors?.id ?? finding.causes[0]?.id).toBe(report.cause);
});

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
