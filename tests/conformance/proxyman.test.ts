import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadRecipe, recipesFolder } from "../../scripts/conformance/recipes.ts";
import { request } from "../../scripts/conformance/requests.ts";
import {
  type CorsRequest,
  checkPreflightResponse,
  checkResponse,
  decidePreflight,
  findCauses,
} from "../../src/rules/index.ts";

const { main, broken } = loadRecipe("proxyman");

/** The parts that the script uses of the objects in https://docs.proxyman.com/scripting/script */
interface Message {
  headers: Record<string, string>;
  body: unknown;
}
type ScriptRequest = Message & { method: string };
type ScriptResponse = Message & { statusCode: number };
interface Script {
  onRequest(context: object, url: string, request: ScriptRequest): Promise<ScriptRequest>;
  onResponse(context: object, url: string, request: ScriptRequest, response: ScriptResponse): Promise<ScriptResponse>;
}

describe("proxyman/script.js, its functions on objects of the documented shape (not Proxyman itself)", () => {
  const wanted = request("https://api.example.com/api/data", { method: "PUT" });
  const script = load(main);
  const respond = (request: ScriptRequest, response: ScriptResponse) =>
    script.onResponse({}, wanted.url, request, response);

  test.for([401, 404, 500, 301])("a preflight answered %i becomes a 204 that passes", async (statusCode) => {
    const answer = await respond(preflightOf(wanted), {
      statusCode,
      headers: { "Content-Type": "application/json", Location: "/login" },
      body: { error: "no" },
    });
    expect(answer).toMatchObject({ statusCode: 204, body: "" });
    expect(checkPreflightResponse(wanted, wire(answer))).toEqual({ ok: true });
  });

  test.for([200, 404, 500])("an actual answer keeps its status %i and its body, and passes", async (statusCode) => {
    const headers = { origin: wanted.origin };
    const answer = await respond({ method: "PUT", headers, body: {} }, { statusCode, headers: {}, body: { a: 1 } });
    expect(answer).toMatchObject({ statusCode, body: { a: 1 } });
    expect(checkResponse(wanted, wire(answer))).toMatchObject({ ok: true });
  });

  test("a header that the server sent in another case is replaced, not doubled", async () => {
    const headers = { "access-control-allow-origin": "*", "ACCESS-CONTROL-ALLOW-CREDENTIALS": "false" };
    const answer = await respond(
      { method: "PUT", headers: { Origin: wanted.origin }, body: {} },
      { statusCode: 200, headers, body: {} },
    );
    expect(answer.headers).toEqual({
      "Access-Control-Allow-Origin": wanted.origin,
      "Access-Control-Allow-Credentials": "true",
    });
  });

  test("an OPTIONS that is no preflight keeps its status", async () => {
    const answer = await respond(
      { method: "OPTIONS", headers: { Origin: wanted.origin }, body: "" },
      { statusCode: 405, headers: {}, body: "" },
    );
    expect(answer.statusCode).toBe(405);
  });

  test("a request without Origin, and every request on its way out, is left alone", async () => {
    const outgoing = { method: "GET", headers: {}, body: "" };
    const response = { statusCode: 404, headers: {}, body: "x" };
    expect(await respond(outgoing, response)).toEqual({ statusCode: 404, headers: {}, body: "x" });
    expect(await script.onRequest({}, wanted.url, outgoing)).toEqual({ method: "GET", headers: {}, body: "" });
  });
});

describe("proxyman/broken.js", () => {
  const wanted = request("https://api.example.com/api/data", { method: "PUT" });
  const preflight = async (statusCode: number) => {
    const script = load(broken?.file ?? "");
    return wire(await script.onResponse({}, wanted.url, preflightOf(wanted), { statusCode, headers: {}, body: "" }));
  };

  test("the preflight's 404 stays, and with credentials * is refused even on a 204", async () => {
    expect((await preflight(404)).status).toBe(404);
    for (const status of [404, 204]) {
      expect(checkPreflightResponse(wanted, await preflight(status))).toMatchObject({ ok: false });
    }
  });

  test("the rules find the causes that the recipe names", async () => {
    const causes = findCauses({ request: wanted, preflight: await preflight(404) });
    expect(causes.map(({ id }) => id).sort()).toEqual(broken?.causes);
  });
});

/** @returns the functions of a script, which has no exports */
function load(name: string): Script {
  const source = readFileSync(join(recipesFolder, "proxyman", name), "utf8");
  return new Function(`"use strict"; ${source}\nreturn { onRequest, onResponse };`)() as Script;
}

function preflightOf(wanted: CorsRequest): ScriptRequest {
  const { preflightRequest } = decidePreflight(wanted);
  if (!preflightRequest) throw new Error("This request causes no preflight");
  return { method: "OPTIONS", headers: Object.fromEntries(preflightRequest.headers), body: "" };
}

function wire({ statusCode, headers }: ScriptResponse) {
  return { status: statusCode, headers: Object.entries(headers) };
}
