import type { APIRoute } from "astro";
import { diagnosisWords } from "../../components/Diagnosis/wordsFile.ts";
import { languages } from "../../site.config.ts";

export async function getStaticPaths() {
  const files = await Promise.all(languages.map(diagnosisWords));
  return files.map(({ name, text }) => ({ params: { name }, props: { text } }));
}

/** Words that pages load when they are used, one file a language. */
export const GET: APIRoute = ({ props }) =>
  new Response(props.text, { headers: { "Content-Type": "application/json" } });
