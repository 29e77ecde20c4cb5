/** A box on a page that diagnoses nothing itself: what is written into it is carried to the page that does. */

import { writeResultLink } from "./link.ts";

document.querySelector<HTMLFormElement>("[data-carry]")?.addEventListener("submit", (event) => {
  const { diagnose } = event.submitter?.dataset ?? {};
  const paste = new FormData(event.currentTarget as HTMLFormElement).get("q");
  if (!diagnose || typeof paste !== "string" || paste.trim() === "") return;
  event.preventDefault();
  // A fragment is sent to no server.
  location.assign(diagnose + writeResultLink({ paste, known: {} }));
});
