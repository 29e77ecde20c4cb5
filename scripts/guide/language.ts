import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uiParts } from "../../src/i18n/strings.ts";
import { site } from "../../src/site.config.ts";
import { deleteTexts, textsIn } from "./languageTexts.ts";
import { WrongUse } from "./wrongUse.ts";

const CONFIG = "src/site.config.ts";
const STRINGS = "src/i18n/strings.ts";

/** A language's line in the configuration: `  ko: { name: "한국어", site: "…", state: "growing" },`. */
const LINE = /^ {2}"?([A-Za-z][\w-]*)"?: \{ name: .*, state: "(complete|growing|off)".*\},\n/gm;

export interface NewLanguage {
  /** Its own name for itself; by default what Unicode's data says. */
  name?: string;
  /** The site's name in it; by default that in the source language. */
  site?: string;
}

/**
 * Declares a language as growing, and makes the files of its words of the interface.
 * @param root the project's
 * @returns what was done, and what comes next
 * @throws WrongUse where the tag is none, or has a line already
 */
export function addLanguage(root: string, tag: string, given: NewLanguage = {}): string {
  const config = readFileSync(join(root, CONFIG), "utf8");
  const name = given.name ?? nameOf(tag);
  const existing = declaredIn(config).get(tag);
  if (existing)
    throw new WrongUse(
      `${CONFIG} has a line for "${tag}" already, as ${existing.state}.`,
      existing.state === "off"
        ? 'Write "growing" for "off" in it.'
        : `Translate: npm run guide -- status --lang ${tag}`,
    );
  const key = /^[a-z]+$/.test(tag) ? tag : JSON.stringify(tag);
  const line = `  ${key}: { name: ${JSON.stringify(name)}, site: ${JSON.stringify(given.site ?? site.name[site.source])}, state: "growing" },\n`;
  const last = [...config.matchAll(LINE)].at(-1);
  const end = last ? last.index + last[0].length : -1;
  if (end < 0)
    throw new WrongUse(
      `${CONFIG} has no line of a language.`,
      'Put the list "declared" back as it was, a line a language.',
    );
  const folder = join(root, folderOf(tag));
  if (existsSync(folder))
    throw new WrongUse(`${folderOf(tag)} is there already.`, "Remove it, or write the line by hand.");
  write(root, CONFIG, config.slice(0, end) + line + config.slice(end));
  mkdirSync(folder);
  for (const part of uiParts) {
    const type = `Partial<UiStrings["${part}"]>`;
    write(
      root,
      `${folderOf(tag)}/${part}.ts`,
      `import type { UiStrings } from "../../types.ts";\n\nexport const ${part}: ${type} = {};\n`,
    );
  }
  const imports = uiParts.map((part) => `import { ${part} } from "./${part}.ts";\n`).join("");
  const members = uiParts.map((part) => `  ${part},\n`).join("");
  const index = `import type { GrowingStrings } from "../../types.ts";\n${imports}\nexport const ${variableOf(tag)}: GrowingStrings = {\n${members}};\n`;
  write(root, `${folderOf(tag)}/index.ts`, index);
  registerStrings(root, tag);
  return `${CONFIG}: "${tag}", ${name}, is growing: what it lacks is shown in the language that it was first written in.
${folderOf(tag)}/: its words of the interface, a file a part; take a key and its text from src/i18n/ui/en/.
${STRINGS}: they are read there.

What there is to translate: npm run guide -- status --lang ${tag}
To take one on: npm run guide -- translate <unit> --to ${tag}
When all but guides is there, write "complete" for "growing": npm run check then fails on whatever is missing.
How it is set in type, spoken, ordered and searched: CONTRIBUTING.md, "Add a language".`;
}

/**
 * Takes a language out of the site. What was written in it stays, and its line says that it is off; where nothing was, or
 * all of it is to go, its line and its files are removed.
 * @param all whether what was written in it is deleted
 * @throws WrongUse where there is no such language, or something was first written in it and would be lost
 */
