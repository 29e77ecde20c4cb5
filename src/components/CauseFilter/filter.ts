/** Filters the table of causes. What is asked for is in the address, so that it can be linked to. */
import { showInAddress } from "../../client/address.ts";
import { fold } from "../../search/query.ts";
import { fitting } from "./match.ts";

/** A reader who types pauses about this long between words, in milliseconds. */
const PAUSE = 140;

const form = document.querySelector<HTMLFormElement>("[data-cause-filter]") as HTMLFormElement;
const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")];
const status = form.querySelector("[role=status]") as HTMLElement;
const clear = form.querySelector("button") as HTMLButtonElement;

const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-lines]")];
const texts = rows.map((row) => fold(`${row.textContent}\n${row.dataset.lines}`));
const sections = [...document.querySelectorAll("section")];

/** Shows the rows that fit what the fields say, and the sections that have any. */
function filter(): void {
  const [query = "", engine = "", answer = ""] = fields.map(({ value }) => value);
  const fits = fitting(query, texts);
  rows.forEach((row, index) => {
    const { engines = "", status = "" } = row.dataset;
    row.hidden = !fits[index] || !engines.includes(engine) || !status.includes(answer);
  });
  for (const section of sections) section.hidden = !section.querySelector("tr[data-lines]:not([hidden])");

  const shown = rows.filter((row) => !row.hidden).length;
  const asked = fields.filter(({ value }) => value !== "");
  clear.hidden = asked.length === 0;
  const { count = "", none = "" } = form.dataset;
  const found = count.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
  status.textContent = clear.hidden ? "" : shown === 0 ? none : found;
  const search = new URLSearchParams(asked.map(({ name, value }) => [name, value])).toString();
  showInAddress(search && `?${search}`);
}

let waiting: ReturnType<typeof setTimeout>;
function filterNow(): void {
  clearTimeout(waiting);
  filter();
}
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, PAUSE);
});
// A choice, or a field that is left: the link that is followed next is to have it.
form.addEventListener("change", filterNow);
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", () => {
  form.reset();
  filterNow();
  fields[0]?.focus();
});

const asked = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = asked.get(field.name) ?? "";
  // A choice that there is not is none.
  if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
}
filter();
