import { expect, test } from "vitest";
import { diagnose } from "./index.ts";
import type { ProductPlace } from "./types.ts";

const missing = (url: string, origin = "https://app.example.com") =>
  `Access to fetch at '${url}' from origin '${origin}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
const answered = (...headers: string[]) =>
  ["> GET /items HTTP/1.1", "> Host: api.example.com", "> Origin: https://app.example.com", ">", "< HTTP/1.1 200 OK"]
    .concat(headers.map((header) => `< ${header}`))
    .join("\n");
const productsIn = (paste: string) => diagnose(paste).findings[0]?.products ?? [];

test.each<[paste: string, places: ProductPlace[]]>([
  [missing("https://abc.supabase.co/functions/v1/hello"), ["recipes/supabase"]],
  [missing("http://127.0.0.1:54321/functions/v1/hello"), ["recipes/supabase"]],
  [missing("https://abc.execute-api.eu-west-1.amazonaws.com/prod/items"), ["recipes/aws-api-gateway"]],
  [missing("https://abc.lambda-url.ap-northeast-1.on.aws/"), ["stacks/aws-lambda"]],
  [missing("https://bucket.s3.ap-northeast-1.amazonaws.com/a.png"), ["recipes/aws-s3"]],
  [missing("https://bucket.s3.amazonaws.com/a.png"), ["recipes/aws-s3"]],
  [missing("https://s3.us-east-1.amazonaws.com/bucket/a.png"), ["recipes/aws-s3"]],
  [missing("https://shop.myshopify.com/cart.js"), ["stacks/shopify"]],
  [missing("http://localhost:11434/api/chat"), ["recipes/ollama"]],
  [missing("http://192.168.1.20:8123/api/"), ["stacks/home-assistant", "stacks/clickhouse"]],
  [missing("http://172.20.0.3:8123/api/"), ["stacks/home-assistant", "stacks/clickhouse"]],
  [missing("http://[::1]:11434/api/chat"), ["recipes/ollama"]],
  [missing("https://id.example.com/realms/shop/protocol/openid-connect/token"), ["recipes/keycloak"]],
  [answered("Server: nginx/1.28.0", "X-Powered-By: Express"), ["stacks/express", "stacks/nginx"]],
  [answered("server: uvicorn"), ["recipes/fastapi"]],
  [answered("server: istio-envoy"), ["recipes/envoy"]],
  [answered("X-ClickHouse-Summary: {}"), ["stacks/clickhouse"]],
  [answered("Docker-Distribution-Api-Version: registry/2.0"), ["stacks/docker-registry"]],
  [
    answered("Server: AmazonS3", "Via: 1.1 abc.cloudfront.net (CloudFront)", "X-Amz-Cf-Id: x"),
    ["recipes/aws-s3", "recipes/aws-cloudfront"],
  ],
])("%s", (paste, places) => {
  expect(productsIn(paste)).toEqual(places);
});

test.each([
  ["the page's own host", missing("https://api.example.com/items", "https://shop.vercel.app")],
  ["a port of another machine", missing("https://api.example.com:11434/items")],
  ["what of a product is not the reader's to set", missing("https://abc.supabase.co/rest/v1/items")],
  ["a host longer than DNS has them", missing(`https://${"s3.".repeat(100)}s3.amazonaws.com/a.png`)],
  ["a host that only ends alike", missing("https://notmyshopify.com/items")],
  ["a path that names a host", missing("https://api.example.com/abc.myshopify.com/")],
  ["what the request says of itself", missing("https://api.example.com/?server=nginx")],
])("%s names no product", (_, paste) => {
  expect(productsIn(paste)).toEqual([]);
});

test("at most three are named", () => {
  const all = answered(
    "Server: nginx",
    "X-Powered-By: Express",
    "X-Vercel-Id: x",
    "X-Nf-Request-Id: x",
    "X-Amz-Cf-Id: x",
  );
  expect(productsIn(all)).toHaveLength(3);
});
