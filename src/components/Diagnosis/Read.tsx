import type { ShownPiece } from "../../diagnose/index.ts";
import type { DiagnoseStrings } from "../../i18n/types.ts";
import { nameOf, placeOf } from "./readWords.ts";

/** So many pieces are shown; more of them nobody looks through. */
const SHOWN = 12;

interface Props {
  pieces: readonly ShownPiece[];
  /** Whether lines can be told: of a file that is not in the field nobody sees any. */
  hasLines: boolean;
  t: DiagnoseStrings;
}

/** What was read in the paste, as rows of a list of descriptions: where it stands, what it is, and its words. */
export function Read({ pieces, hasLines, t }: Props) {
  return (
    <>
      {pieces.slice(0, SHOWN).map((piece) => (
        <div>
          <dt>
            {nameOf(piece, t)}
            {hasLines && <small> {placeOf(piece, t)}</small>}
          </dt>
          {piece.text && (
            <dd>
              <mark lang={piece.language ?? "en"}>{piece.text}</mark>
            </dd>
          )}
        </div>
      ))}
    </>
  );
}
