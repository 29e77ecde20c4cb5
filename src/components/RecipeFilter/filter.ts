/** Filters the table of recipes. What is asked for is in the address, so that it can be linked to. */
import { countShown, partsOf, readFields, writeFields } from "../../client/tableFilter.ts";
import { fold } from "../../search/query.ts";

const form = document.querySelector<HTMLFormElement>("[data-recipe-filter]") as HTMLFormElement;
const { fields, status, clear } = partsOf(form);

const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-recipe]")];
const texts = rows.map((row) => fold(row.textContent));
const groups = [...document.querySelectorAll<HTMLElement>("tbody[data-group]")];

/** Shows the rows that fit what the fields say, and the groups that have any. */
function filter(): void {
  const [query = "", group = "", kind = ""] = fields.map(({ value }) => value);
  clear.hidden = !writeFields(fields);

  const words = fold(query).split(" ");
  rows.forEach((row, index) => {
    const own = row.closest("tbody")?.dataset.group;
    const fits = words.every((word) => texts[index]?.includes(word));
    row.hidden = !fits || (group !== "" && own !== group) || (kind !== "" && row.dataset.kind !== kind);
  });
  for (const body of groups) body.hidden = !body.querySelector("tr[data-recipe]:not([hidden])");

  status.textContent = clear.hidden ? "" : countShown(form, rows);
}

form.addEventListener("input", filter);
clear.addEventListener("click", () => {
  form.reset();
  filter();
  fields[0]?.focus();
});

readFields(fields);
filter();
