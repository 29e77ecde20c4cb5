// @ts-check
"use strict";

/** In a module's address `#` and `?` end the path; a backslash and a quote do not get through Vite and Astro. */
const unusable = process.platform === "win32" ? /[#?"]/ : /[#?"\\]/;

/**
 * @param {string} folder the project's folder, absolute
 * @throws {Error} where its path holds a character with which Vite cannot build
 */
function checkPath(folder) {
  const [character] = unusable.exec(folder) ?? [];
  if (character === undefined) return;
  throw new Error(
    `The project's folder is ${folder}, and a path with the character ${character} cannot be built.\n` +
      `Move the folder to a path without # ? " and \\, and run the command there.`,
  );
}

module.exports = { checkPath };
