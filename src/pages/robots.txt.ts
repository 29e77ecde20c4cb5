import type { APIRoute } from "astro";
import { withBase } from "../i18n/routes.ts";

/** Everything may be read; here is the list. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL(withBase("sitemap.xml"), site).href}\n`);
