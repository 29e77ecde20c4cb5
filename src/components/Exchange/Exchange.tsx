import type { CheckerStrings } from "../../i18n/types.ts";
import type { CorsRequest } from "../../rules/index.ts";
import { Words } from "../Words/Words.tsx";
import { type Arrow, isHttpUrl } from "./arrow.ts";

const MARK: Partial<Record<Arrow["state"], string>> = { preflight: "▲ ", ok: "● ", broken: "✕ " };

interface Props {
  request: CorsRequest;
  arrows: readonly Arrow[];
  t: CheckerStrings;
}

/** The exchange between browser and server, drawn as arrows; for a screen reader, a list of steps. */
export function Exchange({ request, arrows, t }: Props) {
  return (
    <figure class="exchange" aria-label={t["exchange.label"]}>
      <figcaption>
        <span>
          {t["exchange.browser"]} <small>{request.origin}</small>
        </span>
        <span>
          {t["exchange.server"]} <small>{hostOf(request.url)}</small>
        </span>
      </figcaption>
      <ol>
        {arrows.map((arrow) => (
          <li class={`to-${arrow.to} ${arrow.state}`}>
            <span class="hidden">{t[`exchange.to-${arrow.to}`]}</span>
            <b>
              <span aria-hidden="true">{MARK[arrow.state]}</span>
              {arrow.label}
            </b>
            {arrow.notes.map((note) => (
              <small>
                <Words text={note} />
              </small>
            ))}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Of a scheme that is not HTTP's there is none. */
function hostOf(url: string): string {
  return isHttpUrl(url) ? new URL(url).origin : "";
}
