import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { YamlFile } from "../yamlFile.ts";

/** Where the content is, and how messages name its files. */
export class ContentFolder {
  readonly root: string;
  readonly path: string;

  /** @param root the project's root; the content is in `content/` below it */
  constructor(root: string) {
    this.root = root;
    this.path = join(root, "content");
  }

  /** How messages name a file: its path from the project's root. */
  name(...parts: string[]): string {
    return relative(this.root, join(this.path, ...parts)).replaceAll("\\", "/");
  }

  exists(...parts: string[]): boolean {
    return existsSync(join(this.path, ...parts));
  }

  /** The names of the folders in a folder, sorted; none where it is not there. */
  folders(...parts: string[]): string[] {
    return this.#entries(parts)
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  }

  /** The names of the files in a folder, sorted; none where it is not there. */
  files(...parts: string[]): string[] {
    return this.#entries(parts)
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  readYaml(...parts: string[]): YamlFile {
    return YamlFile.read(join(this.path, ...parts), this.name(...parts));
  }

  readFrontmatter(...parts: string[]): YamlFile | null {
    return YamlFile.readFrontmatter(join(this.path, ...parts), this.name(...parts));
  }

  #entries(parts: string[]) {
    const folder = join(this.path, ...parts);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  }
}
