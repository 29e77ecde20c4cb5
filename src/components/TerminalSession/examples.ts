/** What the page of the command line shows to be copied; tests/package runs each as it stands here. */

/** Audits each preview that is deployed: what it finds stands in the log, and a line that fails fails the job. */
export const workflow = `on: deployment_status
jobs:
  cors:
    if: github.event.deployment_status.state == 'success'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: >
          npx preflight-guide audit "$URL/api/items"
          --origin https://app.example.com
          --method PUT --header Content-Type
        env:
          URL: \${{ github.event.deployment_status.environment_url }}
`;
/** The matchers in a test. */
export const matchersExample = `import { matchers } from "preflight-guide/matchers";
import { expect, test } from "vitest";

expect.extend(matchers);

test("the app may read the items", async () => {
  const origin = "https://app.example.com";
  const url = "http://127.0.0.1:8080/api/items";
  const response = await fetch(url, { headers: { Origin: origin } });
  await expect(response).toPassCors({ request: { origin, url } });
  await expect(url).toHoldCors({ origin, methods: ["PUT"] });
});
`;
/** The rules in a program, and what it prints. */
export const libraryExample = `import { decidePreflight } from "preflight-guide/rules";

const { outcome, reasons } = decidePreflight({
  origin: "https://app.example.com",
  url: "https://api.example.com/items",
  method: "PUT",
  headers: [["Content-Type", "application/json"]],
  credentials: "include",
  mode: "cors",
  api: "fetch",
  body: "text",
  uploadListener: false,
});
console.log(outcome, reasons.map(({ code }) => code));
// preflight [ 'method-not-safelisted', 'content-type-not-safelisted' ]
`;
