import type { HeaderLine } from "../../rules/index.ts";

/** A start line and headers, as they go over the wire. */
export function HttpMessage({ start, headers }: { start: string; headers: readonly HeaderLine[] }) {
  return (
    <pre class="code" tabIndex={0}>
      <code>
        <span class="k">{start}</span>
        {headers.map(([name, value]) => (
          <>
            {"\n"}
            <span class="f">{name}</span>: {value}
          </>
        ))}
      </code>
    </pre>
  );
}
