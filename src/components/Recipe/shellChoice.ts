/** Chooses the shell of the commands: the one that the reader chose last, else the one that their system starts. */
import type { ShellId } from "../../generator/shells.ts";

/** Where the choice stays for all recipes. Storage may be turned off; then it lasts for this page. */
const KEY = "shell";

function chosenLast(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const ofSystem: ShellId = navigator.platform.startsWith("Win") ? "powershell" : "bash";
const chosen = chosenLast() ?? ofSystem;
for (const radio of document.querySelectorAll<HTMLInputElement>("[name=shell]")) {
  if (radio.value === chosen) radio.checked = true;
  radio.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, radio.value);
    } catch {}
  });
}
