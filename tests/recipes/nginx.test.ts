import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPreflightResponse, checkResponse } from "../../src/rules/index.ts";
import { conformance, request, sendActual, sendPreflight } from "./conformance.ts";
import { startNginx } from "./nginx.ts";
import { freePort, type Running } from "./processes.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const installTimeout = 300_000;

const applications = {
  "an application without CORS headers": {},
  "an application that sends CORS headers of its own": {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Credentials": "true",
  },
};

for (const [name, headers] of Object.entries(applications)) {
  describe(`nginx/nginx.conf in front of ${name}`, () => {
    let upstream: Upstream;
    let nginx: Running;
    beforeAll(async () => {
      upstream = await startUpstream(headers);
      nginx = await startNginx("nginx/nginx.conf", upstream.url);
    }, installTimeout);
    afterAll(async () => {
      await nginx?.stop();
      await upstream?.stop();
    });

    conformance({ url: () => nginx.url });

    test("no preflight reaches the application", async () => {
      await sendPreflight(request(`${nginx.url}/api/data`));
      expect(upstream.seen.filter(({ headers }) => headers["access-control-request-method"])).toEqual([]);
    });
  });
}

describe("nginx/nginx.conf in front of an application that is down", () => {
  let nginx: Running;
  beforeAll(async () => {
    nginx = await startNginx("nginx/nginx.conf", `http://127.0.0.1:${await freePort()}`);
  }, installTimeout);
  afterAll(() => nginx?.stop());

  test("nginx's own 502 passes, so the script can read it", async () => {
    const wanted = request(`${nginx.url}/api/data`);
    const answer = await sendActual(wanted);
    expect(answer.status).toBe(502);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });
});

describe("nginx/broken.conf", () => {
  let upstream: Upstream;
  let nginx: Running;
  beforeAll(async () => {
    upstream = await startUpstream();
    nginx = await startNginx("nginx/broken.conf", upstream.url);
  }, installTimeout);
  afterAll(async () => {
    await nginx?.stop();
    await upstream?.stop();
  });

  test("the preflight passes, the actual answer lacks Access-Control-Allow-Origin", async () => {
    const wanted = request(`${nginx.url}/api/data`, { method: "PUT" });
    expect(checkPreflightResponse(wanted, await sendPreflight(wanted))).toEqual({ ok: true });
    expect(checkResponse(wanted, await sendActual(wanted))).toMatchObject({
      ok: false,
      failures: [{ code: "allow-origin-missing" }],
    });
  });
});
