import type { APIRoute } from "astro";
import { movedPaths } from "../content/moved.ts";

/** Where guides were before, for what the hosts are told: `src/build/hosting/hostFiles.ts` takes it away again. */
export const GET: APIRoute = async () => Response.json(await movedPaths());
