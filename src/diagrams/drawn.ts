import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { packagesOfFaces } from "../typesetting/faceNames.ts";
import { writeWhole } from "../writeWhole.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { escaped } from "./escaped.ts";
import type { Order } from "./program.ts";

const project = join(import.meta.dirname, "../..");
const folder = join(project, ".cache/diagrams");

/** Milliseconds for all diagrams that are new: one that is never done would hold up every build. */
const patience = 300_000;

interface Kept {
  source: string;
  drawn: Drawn;
}

/** By their ids. */
const known = new Map<string, Kept>();

/** The name of a diagram in a page: the same text has the same. */
export function diagramId(source: string): string {
  return `d${createHash("sha256").update(source.trimEnd()).digest("hex").slice(0, 12)}`;
}

/**
 * What comes of a diagram's source. It is drawn once for its text, and kept in `.cache/diagrams/` with all that it was
 * drawn by.
 */
export function drawDiagram(source: string): Drawn {
  const [drawn] = drawDiagrams([source]);
  return drawn as Drawn;
}

/** The same for several, of which those that are not kept are drawn at once: to get ready takes longer than to draw. */
export function drawDiagrams(sources: readonly string[]): Drawn[] {
  const orders = new Map<string, Order>();
  for (const source of sources) {
    const id = diagramId(source);
    if (!find(id)) orders.set(id, { source: source.trimEnd(), id });
  }
  if (orders.size > 0) drawAnew([...orders.values()]);
  return sources.map((source) => (find(diagramId(source)) as Kept).drawn);
}

/**
 * Removes all that is kept of others: nobody shows them any more.
 * @param root the project whose diagrams they are. A copy of its content, in a test, has others
 */
export function keepOnly(sources: readonly string[], root: string): void {
  if (resolve(root) !== resolve(project)) return;
  const names = new Set(sources.map((source) => fileOf(diagramId(source))));
  if (!existsSync(folder)) return;
  // What another command is writing has not its own name yet.
  const others = readdirSync(folder).filter((name) => name.endsWith(".json") && !names.has(join(folder, name)));
  for (const name of others) rmSync(join(folder, name), { force: true });
}

/** The source of a diagram that was drawn, by its id. */
export function sourceOf(id: string): string | undefined {
  return find(id)?.source;
}

function find(id: string): Kept | undefined {
  const kept = known.get(id) ?? read(id);
  if (kept) known.set(id, kept);
  return kept;
}

function read(id: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(id), "utf8"));
  } catch {
    // Not there, or cut short: it is drawn anew.
    return undefined;
  }
}

function drawAnew(orders: readonly Order[]): void {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(import.meta.dirname, "program.ts")], {
    input: JSON.stringify(orders),
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
    timeout: patience,
  });
  if (error || status !== 0)
    throw new Error(
      `The diagrams were not drawn: ${error?.message ?? stderr.trim()}\nMake the newest of them smaller, or, where a package is missing, run npm ci.`,
    );
  for (const [index, drawn] of (JSON.parse(stdout) as Drawn[]).entries()) {
    const { source, id } = orders[index] as Order;
    const kept: Kept = { source, drawn };
    known.set(id, kept);
    writeWhole(fileOf(id), JSON.stringify(kept));
  }
}

let tools: string | undefined;

/** Where a drawing is kept: its name changes with all that it is drawn by. */
function fileOf(id: string): string {
  tools ??= hashOfTools();
  return join(folder, `${id}.${tools}.json`);
}

function hashOfTools(): string {
  const hash = createHash("sha256");
  for (const room of ["diagrams", "typesetting"]) {
    const names = readdirSync(join(project, "src", room)).filter((name) => /(?<!\.test|\.d)\.ts$/.test(name));
    for (const name of names.sort()) hash.update(readFileSync(join(project, "src", room, name)));
  }
  const { devDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  for (const name of ["mermaid", "jsdom", ...packagesOfFaces]) hash.update(`${name}@${devDependencies[name]}`);
  return hash.digest("hex").slice(0, 8);
}

/** A drawing as HTML. @param name what it is called to who does not see it */
export function asSvg({ content, viewBox, description }: Drawing, name: string): string {
  const [, , width, height] = viewBox;
  const size = `width="${width / 16}rem" height="${height / 16}rem" viewBox="${viewBox.join(" ")}"`;
  const said = description === undefined ? "" : `<desc>${escaped(description)}</desc>`;
  // What the site says of all its icons is said otherwise one step further in.
  const start = '<g fill="var(--ink)" stroke="none" stroke-width="1" font-size="16" text-anchor="middle">';
  return `<svg role="img" aria-label="${escaped(name)}" ${size}>${said}${start}${content}</g></svg>`;
}
