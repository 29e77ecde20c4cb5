import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { languages } from "../site.config.ts";
import { recipeFolder } from "./recipeFolder.ts";
import { zipOf } from "./recipeZip.ts";
import { recipeSchema } from "./schemas/recipe.ts";

const folder = "content/recipes";
const ids = readdirSync(folder).filter(
  (id) => !id.includes(".") && readdirSync(`${folder}/${id}`).includes("recipe.yaml"),
);

const recipes = ids.map((id) => {
  const data = recipeSchema.parse(parse(readFileSync(`${folder}/${id}/recipe.yaml`, "utf8")));
  return { id, data, project: recipeFolder(id, data) };
});
const projects = recipes.flatMap(({ project, ...recipe }) => (project ? [{ ...recipe, project }] : []));

test("all recipes from npm that are run have a folder, and none that is not run", () => {
  const fromNpm = recipes.filter(({ data }) => data.runs === true && data.run.needs === "npm");
  expect(fromNpm.length).toBeGreaterThan(10);
  expect(fromNpm.filter(({ project }) => !project)).toEqual([]);
  expect(recipes.filter(({ data, project }) => data.runs !== true && project)).toEqual([]);
});

describe.each(projects)("the folder of $id", ({ id, data, project }) => {
  const unzipped = (language: (typeof languages)[number]) =>
    Object.fromEntries(
      Object.entries(unzipSync(zipOf(project, { id, name: data.name }, language))).map(([path, bytes]) => [
        path,
        strFromU8(bytes),
      ]),
    );

  test("has the main file as it is run, and neither what fails nor what is no file of it", () => {
    const files = unzipped("en");
    expect(files[`${id}/${data.main}`]).toBe(readFileSync(`${folder}/${id}/${data.main}`, "utf8"));
    for (const path of Object.keys(files))
      expect(path).not.toMatch(/broken|recipe\.yaml|(?:ja|en|zh-TW)\.md|made-from/);
    expect(Object.values(files).join("")).not.toMatch(/(?<!\$)\{(?:port|folder|upstream)\}/);
  });

  test("says in each language in one or two lines how it is started, and how it is asked", () => {
    for (const language of languages) {
      const blocks = [...(unzipped(language)[`${id}/README.md`] ?? "").matchAll(/```sh\n([\s\S]*?)\n```/g)];
      expect(blocks.map(([, text]) => text)).toEqual([
        project.commands.join("\n"),
        expect.stringContaining(`npx preflight-guide audit '${project.url}/api/data'`),
      ]);
      expect(project.commands.length).toBeLessThanOrEqual(2);
    }
  });

  test("is the same bytes each time", () => {
    const zip = () => Buffer.from(zipOf(project, { id, name: data.name }, "ja")).toString("base64");
    expect(zip()).toBe(zip());
  });
});

test("the folders' packages name the versions that were run, exactly", () => {
  const versions = projects.flatMap(({ project }) => {
    const { dependencies = {} } = JSON.parse(project.files["package.json"] ?? "{}");
    return Object.values<string>(dependencies);
  });
  expect(versions.length).toBeGreaterThan(20);
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
});
