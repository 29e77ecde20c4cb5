import { getHeader, type HeaderLine } from "../rules/index.ts";
import type { PartialExchange, ProductPlace } from "./types.ts";
import { isLocal, parse } from "./wire/urls.ts";

/** By what an exchange shows that a product answers there. */
interface Product {
  place: ProductPlace;
  /** Ends of the host's name, or expressions that match all of it. */
  hosts?: readonly (string | RegExp)[];
  /** Ports on one's own machine or network: those that its makers chose. */
  ports?: readonly string[];
  /** What the URL's path has in it. */
  paths?: readonly RegExp[];
  /** Headers of an answer: a name, and what the value begins with. In lower case. */
  headers?: readonly (readonly [name: string, value: string])[];
}

/**
 * Of two that one exchange shows, the one that is nearer to the reader's own setting comes first: what a platform says of
 * itself behind what runs on it.
 */
const products: readonly Product[] = [
  { place: "stacks/express", headers: [["x-powered-by", "express"]] },
  { place: "stacks/nextjs", headers: [["x-powered-by", "next.js"]] },
  { place: "recipes/php", headers: [["x-powered-by", "php/"]] },
  { place: "recipes/fastapi", headers: [["server", "uvicorn"]] },
  { place: "recipes/flask-cors", headers: [["server", "werkzeug/"]] },
  { place: "recipes/django", headers: [["server", "wsgiserver/"]] },
  { place: "recipes/tornado", headers: [["server", "tornadoserver/"]] },
  { place: "recipes/aspnet-core", headers: [["server", "kestrel"]] },
  { place: "recipes/keycloak", paths: [/\/realms\/[^/]+\/protocol\/openid-connect\//] },
  // Its functions alone: what else it answers has its headers by itself.
  { place: "recipes/supabase", paths: [/^\/functions\/v1\//] },
  { place: "recipes/firebase-functions", hosts: ["cloudfunctions.net"] },
  { place: "stacks/aws-lambda", hosts: [/\.lambda-url\.[\w-]+\.on\.aws$/] },
  {
    place: "recipes/aws-api-gateway",
    hosts: [/\.execute-api\.[\w-]+\.amazonaws\.com$/],
    headers: [
      ["x-amz-apigw-id", ""],
      ["apigw-requestid", ""],
    ],
  },
  {
    place: "recipes/aws-s3",
    hosts: [/(?:^|\.)s3[.-](?:[\w.-]+\.)?amazonaws\.com$/],
    headers: [["server", "amazons3"]],
  },
  {
    place: "stacks/google-cloud-storage",
    hosts: ["storage.googleapis.com", "firebasestorage.googleapis.com", "firebasestorage.app"],
    headers: [["x-guploader-uploadid", ""]],
  },
  { place: "recipes/cloudflare-r2", hosts: ["r2.cloudflarestorage.com", "r2.dev"] },
  {
    place: "stacks/azure-blob-storage",
    hosts: ["blob.core.windows.net"],
    headers: [["server", "windows-azure-blob/"]],
  },
  { place: "recipes/minio", headers: [["server", "minio"]] },
  { place: "recipes/azure-app-service", hosts: ["azurewebsites.net"] },
  { place: "recipes/cloudflare-workers", hosts: ["workers.dev"] },
  { place: "recipes/deno", hosts: ["deno.dev", "deno.net"] },
  { place: "stacks/ngrok", hosts: ["ngrok-free.app", "ngrok-free.dev", "ngrok.app", "ngrok.dev", "ngrok.io"] },
  { place: "stacks/hasura", hosts: ["hasura.app"] },
  { place: "stacks/appwrite", hosts: ["cloud.appwrite.io"] },
  { place: "stacks/n8n", hosts: ["n8n.cloud"], ports: ["5678"] },
  { place: "stacks/anthropic-api", hosts: ["api.anthropic.com"] },
  { place: "stacks/openai-api", hosts: ["api.openai.com"] },
  { place: "stacks/notion-api", hosts: ["api.notion.com"] },
  { place: "stacks/shopify", hosts: ["myshopify.com"] },
  { place: "stacks/salesforce", hosts: ["salesforce.com", "force.com"] },
  { place: "stacks/sanity", hosts: ["api.sanity.io", "apicdn.sanity.io"] },
  { place: "stacks/line-api", hosts: ["api.line.me"] },
  { place: "stacks/kintone", hosts: ["cybozu.com", "kintone.com"] },
  { place: "recipes/ollama", ports: ["11434"] },
  { place: "recipes/lm-studio", ports: ["1234"] },
  { place: "stacks/comfyui", ports: ["8188"] },
  { place: "stacks/stable-diffusion-webui", ports: ["7860"] },
  { place: "stacks/elasticsearch", ports: ["9200"], headers: [["x-elastic-product", ""]] },
  // Both chose it.
  { place: "stacks/home-assistant", ports: ["8123"] },
  { place: "stacks/clickhouse", ports: ["8123"], headers: [["x-clickhouse-summary", ""]] },
  { place: "stacks/docker-registry", headers: [["docker-distribution-api-version", ""]] },
  { place: "stacks/pocketbase", ports: ["8090"] },
  { place: "stacks/directus", ports: ["8055"], headers: [["x-powered-by", "directus"]] },
  { place: "recipes/strapi", ports: ["1337"], headers: [["x-powered-by", "strapi"]] },
  { place: "stacks/jupyter", ports: ["8888"] },
  { place: "recipes/kong", headers: [["server", "kong/"]] },
  { place: "stacks/apisix", headers: [["server", "apisix/"]] },
  {
    place: "recipes/envoy",
    headers: [
      ["server", "envoy"],
      ["server", "istio-envoy"],
    ],
  },
  { place: "recipes/iis", headers: [["server", "microsoft-iis/"]] },
  { place: "stacks/nginx", headers: [["server", "nginx"]] },
  { place: "recipes/caddy", headers: [["server", "caddy"]] },
  { place: "recipes/lighttpd", headers: [["server", "lighttpd/"]] },
  { place: "recipes/apache", headers: [["server", "apache/"]] },
  { place: "stacks/vercel", hosts: ["vercel.app"], headers: [["x-vercel-id", ""]] },
  { place: "stacks/netlify", hosts: ["netlify.app"], headers: [["x-nf-request-id", ""]] },
  { place: "recipes/aws-cloudfront", hosts: ["cloudfront.net"], headers: [["x-amz-cf-id", ""]] },
];

/** The places of all products that are known by what they show. */
export const productPlaces: ReadonlySet<ProductPlace> = new Set(products.map(({ place }) => place));

/** So many are named at most: of more, none is the reader's own. */
const MOST = 3;
/** A name in DNS has no more characters, and the expressions above are quick on so many. */
const LONGEST_NAME = 253;

/** The products that an exchange shows to answer there, by their pages, the likeliest first; at most three. */
export function productsOf({ request, preflight, response }: PartialExchange): ProductPlace[] {
  const url = parse(request.url ?? "");
  const answers = [preflight?.headers ?? [], response?.headers ?? []];
  return products
    .filter((product) => isShownBy(answers, product) || (url !== null && isAt(url, product)))
    .map(({ place }) => place)
    .slice(0, MOST);
}

function isShownBy(answers: readonly (readonly HeaderLine[])[], { headers = [] }: Product): boolean {
  return headers.some(([name, begins]) =>
    answers.some((lines) => getHeader(lines, name)?.toLowerCase().startsWith(begins)),
  );
}

function isAt({ hostname, port, pathname }: URL, { hosts = [], ports = [], paths = [] }: Product): boolean {
  return (
    (hostname.length <= LONGEST_NAME && hosts.some((host) => isOf(hostname, host))) ||
    (ports.includes(port) && isLocal(hostname)) ||
    paths.some((path) => path.test(pathname))
  );
}

const isOf = (hostname: string, host: string | RegExp) =>
  typeof host === "string" ? hostname === host || hostname.endsWith(`.${host}`) : host.test(hostname);
