import type { Change } from "../../src/content/translation/changes.ts";

/** What has happened to a section, in a few words: `reworded`, `renamed, was {#old}`. */
export function describeChange(change: Change): string {
  const others = change.others.map((id) => `{#${id}}`).join(", ");
  const words = {
    changed: contentChange(change),
    new: "new",
    removed: "removed",
    renamed: `renamed, was ${others}`,
    split: `split: a part of it is now ${others}`,
    merged: `merged: ${others} is now a part of it`,
    moved: "moved",
  }[change.kind];
  const also = [
    change.kind !== "changed" && change.reworded && "reworded",
    change.kind !== "moved" && change.moved && "moved",
  ];
  return [words, ...also.filter(Boolean)].join(", ");
}

/** Whether words, code or a component have changed. */
function contentChange({ before, now }: Change): string {
  const [old = new Set<string>(), current = new Set<string>()] = [before, now].map(
    (sections) => new Set(sections.flatMap(({ meaning }) => meaning.map((block) => block.trimStart()))),
  );
  const differing = [
    ...[...old].filter((block) => !current.has(block)),
    ...[...current].filter((block) => !old.has(block)),
  ];
  const isCode = (block: string) => block.startsWith("```");
  const isComponent = (block: string) => /^<\/?[A-Z]/.test(block);
  // The same blocks, in another order or number, are another text.
  const isReworded = differing.length === 0 || differing.some((block) => !isCode(block) && !isComponent(block));
  return [
    isReworded && "reworded",
    differing.some(isCode) && "code changed",
    differing.some(isComponent) && "component changed",
  ]
    .filter(Boolean)
    .join(", ");
}

/** A section as commands name it: its id, and its heading where it has one. */
export function nameSection({ id, title }: Pick<Change, "id" | "title">): string {
  return title === "" ? id : `${id} “${title}”`;
}
