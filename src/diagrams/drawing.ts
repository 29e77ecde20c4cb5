import type { DiagramFault } from "./kinds.ts";

/** A diagram as it is shown. */
export interface Drawing {
  /** What stands within its `svg`. */
  content: string;
  /** The part of the plane that is shown. */
  viewBox: readonly [x: number, y: number, width: number, height: number];
  /** What it is called, where its source says so by `accTitle`. */
  name?: string;
  /** What it shows, where its source says so by `accDescr`. */
  description?: string;
  /** How it is built, in which it is the same in each language: its kind, and how many shapes, lines and labels it has. */
  build: string;
}

/** What came of a source. */
export type Drawn = { drawing: Drawing } | { fault: DiagramFault };
