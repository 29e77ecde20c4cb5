import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { attributes, type BuiltPage } from "./pages.ts";

/** The size of something as it goes over the wire, in bytes: Brotli at its best, as static hosts prepare it. */
export function brotli(content: string | Buffer): number {
  return brotliCompressSync(content).length;
}

/** A page's stylesheets and scripts, as paths below the site's folder. */
export interface Assets {
  styles: string[];
  /** Those that the page names, and what they import from the start. */
  scripts: string[];
}

/** What a page loads at first. */
export function firstAssets(folder: string, page: BuiltPage): Assets {
  const styles = attributes(page, "link[rel=stylesheet]", "href");
  const scripts = attributes(page, "script[src]", "src");
  return { styles: unique(styles), scripts: withImports(folder, scripts) };
}

/** Modules with all that they import statically, and so that cannot be waited for. */
function withImports(folder: string, scripts: readonly string[]): string[] {
  const found = new Set<string>();
  const open = [...scripts];
  for (let script = open.pop(); script !== undefined; script = open.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    const code = readFileSync(join(folder, script), "utf8");
    for (const [, target = ""] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g)) {
      open.push(new URL(target, `http://site.invalid${script}`).pathname);
    }
  }
  return [...found].sort();
}

const sizes = new Map<string, number>();
function sizeOf(file: string): number {
  const size = sizes.get(file) ?? brotli(readFileSync(file));
  sizes.set(file, size);
  return size;
}

/** The sum of the sizes of files below a folder, each compressed on its own, as each is a response of its own. */
export function weigh(folder: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + sizeOf(join(folder, path)), 0);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
