export type Light = "clear" | "caution" | "stop" | "quiet";

/** As it is read where nothing is drawn. */
export const SHAPE: Record<Light, string> = { clear: "●", caution: "▲", stop: "■", quiet: "○" };
