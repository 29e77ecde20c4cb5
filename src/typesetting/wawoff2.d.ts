declare module "wawoff2" {
  /** @returns the font in its bare format */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
