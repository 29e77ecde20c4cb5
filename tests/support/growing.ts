import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { english } from "../../src/i18n/strings.ts";
import type { UiPart } from "../../src/i18n/types.ts";
import type { ProjectCopy } from "./project.ts";

/** The parts of the interface that `growKorean` translates: half of it. */
export const translatedParts = ["common", "home", "recipes", "search"] as const satisfies readonly UiPart[];

/** Of another part it translates this alone. */
export const translatedString = { part: "checker", key: "exchange.browser" } as const;

/** What stands before each text that it translates. */
export const KOREAN = "한국어 ";

/**
 * Adds Korean to a copy of the project as its authors do, with half of the words of the interface and one guide. For the
 * other half Japanese stands in.
 * @throws where a command of theirs fails
 */
export async function growKorean(project: ProjectCopy, guide: string): Promise<void> {
  await project.guide("language", "add", "ko", "--site", `${KOREAN}Preflight`);
  const config = join(project.root, "src/site.config.ts");
  writeFileSync(config, readFileSync(config, "utf8").replace('"growing" }', '"growing", fallback: ["ja"] }'));
  const { part, key } = translatedString;
  for (const [name, keys] of [
    ...translatedParts.map((one) => [one, Object.keys(english[one])] as const),
    [part, [key]] as const,
  ]) {
    const file = join(project.root, `src/i18n/ui/ko/${name}.ts`);
    const all: Readonly<Record<string, string>> = english[name];
    const words = Object.fromEntries(keys.map((own) => [own, KOREAN + all[own]]));
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("{}", () => JSON.stringify(words, null, 2)),
    );
  }
  await project.guide("translate", `guide:${guide}`, "--to", "ko");
  const file = join(project.root, `content/guides/${guide}/ko.mdx`);
  writeFileSync(file, readFileSync(file, "utf8").replace(/\[en→ko\] /g, KOREAN));
  await project.guide("sync", `guide:${guide}`, "--lang", "ko", "--all");
}

/** The files of a copy with a hash of each; without what a build leaves. */
export function filesOf({ root }: ProjectCopy): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((name) => !/^(?:dist|\.cache|\.astro|node_modules|scripts)\//.test(name));
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(root, name)))
        .digest("hex"),
    ]),
  );
}
