import { readFileSync } from "node:fs";
import Draft4 from "ajv-draft-04";
import formats from "ajv-formats";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditLines } from "../../src/audit/index.ts";
import { languages } from "../../src/i18n/languages.ts";
import { type Served, serve } from "../support/ownServers.ts";
import { installed, runCommand } from "../support/packedPackage.ts";

/** What an audit writes for other programs: what these read by, and what they take from it. */
let folder: string;
let bad: Served;
const origin = "http://localhost:3000";
const place = `/]]>&amp;<x y="'"/>`;

beforeAll(async () => {
  folder = await installed();
  // What has a meaning in XML, and in a URL that SARIF has no place for, comes back in what is reported.
  bad = await serve((request, response) => {
    response.statusCode = request.method === "OPTIONS" ? 405 : 302;
    response.setHeader("Location", place);
    response.end();
  });
});
afterAll(() => bad?.stop());

/** An audit's report of the bad server, in a format. */
async function report(format: string, language: string): Promise<string> {
  const url = `${bad.url}items/a|b?filter={x}&q=[1]^%zz`;
  const args = ["audit", url, "--origin", origin, "--rate", "100", "--format", format, "--lang", language];
  const { status, out, err } = await runCommand(folder, args);
  expect({ status, err }).toEqual({ status: 1, err: "" });
  return out;
}

describe.each(languages)("in %s", (language) => {
  test("SARIF is what the schema of SARIF 2.1.0 describes", async () => {
    const ajv = new Draft4({ allErrors: true, strict: false, unicodeRegExp: false });
    formats.default(ajv);
    const schema = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
    const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
    const log = JSON.parse(await report("sarif", language));
    validate(log);
    expect(validate.errors).toBeNull();
    const [run] = log.runs;
    expect(run.results[0]).toMatchObject({ ruleId: "preflight", level: "error" });
    expect(run.results.length).toBeGreaterThan(3);
    const rules = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId, locations, webRequest } of run.results) {
      expect(rules).toContain(ruleId);
      // Code scanning refuses a file in which one place has a scheme.
      const place: string = locations[0].physicalLocation.artifactLocation.uri;
      expect(place).toMatch(/^127\.0\.0\.1%3A\d+\//);
      expect(webRequest.target).toContain(new URL(bad.url).origin);
    }
  });

  test("JUnit's XML is well-formed, and its numbers are those of its cases", async () => {
    const xml = await report("junit", language);
    const tags: { name: string; attributes: Record<string, string>; text: string }[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => tags.push({ name, attributes, text: "" }));
    parser.on("text", (text) => {
      const last = tags.at(-1);
      if (last) last.text += text;
    });
    parser.write(xml).close();
    const named = (wanted: string) => tags.filter(({ name }) => name === wanted);
    expect(named("testcase").map(({ attributes }) => attributes.classname)).toEqual([...auditLines]);
    for (const { attributes } of [...named("testsuites"), ...named("testsuite")]) {
      expect(attributes).toMatchObject({
        tests: String(auditLines.length),
        failures: String(named("failure").length),
        skipped: String(named("skipped").length),
        errors: "0",
      });
    }
    // It comes out as the server wrote it.
    expect(
      named("failure")
        .map(({ text }) => text)
        .join(""),
    ).toContain(place);
  });
});
