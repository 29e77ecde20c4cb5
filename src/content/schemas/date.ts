import { z } from "astro/zod";

/**
 * A calendar date. Astro reads a bare 2026-11-21 as a date, and the content checks read it as a
 * string, so that a day that no calendar has (2026-02-30) is found out.
 */
export const date = z
  .union([z.date(), z.iso.date("must be a date such as 2026-11-21")])
  .transform((value) => new Date(value));
