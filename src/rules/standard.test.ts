import fc from "fast-check";
import { expect, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { anyRequest } from "./arbitraries.ts";
import { decidePreflight } from "./profiles.ts";
import { decidePreflight as decideByStandard } from "./standard.ts";

fc.configureGlobal({ seed: takeSeed("Requests by the standard") });

test("the small entry decides as the whole one does for the standard", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(decideByStandard(request)).toEqual(decidePreflight(request));
    }),
  );
});
