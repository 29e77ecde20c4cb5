import type { Problem } from "../../problems.ts";
import { isComplete, languages } from "../../site.config.ts";
import { pageSchema } from "../schemas/page.ts";
import type { ContentFolder } from "./context.ts";
import { checkParityOfWords } from "./parity.ts";
import type { LinkTargets } from "./targets.ts";
import { checkText } from "./texts.ts";

/** Checks the pages that are texts of their own: each stands in every language that is promised. */
export function checkPages(content: ContentFolder, targets: LinkTargets): Problem[] {
  return content.folders("pages").flatMap((id) => {
    const told = languages.flatMap((language): Problem[] => {
      const name = `${language}.mdx`;
      const file = content.name("pages", id, name);
      const isThere = content.exists("pages", id, name);
      if (!isThere && !isComplete(language) && content.files("pages", id).length > 0) return [];
      const yaml = isThere ? content.readFrontmatter("pages", id, name) : null;
      if (!yaml)
        return [
          {
            file,
            line: 1,
            message: `The page "${id}" has no text here, or one without a frontmatter.`,
            hint: "Write it like its neighbours: title and description between two lines ---, then the text.",
          },
        ];
      const result = yaml.check(pageSchema);
      return [
        ...("problems" in result ? result.problems : []),
        ...checkText({ yaml, kind: "page", id, language, isPublished: true }, targets, content.root),
      ];
    });
    return [...told, ...checkParityOfWords(content, "pages", id, told)];
  });
}
