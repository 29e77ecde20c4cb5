import type { Language } from "../../site.config.ts";
import type { YamlFile } from "../yamlFile.ts";
import type { TextKind } from "./targets.ts";

/** A file with a text of a page, in one language. */
export interface Text {
  yaml: YamlFile;
  kind: TextKind;
  /** Of its guide, cause or recipe. */
  id: string;
  language: Language;
  /** Whether readers see it. */
  isPublished: boolean;
}
