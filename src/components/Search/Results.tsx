import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { SearchStrings } from "../../i18n/types.ts";
import type { Marked } from "../../search/excerpt.ts";
import type { Found, Result } from "../../search/searcher.ts";
import { Hops } from "../Hops/Hops.tsx";
import { byKind } from "./byKind.ts";

/** A link that is followed. */
export type Followed = TargetedMouseEvent<HTMLAnchorElement>;

interface GroupsProps {
  results: readonly Result[];
  /** The address that the results' paths are below. */
  base: string;
  t: SearchStrings;
  onOpen(link: Followed): void;
}

/** The results by what they are. */
export function Groups({ results, base, t, onOpen }: GroupsProps) {
  const titleOf = ([first]: readonly Result[]) => t[`search.kind.${first?.kind ?? "page"}`];
  return (
    <>
      {byKind(results).map((group) => (
        <section key={group[0]?.kind} aria-label={titleOf(group)}>
          <h3>{titleOf(group)}</h3>
          <ol>
            {group.map((result) => (
              <Row key={result.path} result={result} base={base} t={t} onOpen={onOpen} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Row({ result, base, t, onOpen }: Omit<GroupsProps, "results"> & { result: Result }) {
  const { path, phase, title, excerpt, lacks, stale } = result;
  const section = excerpt?.section && !path.includes("#") ? excerpt.section : undefined;
  return (
    <li>
      <a class="page" href={base + path} onClick={onOpen}>
        {phase && <Hops phase={phase.id} label={phase.name} />}
        <span>
          <Text text={title} />
        </span>
      </a>
      {stale && <p class="lacks">↻ {t["search.stale"]}</p>}
      {section && (
        <a class="part" href={`${base}${path}#${section.id}`} onClick={onOpen}>
          {section.title}
        </a>
      )}
      {excerpt && (
        <p>
          <Text text={excerpt.text} />
        </p>
      )}
      {lacks.length > 0 && <p class="lacks">{fillIn(t["search.lacks"], { words: list().format(lacks) })}</p>}
    </li>
  );
}

function Text({ text }: { text: Marked }) {
  return <>{text.map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text.replaceAll("`", "")))}</>;
}

interface NotesProps {
  found: Pick<Found, "instead" | "unknown">;
  t: SearchStrings;
  /** Called to look for nothing but what was typed. */
  onExactly(): void;
}

/** What was looked for in place of what was typed, and what is nowhere. */
export function Notes({ found: { instead, unknown }, t, onExactly }: NotesProps) {
  const notes: ComponentChildren[] = instead.map(({ says, because }) =>
    fillIn(t[because === "typo" ? "search.meant" : "search.says"], { says }),
  );
  if (unknown.length > 0) {
    const [before, after] = t[unknown.length > 1 ? "search.unknown.more" : "search.unknown"].split("{words}");
    notes.push(
      <>
        {before}
        {list()
          .formatToParts(unknown)
          .map(({ type, value }) => (type === "element" ? <s>{value}</s> : value))}
        {after}
      </>,
    );
  }
  if (notes.length === 0) return null;
  return (
    <p class="notes">
      {notes.map((note) => (
        <span>{note} </span>
      ))}
      {instead.length > 0 && (
        <button type="button" class="link" onClick={onExactly}>
          {fillIn(t["search.typed"], { typed: instead.map(({ typed }) => typed).join(" ") })}
        </button>
      )}
    </p>
  );
}

/** What puts words into a list in the page's language. */
function list(): Intl.ListFormat {
  return new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
}
