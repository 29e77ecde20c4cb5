/** Filters the table of recipes. What is asked for is in the address, so that it can be linked to. */
import { showInAddress } from "../../client/address.ts";
import { fold } from "../../search/query.ts";

const form = document.querySelector<HTMLFormElement>("[data-recipe-filter]") as HTMLFormElement;
const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")];
const status = form.querySelector("[role=status]") as HTMLElement;
const clear = form.querySelector("button") as HTMLButtonElement;

const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-recipe]")];
const texts = rows.map((row) => fold(row.textContent));
const groups = [...document.querySelectorAll<HTMLElement>("tbody[data-group]")];

/** Shows the rows that fit what the fields say, and the groups that have any. */
function filter(): void {
  const [query = "", group = "", kind = ""] = fields.map(({ value }) => value);
  const chosen = fields.filter(({ value }) => value !== "");
  const search = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
  showInAddress(search && `?${search}`);
  clear.hidden = chosen.length === 0;

  const words = fold(query).split(" ");
  rows.forEach((row, index) => {
    const own = row.closest("tbody")?.dataset.group;
    const fits = words.every((word) => texts[index]?.includes(word));
    row.hidden = !fits || (group !== "" && own !== group) || (kind !== "" && row.dataset.kind !== kind);
  });
  for (const body of groups) body.hidden = !body.querySelector("tr[data-recipe]:not([hidden])");

  const shown = rows.filter((row) => !row.hidden).length;
  const { count = "", none = "" } = form.dataset;
  const found = count.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
  status.textContent = clear.hidden ? "" : shown === 0 ? none : found;
}

form.addEventListener("input", filter);
clear.addEventListener("click", () => {
  form.reset();
  filter();
  fields[0]?.focus();
});

const params = new URLSearchParams(location.search);
for (const field of fields) {
  // What is in a field already was typed while this was loaded.
  field.value = params.get(field.name) ?? field.value;
  // A choice that there is not is none.
  if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
}
filter();
