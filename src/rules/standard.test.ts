import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRequest } from "../../tests/support/arbitraries.ts";
import { decidePreflight } from "./profiles.ts";
import { decidePreflight as decideByStandard } from "./standard.ts";

test("the small entry decides as the whole one does for the standard", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(decideByStandard(request)).toEqual(decidePreflight(request));
    }),
  );
});
