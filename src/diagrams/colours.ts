/**
 * Colours that a drawing is made with, each standing for one of the site's: they are taken out again, so that it has
 * those of the reader's theme. All but equal, and in no theme of the library.
 */
const standIns = {
  raised: "#0a0b01",
  tint: "#0a0b02",
  paper: "#0a0b03",
  ink: "#0a0b04",
  field: "#0a0b05",
} as const;
export type Token = keyof typeof standIns;

const { raised, tint, paper, ink, field } = standIns;

/** What the library's theme takes its colours from. */
export const themeVariables = {
  background: paper,
  primaryColor: raised,
  secondaryColor: tint,
  tertiaryColor: tint,
  primaryBorderColor: field,
  secondaryBorderColor: field,
  tertiaryBorderColor: field,
  primaryTextColor: ink,
  secondaryTextColor: ink,
  tertiaryTextColor: ink,
  textColor: ink,
  titleColor: ink,
  lineColor: ink,
  arrowheadColor: ink,
  noteBkgColor: tint,
  noteTextColor: ink,
  noteBorderColor: field,
  edgeLabelBackground: paper,
  activationBorderColor: field,
  activationBkgColor: tint,
  sequenceNumberColor: paper,
  actorLineColor: field,
  rowOdd: raised,
  rowEven: tint,
  altBackground: tint,
  compositeBackground: tint,
  compositeTitleBackground: raised,
  innerEndBackground: ink,
  specialStateColor: ink,
  errorBkgColor: tint,
  errorTextColor: ink,
};

const tokenOf = new Map(Object.entries(standIns).map(([token, value]) => [value as string, token as Token]));

/**
 * The site's colour that a colour of a drawing stands for.
 * @returns "none" for none, and nothing for a colour of the library's own
 */
export function tokenFor(colour: string): Token | "none" | undefined {
  const value = colour.trim().toLowerCase();
  if (/^(?:none|transparent|rgba\(.*, ?0\))$/.test(value)) return "none";
  const parts = /^rgba?\(\s*(\d+)[, ]\s*(\d+)[, ]\s*(\d+)/.exec(value)?.slice(1);
  return tokenOf.get(parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` : value);
}
