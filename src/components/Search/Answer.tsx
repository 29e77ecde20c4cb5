import { fillIn } from "../../i18n/fillIn.ts";
import type { SearchStrings } from "../../i18n/types.ts";
import type { Answer as Answered } from "../../search/answer.ts";
import { writeResultLink } from "../Diagnosis/link.ts";
import { type Followed, Groups, Notes } from "./Results.tsx";

/** Another language's results. */
export interface Other {
  language: string;
  name: string;
  base: string;
  answer: Answered;
}

interface Props {
  query: string;
  answer: Answered;
  others: readonly Other[];
  /** The address of the reader's language, with a slash at the end. */
  base: string;
  /** Where somebody can say what is missing. */
  issues?: string | undefined;
  t: SearchStrings;
  onOpen(link: Followed): void;
  onExactly(): void;
  /** Whether this is not the page of all results itself. */
  more: boolean;
}

/** What a search has found, or what else there is. */
export function Answer({ query, answer, others, base, issues, t, onOpen, onExactly, more }: Props) {
  const { causes, results, count } = answer;
  return (
    <>
      <Notes found={answer} t={t} onExactly={onExactly} />
      {causes.length > 0 && (
        <>
          <p class="notes">
            {t["search.message"]}{" "}
            <a href={`${base}diagnose/${writeResultLink({ paste: query, known: {} })}`} onClick={onOpen}>
              {t["search.message.diagnose"]}
            </a>
          </p>
          <Groups results={causes} base={base} t={t} onOpen={onOpen} />
        </>
      )}
      <Groups results={results} base={base} t={t} onOpen={onOpen} />
      {more && count > results.length && (
        <p class="more">
          <a href={`${base}search/?${new URLSearchParams({ q: query })}`} onClick={onOpen}>
            {fillIn(t["search.all"], { count })}
          </a>
        </p>
      )}
      {others.map(
        (other) =>
          other.answer.results.length > 0 && (
            <section class="other" lang={other.language} key={other.language}>
              <h2 lang={document.documentElement.lang}>{fillIn(t["search.other"], { language: other.name })}</h2>
              <Groups results={other.answer.results} base={other.base} t={t} onOpen={onOpen} />
            </section>
          ),
      )}
      {causes.length + results.length === 0 && (
        <Ways query={query} answer={answer} base={base} issues={issues} t={t} onOpen={onOpen} />
      )}
    </>
  );
}

/** Where to go on when nothing is found. */
function Ways({ query, answer, base, issues, t, onOpen }: Omit<Props, "others" | "onExactly" | "more">) {
  const ways = [
    ["diagnose/", t["search.none.diagnose"]],
    ["checker/", t["search.none.checker"]],
    ["causes/", t["search.none.causes"]],
  ] as const;
  return (
    <div class="ways">
      {answer.near.length > 0 && (
        <p>
          {t["search.none.near"]}{" "}
          {answer.near.map(({ path, title }) => (
            <>
              <a href={base + path} onClick={onOpen}>
                {title}
              </a>{" "}
            </>
          ))}
        </p>
      )}
      <p>{t["search.none.ways"]}</p>
      <ul>
        {ways.map(([path, text]) => (
          <li>
            <a href={base + path} onClick={onOpen}>
              {text}
            </a>
          </li>
        ))}
        {issues && (
          <li>
            <a href={`${issues}?${new URLSearchParams({ title: query })}`}>{t["search.none.issue"]}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
