import { describe, expect, test } from "vitest";
import { filledIn } from "../../tests/support/filledIn.ts";
import { defaultParams } from "./params.ts";
import { shownPart, shownWhole } from "./shown.ts";
import { fillRecipe, type Slot } from "./slots.ts";

const file = `events {}
http {
    # #region cors
    map $http_origin $origin {
        "https://app.example.com" 1;
    }
    list (
        "Authorization",
        "Content-Type"
    );
    age 600;
    # #endregion
}
`;
const slots: Slot[] = [
  { value: "origins", text: '"https://app.example.com"', as: "nginx", line: true },
  { value: "headers", text: '"Authorization",\n        "Content-Type"', as: "nginx", join: ",\n        " },
  { value: "maxAge", text: "age «600»" },
];

describe("the part that a page shows", () => {
  test("is the region without its common indentation, ended by one line break", () => {
    const { text } = shownPart(file, slots);
    expect(text).toMatch(/^map \$http_origin/);
    expect(text).toContain('\n    "https://app.example.com" 1;\n}\n');
    expect(text).toMatch(/\nage 600;\n$/);
    expect(text).not.toContain("region");
  });

  test("names each slot's place, also of one that is several lines", () => {
    const { text, placed } = shownPart(file, slots);
    expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual([
      '    "https://app.example.com" 1;\n',
      '"Authorization",\n    "Content-Type"',
      "age 600",
    ]);
  });

  test("filled in is what filling the region gives, without the indentation", () => {
    const params = { ...defaultParams, origins: ["https://a.example", "https://b.example"], maxAge: 5 };
    const region = /cors\n([\s\S]*?) +# #endregion/.exec(file)?.[1] ?? "";
    const whole = fillRecipe(region, slots, params).replace(/^ {4}/gm, "");
    expect(filledIn(shownPart(file, slots), params)).toBe(whole);
  });

  test("has no marks of other regions in it", () => {
    const nested = "a\n// #region cors\n// #region proxy\nb\n// #endregion\n// #endregion\nc\n";
    expect(shownPart(nested, []).text).toBe("b\n");
    expect(shownWhole(nested, [])?.text).toBe("a\nb\nc\n");
    expect(shownWhole(nested.slice(2, -2), [])).toBeUndefined();
  });

  test("of a file without marks is all of it", () => {
    expect(shownPart('\n{ "a": 600 }\n\n', [{ value: "maxAge", text: '"a": «600»' }]).text).toBe('\n{ "a": 600 }\n');
  });

  test("keeps the end of a last line that is a slot", () => {
    const one: Slot = { value: "origins", text: '"https://app.example.com"', as: "json", line: true };
    const params = { ...defaultParams, origins: ["https://a.example", "https://b.example"] };
    expect(filledIn(shownPart('"https://app.example.com"', [one]), params)).toBe(
      '"https://a.example"\n"https://b.example"\n',
    );
  });
});

describe("the whole file", () => {
  test("is without the marks, and has its slots where they are", () => {
    const whole = shownWhole(file, slots);
    expect(whole?.text).toBe(file.replace(/.*region.*\n/g, ""));
    expect(whole?.placed.map(({ start, end }) => whole.text.slice(start, end))[2]).toBe("age 600");
  });

  test("of a file without marks is nothing more than its part", () => {
    expect(shownWhole("{}\n", [])).toBeUndefined();
  });
});
