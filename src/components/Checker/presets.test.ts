import { expect, test } from "vitest";
import { decidePreflight } from "../../rules/index.ts";
import { presets } from "./presets.ts";
import { toRequest } from "./state.ts";

test("the presets of the guides are the requests of their texts", () => {
  expect(presets["fetch-json"]).toMatchObject({ api: "fetch", method: "POST", credentials: "same-origin" });
  expect(presets["axios-put"]).toMatchObject({ api: "xhr", method: "PUT", credentials: "include" });
  expect(presets["put-authorization"]).toMatchObject({ method: "PUT", headers: [["Authorization", "Bearer token"]] });
});

test.for(Object.entries(presets))("%s can be asked as it is: the form leaves nothing of it out", ([, preset]) => {
  const { contentType, headers, ...rest } = preset;
  const request = toRequest(preset);
  expect(request).toMatchObject(rest);
  expect(request.headers).toEqual([...(contentType ? [["Content-Type", contentType]] : []), ...headers]);
  expect(decidePreflight(request).outcome).not.toBe("refused");
});
