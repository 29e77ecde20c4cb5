import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decidePreflight } from "../../rules/index.ts";
import { languages } from "../../site.config.ts";
import { presets } from "./presets.ts";
import { toRequest } from "./state.ts";

const guides = join(import.meta.dirname, "../../../content/guides");
/** Every `<Checker preset>` of the guides, with the calls that the guide's code makes. */
const shown = readdirSync(guides).flatMap((guide) =>
  languages.flatMap((language) => {
    const file = join(guides, guide, `${language}.mdx`);
    if (!existsSync(file)) return [];
    const text = readFileSync(file, "utf8");
    const calls = [...text.matchAll(/^```js\n(.*?)^```/gms)].flatMap(([, code = ""]) => callIn(code) ?? []);
    const names = [...text.matchAll(/<Checker preset="([^"]+)"/g)].map(([, name = ""]) => name as keyof typeof presets);
    return names.map((name) => ({ guide, language, name, calls }));
  }),
);

/** The request that a call of `fetch()`, axios or an `EventSource` in a guide makes: what of it decides. */
function callIn(code: string) {
  const [, caller = "", axiosMethod = ""] = /\b(fetch|EventSource|axios\.(\w+))\(/.exec(code) ?? [];
  const url = /\(\s*["'](https?:[^"']+)["']/.exec(code)?.[1];
  if (!url) return undefined;
  return {
    api: axiosMethod ? "xhr" : caller.toLowerCase(),
    url,
    method: axiosMethod.toUpperCase() || (/method: ["'](\w+)["']/.exec(code)?.[1] ?? "GET"),
    credentials: /credentials: ["']include["']|withCredentials: true/.test(code) ? "include" : "same-origin",
    // axios sends an object as JSON by itself, but not a form.
    isJson: axiosMethod ? !/\bFormData\b/.test(code) : /application\/json/.test(code),
    hasToken: /\bAuthorization:/.test(code),
  };
}

test.for(shown)("$guide in $language: the preset $name is a request of its code", ({ name, calls }) => {
  const { api, url, method, credentials, contentType, headers } = presets[name];
  const names = headers.map(([header]) => header);
  expect(calls).toContainEqual({
    api,
    url,
    method,
    credentials,
    isJson: contentType === "application/json",
    hasToken: names.includes("Authorization"),
  });
});

test("every preset but the checker's own is shown by a guide", () => {
  expect([...new Set(shown.map(({ name }) => name))].sort()).toEqual(
    Object.keys(presets)
      .filter((name) => name !== "default")
      .sort(),
  );
});

test.for(Object.entries(presets))("%s can be asked as it is: the form leaves nothing of it out", ([, preset]) => {
  const { contentType, headers, preflight: _, response: __, ...rest } = preset;
  const request = toRequest(preset);
  expect(request).toMatchObject(rest);
  expect(request.headers).toEqual([...(contentType ? [["Content-Type", contentType]] : []), ...headers]);
  expect(decidePreflight(request).outcome).not.toBe("refused");
});
