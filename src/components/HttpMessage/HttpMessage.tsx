import type { HeaderLine } from "../../rules/index.ts";

interface Props {
  start: string;
  headers: readonly HeaderLine[];
  /** What the block's head calls it. */
  title: string;
}

/** A start line and headers, as they go over the wire. */
export function HttpMessage({ start, headers, title }: Props) {
  return (
    <figure class="code">
      <figcaption>
        <b>{title}</b>
        <span>HTTP</span>
      </figcaption>
      <pre>
        <code>
          <span class="l k">{start}</span>
          {headers.map(([name, value]) => (
            <>
              {"\n"}
              <span class="l">
                {name}: <span class="s">{value}</span>
              </span>
            </>
          ))}
        </code>
      </pre>
    </figure>
  );
}
