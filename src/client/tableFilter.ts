/** What the filters of two tables do alike: their fields are in the address, and they say how much is shown. */
import { showInAddress } from "./address.ts";

type Field = HTMLInputElement | HTMLSelectElement;

/** The parts of a filter's form. */
export function partsOf(form: HTMLFormElement) {
  return {
    fields: [...form.querySelectorAll<Field>("[name]")],
    status: form.querySelector("[role=status]") as HTMLElement,
    clear: form.querySelector("button") as HTMLButtonElement,
  };
}

/** Writes what is asked for into the address, so that it can be linked to. @returns whether anything is */
export function writeFields(fields: readonly Field[]): boolean {
  const chosen = fields.filter(({ value }) => value !== "");
  const search = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
  showInAddress(search && `?${search}`);
  return chosen.length > 0;
}

/** Fills the fields with what the address asks for. */
export function readFields(fields: readonly Field[]): void {
  const params = new URLSearchParams(location.search);
  for (const field of fields) {
    // What is in a field already was typed while this was loaded.
    field.value = params.get(field.name) ?? field.value;
    // A choice that there is not is none.
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
  }
}

/** How many of a table's rows are shown, in the form's own words. */
export function countShown({ dataset }: HTMLFormElement, rows: readonly HTMLElement[]): string {
  const shown = rows.filter((row) => !row.hidden).length;
  const { count = "", none = "" } = dataset;
  return shown === 0 ? none : count.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
}
