import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpLines } from "../../scripts/conformance/lines.ts";
import { makeReady } from "../../scripts/conformance/packages.ts";
import { loadRecipe, type Runnable } from "../../scripts/conformance/recipes.ts";
import { request, sendActual, sendPreflight } from "../../scripts/conformance/requests.ts";
import { startUpstream, type Upstream } from "../../scripts/conformance/upstream.ts";
import { startRecipe } from "../../scripts/conformance/workshop.ts";
import { freePort } from "../../scripts/support/freePort.ts";
import type { Running } from "../../scripts/support/program.ts";
import { readExtent } from "../../scripts/support/replays.ts";
import { defaultParams } from "../../src/generator/params.ts";
import { checkResponse } from "../../src/rules/index.ts";

/** What the suite does not ask, because only a proxy can be asked it. */
const recipe = loadRecipe("nginx") as Runnable;
const here = "versions" in ((await makeReady([recipe], readExtent("RECIPES") !== "here")).get("nginx") ?? {});

describe.runIf(here)("nginx in front of an application that sends CORS headers of its own", () => {
  const anyone = { ...defaultParams, origins: ["https://app.example.com", "https://other.example"], maxAge: 1 };
  let upstream: Upstream;
  let nginx: Running;
  beforeAll(async () => {
    upstream = await startUpstream(anyone);
    nginx = await startRecipe(recipe, { upstream: new URL(upstream.url).host });
  });
  afterAll(async () => {
    await nginx?.stop();
    await upstream?.stop();
  });

  test.for(["preflight", "actual", "errors", "foreign", "max-age", "once"] as const)("%s", (line) =>
    httpLines[line](nginx.url),
  );

  test("no preflight reaches the application", async () => {
    await sendPreflight(request(`${nginx.url}/api/data`));
    expect(upstream.seen.filter(({ headers }) => headers["access-control-request-method"])).toEqual([]);
  });
});

describe.runIf(here)("nginx in front of an application that is down", () => {
  let nginx: Running;
  beforeAll(async () => {
    nginx = await startRecipe(recipe, { upstream: `127.0.0.1:${await freePort()}` });
  });
  afterAll(() => nginx?.stop());

  test("nginx's own 502 passes, so the script can read it", async () => {
    const wanted = request(`${nginx.url}/api/data`);
    const answer = await sendActual(wanted);
    expect(answer.status).toBe(502);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });
});
