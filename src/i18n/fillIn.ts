/** Fills `{name}` in a template. A placeholder without a value stays, so that it is seen. */
export function fillIn(template: string, values: Record<string, string | number | undefined>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
