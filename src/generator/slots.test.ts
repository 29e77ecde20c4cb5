import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { defaultParams } from "./params.ts";
import { cutAtSlots, fillRecipe, type Slot, unwritableIn } from "./slots.ts";
import { Inexpressible, type Syntax, syntaxes } from "./syntaxes.ts";

fc.configureGlobal({ seed: takeSeed("Texts in slots") });

const two = { ...defaultParams, origins: ["https://a.example", "https://b.example"] };

test("with the default parameters a recipe is what its file holds", () => {
  const text = 'origins = ["https://app.example.com"]\nage = 600\n';
  const slots: Slot[] = [
    { value: "origins", text: '"https://app.example.com"', as: "js", join: ", " },
    { value: "maxAge", text: "age = «600»" },
  ];
  expect(fillRecipe(text, slots, defaultParams)).toBe(text);
});

describe("a list", () => {
  test("is one text, or one text for each member", () => {
    const text = 'a "GET, POST" b "GET", "POST"';
    const slots: Slot[] = [
      { value: "methods", text: '"GET, POST"', as: "js" },
      { value: "methods", text: '"GET", "POST"', as: "js", join: " | " },
    ];
    expect(fillRecipe(text, slots, { ...two, methods: ["PUT", "PATCH"] })).toBe('a "PUT, PATCH" b "PUT" | "PATCH"');
  });

  test("repeats its line, with every place in it", () => {
    const slots: Slot[] = [{ value: "origins", text: '"o"', as: "nginx", line: true }];
    expect(fillRecipe('map {\n  "o" "o";\n}', slots, two)).toBe(
      'map {\n  "https://a.example" "https://a.example";\n  "https://b.example" "https://b.example";\n}',
    );
  });

  test("repeats a last line that has no end", () => {
    const slots: Slot[] = [{ value: "headers", text: "'h'", as: "php", line: true }];
    expect(fillRecipe("x\n'h'", slots, { ...two, headers: ["a", "b"] })).toBe("x\n'a'\n'b'");
  });
});

describe("credentials", () => {
  const slots: Slot[] = [{ value: "credentials", text: "credentials()", line: true }];

  test("leave their line out where they are off", () => {
    expect(fillRecipe("a\n  credentials();\nb\n", slots, { ...two, credentials: false })).toBe("a\nb\n");
    expect(fillRecipe("a\n  credentials();\nb\n", slots, two)).toBe("a\n  credentials();\nb\n");
  });

  test("or give way to another word", () => {
    const word: Slot[] = [{ value: "credentials", text: "credentials: true", off: "credentials: false" }];
    expect(fillRecipe("{ credentials: true }", word, { ...two, credentials: false })).toBe("{ credentials: false }");
  });
});

test("a value with the signs of a replacement is taken literally", () => {
  const slots: Slot[] = [{ value: "headers", text: "X «h»", as: "js" }];
  expect(fillRecipe("X h", slots, { ...two, headers: ["$&", "$1"] })).toBe('X "$&, $1"');
});

test.for(["a\nb", "a\r", "\u0000", "é", "\u2028"])("%j is written in no syntax", (value) => {
  const slots: Slot[] = [{ value: "headers", text: "h", as: "js" }];
  expect(() => fillRecipe("h", slots, { ...two, headers: [value] })).toThrow(Inexpressible);
});

test("what a slot cannot write is what filling it fails at", () => {
  const text = fc.string({ unit: fc.constantFrom(..."aZ0,-$%&'\"\\*{}[]().!^= é\n"), maxLength: 8 });
  const syntax = fc.constantFrom(...(Object.keys(syntaxes) as Syntax[]));
  let unwritten = 0;
  fc.assert(
    fc.property(text, syntax, (header, as) => {
      const slot: Slot = { value: "headers", text: "h", as };
      const fill = () => fillRecipe("h", [slot], { ...two, headers: [header] });
      const character = unwritableIn(slot, header);
      if (character === undefined) expect(fill).not.toThrow();
      else expect(fill).toThrow(expect.objectContaining({ character }));
      unwritten += character === undefined ? 0 : 1;
    }),
    { numRuns: 2000 },
  );
  expect(unwritten).toBeGreaterThan(100);
});

test("a slot that is not in the text, or that overlaps another, is an error", () => {
  const slot: Slot = { value: "maxAge", text: "max «600»" };
  expect(() => cutAtSlots("max 700", [slot])).toThrow('The slot for maxAge, "max «600»", is not in the text.');
  expect(() => cutAtSlots("max 600", [slot, { value: "maxAge", text: "600" }])).toThrow("overlaps");
});
