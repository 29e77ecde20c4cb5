import { getCollection } from "astro:content";
import { notCorsIds } from "../diagnose/index.ts";
import { oncePerBuild } from "./oncePerBuild.ts";
import type { NotCors } from "./schemas/notCors.ts";

/** What people take for CORS and is something else, in the order in which the diagnosis lists it. */
export const notCors = oncePerBuild(
  async (): Promise<readonly NotCors[]> =>
    (await getCollection("notCors"))
      .map(({ data }) => data)
      .sort((a, b) => notCorsIds.indexOf(a.id) - notCorsIds.indexOf(b.id)),
);
