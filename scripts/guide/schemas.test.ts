import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editorSchemas, SCHEMAS } from "./schemas.ts";

const root = join(import.meta.dirname, "../..");
const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8"));

describe("what editors check the content by", () => {
  test("is what the build checks it by; else run npm run guide -- schemas", () => {
    const written = readdirSync(join(root, SCHEMAS)).map((name) => [
      name,
      readFileSync(join(root, SCHEMAS, name), "utf8"),
    ]);
    expect(Object.fromEntries(written)).toEqual(editorSchemas());
  });

  test("is wired for files that are there", () => {
    const wired = Object.entries<string>(settings["yaml.schemas"]);
    expect(wired.map(([schema]) => schema).sort()).toEqual(
      Object.keys(editorSchemas()).map((name) => `${SCHEMAS}/${name}`),
    );
    for (const [, file] of wired) expect(readFileSync(join(root, file.replace("*", "express")), "utf8")).not.toBe("");
  });

  test("says what a field holds", () => {
    const recipe = JSON.parse(editorSchemas()["recipe.json"] ?? "");
    expect(recipe.oneOf[0].properties.stack.description).toBe("The software and its major version.");
    expect(recipe.oneOf[0].properties.group.enum).toContain("proxies");
  });
});
