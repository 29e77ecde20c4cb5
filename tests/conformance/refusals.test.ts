import { describe, expect, test } from "vitest";
import { send } from "../../scripts/conformance/http.ts";
import { makeReady } from "../../scripts/conformance/packages.ts";
import { loadRecipe, type Runnable } from "../../scripts/conformance/recipes.ts";
import { request, sendPreflight } from "../../scripts/conformance/requests.ts";
import { startRecipe } from "../../scripts/conformance/workshop.ts";
import { readExtent } from "../../scripts/support/replays.ts";
import { type CorsRequest, findCauses } from "../../src/rules/index.ts";

/** CORS layers that refuse with an error status: what the rules make of the very answers that they give. */
const refusing = ["fastapi", "tomcat"].map((id) => loadRecipe(id) as Runnable);
const ready = await makeReady(refusing, readExtent("RECIPES") !== "here");
/** The first cause that is found for each. Tomcat's bare 403 does not say what it refused. */
const expected: Record<string, Record<string, string>> = {
  fastapi: { origin: "allow-origin-missing", method: "method-not-allowed", headers: "header-not-allowed" },
  tomcat: { origin: "allow-origin-missing", method: "allow-origin-missing", headers: "allow-origin-missing" },
};
const differs: Record<string, Partial<CorsRequest>> = {
  origin: { origin: "https://other.example" },
  method: { method: "PROPFIND" },
  headers: { headers: [["X-Not-Listed", "1"]] },
};

const isHere = ({ id }: Runnable) => "versions" in (ready.get(id) ?? {});

describe.for(refusing)("$id", (recipe) => {
  test.runIf(isHere(recipe))("a refusal is told from a missing route and from authentication", async () => {
    const server = await startRecipe(recipe);
    try {
      const url = `${server.url}/api/data`;
      const found: Record<string, string | undefined> = {};
      for (const [what, part] of Object.entries(differs)) {
        const asked = request(url, part);
        const preflight = await sendPreflight(asked);
        expect(preflight.status).toBeGreaterThanOrEqual(400);
        const alone = await send(url, {
          method: "OPTIONS",
          headers: [["Access-Control-Request-Method", asked.method]],
        });
        const probe = { asks: "without-origin", response: alone } as const;
        found[what] = findCauses({ request: asked, preflight, probe })[0]?.id;
      }
      expect(found).toEqual(expected[recipe.id]);
    } finally {
      await server.stop();
    }
  });
});