export function removeLanguage(root: string, tag: string, all = false): string {
  const config = readFileSync(join(root, CONFIG), "utf8");
  const declared = declaredIn(config);
  const own = declared.get(tag);
  if (!own) throw new WrongUse(`The site has no language "${tag}".`, `Name one of ${[...declared.keys()].join(", ")}.`);
  const built = [...declared].filter(([other, { state }]) => other !== tag && state !== "off");
  if (built.length === 0) throw new WrongUse(`"${tag}" is the only language of the site.`, "Add another one first.");
  const texts = textsIn(root, tag);
  const strings = uiFiles(root, tag).filter((file) => /^ {2}\S+:/m.test(readFileSync(join(root, file), "utf8")));
  const count = texts.files.length + texts.entries.length + strings.length;
  if (count > 0 && !all) {
    write(root, CONFIG, config.replace(own.line, own.line.replace(/state: "\w+"/, 'state: "off"')));
    return `${CONFIG}: "${tag}" is off, and the site is built without it.
What was written in it stays: ${count} files and entries. To delete them, too: npm run guide -- language remove ${tag} --delete`;
  }
  if (tag === "en")
    throw new WrongUse(
      "The other languages' words of the interface are compared with the English ones.",
      "Leave it off: npm run guide -- language remove en",
    );
  if (texts.sources.length > 0)
    throw new WrongUse(
      `${texts.sources.length} texts were first written in "${tag}": ${texts.sources.slice(0, 5).join(", ")}${texts.sources.length > 5 ? ", …" : ""}`,
      'Name another language as the "source" of each and record that, or leave the language off, without --delete.',
    );
  write(root, CONFIG, config.replace(own.line, ""));
  deleteTexts(root, tag, texts);
  rmSync(join(root, folderOf(tag)), { recursive: true, force: true });
  unregisterStrings(root, tag);
  return [`${CONFIG}, ${STRINGS}: "${tag}" is gone.`, ...texts.files, ...texts.entries, `${folderOf(tag)}/`]
    .map((line, index) => (index === 0 ? line : `  deleted: ${line}`))
    .join("\n");
}

/** The languages that a configuration declares. */
function declaredIn(config: string): Map<string, { state: string; line: string }> {
  return new Map([...config.matchAll(LINE)].map(([line, tag = "", state = ""]) => [tag, { state, line }]));
}

function nameOf(tag: string): string {
  const wrong = new WrongUse(`"${tag}" is no language's tag.`, "Write it as BCP 47 does, such as ko, fr or pt-BR.");
  try {
    if (Intl.getCanonicalLocales(tag)[0] !== tag) throw wrong;
  } catch {
    throw wrong;
  }
  const known = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(tag);
  if (known === undefined) throw wrong;
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? known;
}

const folderOf = (tag: string) => `src/i18n/ui/${tag}`;
const uiFiles = (root: string, tag: string) =>
  uiParts.map((part) => `${folderOf(tag)}/${part}.ts`).filter((file) => existsSync(join(root, file)));

/** `pt-BR` as a name in code. */
const variableOf = (tag: string) => tag.replaceAll("-", "");
const importOf = (tag: string) => `import { ${variableOf(tag)} } from "./ui/${tag}/index.ts";\n`;
const memberOf = (tag: string) =>
  variableOf(tag) === tag ? `  ${tag},\n` : `  ${JSON.stringify(tag)}: ${variableOf(tag)},\n`;

function registerStrings(root: string, tag: string): void {
  const text = readFileSync(join(root, STRINGS), "utf8");
  const after = (pattern: RegExp) => {
    const all = [...text.matchAll(pattern)];
    // In the order of the alphabet, as imports stand.
    const before = all.findLast(([, other = ""]) => other.toLowerCase() < tag.toLowerCase()) ?? all[0];
    if (!before) throw new WrongUse(`${STRINGS} reads no language's words.`, "Put it back as it was.");
    return before.index + before[0].length;
  };
  const [first, second] = [after(IMPORT), after(MEMBER)];
  write(
    root,
    STRINGS,
    text.slice(0, first) + importOf(tag) + text.slice(first, second) + memberOf(tag) + text.slice(second),
  );
}

const IMPORT = /^import \{ \w+ \} from "\.\/ui\/([\w-]+)\/index\.ts";\n/gm;
const MEMBER = /^ {2}"?([a-z]{2,3}(?:-\w+)*)"?(?:: \w+)?,\n/gm;

function unregisterStrings(root: string, tag: string): void {
  const text = readFileSync(join(root, STRINGS), "utf8");
  write(root, STRINGS, text.replace(importOf(tag), "").replace(memberOf(tag), ""));
}

function write(root: string, file: string, text: string): void {
  writeFileSync(join(root, file), text);
}
