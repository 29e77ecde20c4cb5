import assert from "node:assert/strict";
import type { SuiteLine } from "../../src/generator/suiteLines.ts";
import { type CorsRequest, checkPreflightResponse, checkResponse } from "../../src/rules/index.ts";
import { type Answer, listOf, send, valuesOf } from "./http.ts";
import { allowedOrigin, foreignOrigins, paths, request, sendActual, sendPreflight } from "./requests.ts";

const methods = ["PUT", "PATCH", "DELETE"];
const everyPath = Object.keys(paths);

/** The lines that are asked over HTTP alone, of a server that runs with the default parameters. */
export type HttpLine = Exclude<SuiteLine, "browser" | "generated" | "hostile" | "broken">;

/**
 * What each line asks. Each throws with what was sent and what came where the server does not hold it.
 * They judge by the project's own rules: what passes here passes in a browser.
 */
export const httpLines: Record<HttpLine, (url: string) => Promise<void>> = {
  async preflight(url) {
    for (const path of everyPath) {
      for (const method of methods) {
        const wanted = request(url + path, { method });
        const answer = await sendPreflight(wanted);
        assertPasses(checkPreflightResponse(wanted, answer), wanted, answer, "the preflight");
      }
    }
  },

  async actual(url) {
    for (const method of ["GET", "POST", ...methods]) {
      const wanted = request(`${url}/api/data`, { method, body: method === "GET" ? "none" : "text" });
      const answer = await sendActual(wanted);
      assertStatus(200, wanted, answer);
      assert.equal(
        JSON.parse(answer.body).method,
        method,
        `${about(wanted)}: the application's answer names the method`,
      );
      if (method !== "GET")
        assert.deepEqual(JSON.parse(answer.body).body, { a: 1 }, `${about(wanted)}: the JSON arrived`);
      assertPasses(checkResponse(wanted, answer), wanted, answer, "the answer");
    }
    const wanted = request(`${url}/api/private`);
    const answer = await sendActual(wanted);
    assertStatus(200, wanted, answer);
    assertPasses(checkResponse(wanted, answer), wanted, answer, "the answer");
  },

  async errors(url) {
    for (const [path, status] of Object.entries(paths)) {
      const wanted = request(url + path, { headers: [] });
      const answer = await sendActual(wanted);
      assertStatus(status, wanted, answer);
      assertPasses(checkResponse(wanted, answer), wanted, answer, "the answer");
    }
  },

  async foreign(url) {
    for (const origin of foreignOrigins) {
      const wanted = request(`${url}/api/data`, { method: "PUT", origin, body: "text" });
      for (const answer of [await sendPreflight(wanted), await sendActual(wanted)]) assertNotLetIn(wanted, answer);
    }
  },

  async vary(url) {
    for (const origin of [allowedOrigin, "https://other.example"]) {
      const wanted = request(`${url}/api/data`, { origin });
      assertVaries(await sendActual(wanted), about(wanted), ["origin", "accept-encoding"]);
    }
  },

  async "vary-without-origin"(url) {
    const answer = await send(`${url}/api/data`);
    assertVaries(answer, "GET /api/data without Origin", ["origin"]);
    assert.ok(!valuesOf(answer, "Access-Control-Allow-Origin").includes("*"), `It must not be "*".\n${shown(answer)}`);
  },

  async "no-auth"(url) {
    const wanted = request(`${url}/api/private`, { method: "PUT" });
    const answer = await sendPreflight(wanted);
    assert.ok(![401, 403, 407].includes(answer.status), `The preflight asks for no token.\n${shown(answer)}`);
    assertPasses(checkPreflightResponse(wanted, answer), wanted, answer, "the preflight");
  },

  async "no-redirect"(url) {
    for (const path of everyPath) {
      const wanted = request(url + path, { method: "PUT" });
      for (const answer of [await sendPreflight(wanted), await sendActual({ ...wanted, body: "text" })]) {
        assert.ok(answer.status < 300 || answer.status > 399, `${about(wanted)} is not redirected.\n${shown(answer)}`);
        assert.deepEqual(valuesOf(answer, "Location"), [], `${about(wanted)} has no Location.\n${shown(answer)}`);
      }
    }
  },

  async "max-age"(url) {
    const answer = await sendPreflight(request(`${url}/api/data`, { method: "PUT" }));
    assert.deepEqual(valuesOf(answer, "Access-Control-Max-Age"), ["600"], shown(answer));
  },

  async once(url) {
    for (const path of everyPath) {
      for (const origin of [allowedOrigin, "https://other.example"]) {
        const wanted = request(url + path, { method: "PUT", origin, body: "text" });
        for (const answer of [await sendPreflight(wanted), await sendActual(wanted)]) {
          const names = answer.headers
            .map(([name]) => name.toLowerCase())
            .filter((name) => /^access-control-/.test(name));
          assert.deepEqual(names, [...new Set(names)], `${about(wanted)}: no header twice.\n${shown(answer)}`);
        }
      }
    }
  },

  async "plain-options"(url) {
    const headers = [["Origin", allowedOrigin]] as const;
    const answer = await send(`${url}/api/data`, { method: "OPTIONS", headers });
    const what = "An OPTIONS without Access-Control-Request-Method reaches the application";
    assert.ok(listOf(answer, "Allow").includes("put"), `${what}, which says what it allows.\n${shown(answer)}`);
    assert.deepEqual(valuesOf(answer, "Access-Control-Allow-Origin"), [allowedOrigin], `${what}.\n${shown(answer)}`);
  },
};

/** @throws unless the rules let the browser go on */
export function assertPasses(judged: { ok: boolean }, wanted: CorsRequest, answer: Answer, what: string): void {
  assert.ok(judged.ok, `${about(wanted)}: ${what} passes.\n${JSON.stringify(judged)}\n${shown(answer)}`);
}

/** @throws where the answer lets the request's origin in */
export function assertNotLetIn(wanted: CorsRequest, answer: Answer): void {
  const allowed = valuesOf(answer, "Access-Control-Allow-Origin");
  const letIn = allowed.includes(wanted.origin) || allowed.includes("*") || checkResponse(wanted, answer).ok;
  assert.ok(!letIn, `${about(wanted)} from ${wanted.origin}: a foreign origin gets nothing.\n${shown(answer)}`);
}

/** An answer as messages show it. */
export function shown({ status, headers, body }: Answer): string {
  return [`${status}`, ...headers.map(([name, value]) => `${name}: ${value}`), "", body.slice(0, 300)].join("\n");
}

function assertStatus(status: number, wanted: CorsRequest, answer: Answer): void {
  assert.equal(answer.status, status, `${about(wanted)} is answered ${status}.\n${shown(answer)}`);
}

function assertVaries(answer: Answer, what: string, by: readonly string[]): void {
  const names = listOf(answer, "Vary");
  for (const name of by) assert.ok(names.includes(name), `${what}: Vary names ${name}.\n${shown(answer)}`);
}

function about({ method, url }: CorsRequest): string {
  return `${method} ${new URL(url).pathname}`;
}
