/** What an aside can be; `aside.…` of the interface's words names each. */
export const asideKinds = ["note", "tip", "info", "important", "warning", "caution", "danger", "details"] as const;
export type AsideKind = (typeof asideKinds)[number];

/** What may stand behind `:::`: an aside, or blocks of code side by side. */
export const containerNames = [...asideKinds, "code-group"] as const;

export function isAsideKind(name: string): name is AsideKind {
  return (asideKinds as readonly string[]).includes(name);
}

/** How a quotation begins that is an aside: `[!NOTE]`, and in the same line its title, if it has one. */
export const ALERT = new RegExp(`^\\[!(${asideKinds.filter((kind) => kind !== "details").join("|")})\\][ \\t]*`, "i");
