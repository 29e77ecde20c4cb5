import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { type CorsRequest, checkPreflightResponse, checkResponse, decidePreflight } from "../../src/rules/index.ts";
import { request } from "./conformance.ts";
import { recipePath } from "./processes.ts";

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
  let script: Script;
  beforeAll(async () => {
    const source = await readFile(recipePath("proxyman/script.js"), "utf8");
    script = new Function(`"use strict"; ${source}\nreturn { onRequest, onResponse };`)() as Script;
  });

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

function preflightOf(wanted: CorsRequest): ScriptRequest {
  const { preflightRequest } = decidePreflight(wanted);
  if (!preflightRequest) throw new Error("This request causes no preflight");
  return { method: "OPTIONS", headers: Object.fromEntries(preflightRequest.headers), body: "" };
}

function wire({ statusCode, headers }: ScriptResponse) {
  return { status: statusCode, headers: Object.entries(headers) };
}
