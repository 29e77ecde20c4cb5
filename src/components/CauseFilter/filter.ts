/** Filters the table of causes. What is asked for is in the address, so that it can be linked to. */
import { countShown, partsOf, readFields, writeFields } from "../../client/tableFilter.ts";
import { fold } from "../../search/query.ts";
import { askWhatMessage } from "../Diagnosis/askWhatMessage.ts";
import { writeResultLink } from "../Diagnosis/link.ts";

/** A reader who types pauses about this long between words, in milliseconds. */
const PAUSE = 140;

const form = document.querySelector<HTMLFormElement>("[data-cause-filter]") as HTMLFormElement;
const { fields, status, clear } = partsOf(form);
const diagnosis = form.querySelector("a") as HTMLAnchorElement;

const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-cause]")];
const texts = rows.map((row) => fold(`${row.textContent}\n${row.dataset.lines}`));
const sections = [...document.querySelectorAll("section")];

/** What a message may be about; nothing where a text is no message. */
async function causesOf(text: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const message = await askWhatMessage(text);
    return message ? new Set([...message.causes, ...message.notCors]) : undefined;
  } catch (error) {
    // Words are looked for all the same.
    console.warn(error);
    return undefined;
  }
}

/** Writes what the fields say into the address, at once, and then shows what fits it. */
async function filter(): Promise<void> {
  clear.hidden = !writeFields(fields);

  const [query = ""] = fields.map(({ value }) => value);
  const causes = await causesOf(query);
  // Where somebody typed on meanwhile, what they typed is what counts.
  if (fields[0]?.value === query) show(query, causes);
}

/** Shows the rows that fit what the fields say, and the sections that have any. */
function show(query: string, causes: ReadonlySet<string> | undefined): void {
  const [, engine = "", answer = ""] = fields.map(({ value }) => value);
  const words = [...new Set(fold(query).split(" "))];
  rows.forEach((row, index) => {
    const { cause = "", engines = "", status = "" } = row.dataset;
    const fits = causes ? causes.has(cause) : words.every((word) => texts[index]?.includes(word));
    row.hidden = !fits || !engines.includes(engine) || !status.includes(answer);
  });
  for (const section of sections) section.hidden = !section.querySelector("tr[data-cause]:not([hidden])");
  diagnosis.hidden = !causes;
  diagnosis.hash = causes ? writeResultLink({ paste: query, known: {} }) : "";

  status.textContent = clear.hidden ? "" : countShown(form, rows);
}

let waiting: ReturnType<typeof setTimeout>;
function filterNow(): void {
  clearTimeout(waiting);
  void filter();
}
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, PAUSE);
});
// A choice, or a field that is left: the link that is followed next is to have it.
form.addEventListener("change", filterNow);
clear.addEventListener("click", () => {
  form.reset();
  filterNow();
  fields[0]?.focus();
});

readFields(fields);
void filter();
