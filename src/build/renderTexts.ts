import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { ContentFolder } from "../content/checks/context.ts";
import { contentIds } from "../content/ids.ts";
import { readingMinutes } from "../content/readingTime.ts";
import { readTranslatedRegion } from "../content/recipeRegion.ts";
import { withoutFrontmatter } from "../content/rendered/frontmatter.ts";
import type { PlainText } from "../content/rendered/parts.ts";
import { setRenderedTexts } from "../content/rendered/registry.ts";
import { type Language, languages, site } from "../site.config.ts";
import { importedFiles } from "./importedFiles.ts";
import { type Kept, openKept } from "./keep.ts";

/** The folders of `content/` in which each folder has a text a language. */
const FOLDERS = ["causes", "guides", "pages", "recipes"];

/** What renders texts. It is handed in: `src/markdown/` and this room do not know of each other. */
interface TextRenderer {
  create(): Promise<Render>;
  /** The file with which its code begins. */
  file: string;
}

/** @returns nothing for a text that Astro is to make a module of */
type Render = (body: string, path: string) => Promise<PlainText | undefined>;

/**
 * When the site is built, before Astro looks at the content: renders each text once, and keeps it in `.cache/texts/`
 * by all that it was made from. What asks for more than itself, such as a picture, is left to Astro.
 */
export function renderTexts(renderer: TextRenderer): AstroIntegration {
  return {
    name: "render-texts",
    hooks: {
      "astro:config:setup": async ({ command, config, logger }) => {
        setRenderedTexts(undefined);
        if (command !== "build") return;
        const root = fileURLToPath(config.root);
        const code = await Promise.all([import.meta.filename, renderer.file].map(importedFiles));
        const lock = await readFile(join(root, "package-lock.json"), "utf8");
        const tools = [JSON.stringify(site), lock, ...code.flatMap((texts) => [...texts.values()])].join("\0");
        const kept = await openKept(config.root, "texts", tools);
        const count = await renderAll(root, kept, await renderer.create());
        await kept.removeOthers();
        logger.info(`${count} texts, ${kept.made} of them rendered anew`);
      },
    },
  };
}

/** What is kept of a text that Astro is to make a module of. Of another: how long it takes to read, and in the next line its JSON. */
const MODULE = "";

/**
 * @param root the project's root
 * @returns how many texts there are
 * @throws with the faults of all texts
 */
async function renderAll(root: string, kept: Kept, render: Render): Promise<number> {
  const files = findTexts(root);
  const make = async (file: string, text: string) => {
    const body = withoutFrontmatter(text);
    const plain = await render(body, join(root, file));
    if (!plain) return MODULE;
    return `${readingMinutes(body)}\n${JSON.stringify(plain)}`;
  };
  const texts = new Map<string, { key: string; minutes: number }>();
  const faults: string[] = [];
  const keyOf = keysFor();
  for (const { file, language } of files) {
    const text = await readFile(join(root, file), "utf8");
    const key = keyOf(file, language, text);
    try {
      const made = Buffer.from(await kept.get(key, () => make(file, text)));
      if (made.length > 0) texts.set(file, { key, minutes: Number(made.toString("utf8", 0, made.indexOf("\n"))) });
    } catch (error) {
      const { message } = error as Error;
      faults.push(message.startsWith(file) ? message : `${file}\n  ${message}`);
    }
  }
  if (faults.length > 0) throw new AstroError(faults.join("\n\n"));
  setRenderedTexts({
    minutes: (file) => texts.get(file)?.minutes,
    async read(file) {
      const key = texts.get(file)?.key;
      if (key === undefined) return undefined;
      // It is on disk: there is nothing to make.
      const made = Buffer.from(await kept.get(key, async () => make(file, await readFile(join(root, file), "utf8"))));
      return JSON.parse(made.toString("utf8", made.indexOf("\n")));
    },
  });
  return files.length;
}

/** The texts, as paths from the project's root. */
function findTexts(root: string): { file: string; language: Language }[] {
  const content = new ContentFolder(root);
  const files = FOLDERS.flatMap((folder) =>
    content.folders(folder).flatMap((id) => content.files(folder, id).map((name) => content.name(folder, id, name))),
  );
  return files.flatMap((file) => {
    const language = languages.find((one) => file.endsWith(`/${one}.md`) || file.endsWith(`/${one}.mdx`));
    return language ? [{ file, language }] : [];
  });
}

const NAMED = /\b(cause|guide|recipe|term):([\w-]+)/g;
const REGION = /\brecipe="([^"]*)"/g;

/** Names a text by what it is made from: itself, the recipes that it shows, and what there is of all that it names. */
function keysFor(): (file: string, language: Language, text: string) => string {
  const regions = new Map<string, string>();
  const regionOf = (reference: string, language: Language) => {
    const name = `${language}\0${reference}`;
    const region = regions.get(name) ?? readRegion(reference, language);
    regions.set(name, region);
    return region;
  };
  const ids = contentIds();
  return (file, language, text) => {
    const shown = [...text.matchAll(REGION)].map(([, reference = ""]) => regionOf(reference, language));
    const there = [...text.matchAll(NAMED)].map(([, kind = "", id = ""]) => ids[kind as keyof typeof ids].has(id));
    return createHash("sha256")
      .update(JSON.stringify([file, text, shown, there]))
      .digest("base64url");
  };
}

/** What a text shows of a recipe, or why it cannot be shown. */
function readRegion(reference: string, language: Language): string {
  try {
    return readTranslatedRegion(reference, language);
  } catch (error) {
    return String(error);
  }
}
