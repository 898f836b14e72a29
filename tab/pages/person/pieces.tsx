/** *Pièces du dossier*: what is missing, since when and who can complete it; what is there; what will be asked later. Nothing of what was said. */
import type { PiecesOfPerson } from "../../../src/contracts/pieces.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import {
  completerWords,
  personPiecesWords as words,
  pieceSaid,
  piecesViewWords,
  pieceWords,
} from "../../../src/wording/pieces.ts";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Sentences } from "./parts.tsx";
import { useShared } from "./styles.ts";

type Piece = PiecesOfPerson[number];

const Missing = ({ pieces }: { readonly pieces: readonly Piece[] }) => {
  const shared = useShared();
  return (
    <ul className={shared.list}>
      {pieces.map(({ piece, from, who, lacks }) => (
        <li key={piece}>
          <strong>{pieceSaid(piece, lacks)}</strong>
          {from === null ? null : ` · ${piecesViewWords.since(dayInWords(from))}`}
          {` · ${completerWords[who]}`}
        </li>
      ))}
    </ul>
  );
};

const Group = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => {
  const shared = useShared();
  return lines.length === 0 ? null : (
    <div>
      <h3 className={shared.title}>{title}</h3>
      <Sentences lines={lines} />
    </div>
  );
};

const Pieces = ({ pieces }: { readonly pieces: PiecesOfPerson }) => {
  const shared = useShared();
  const of = (state: Piece["state"]): readonly Piece[] => pieces.filter((one) => one.state === state);
  const missing = of("missing");
  const coming = of("notDue").map(({ piece, from }) =>
    words.from(pieceWords[piece], from === null ? null : dayInWords(from)),
  );
  return (
    <Section title={words.title}>
      <Panel>
        {missing.length === 0 ? (
          <EmptyState>{words.allThere}</EmptyState>
        ) : (
          <>
            <h3 className={shared.title}>{words.missing}</h3>
            <Missing pieces={missing} />
          </>
        )}
        <div className={shared.columns} style={{ marginTop: "1rem" }}>
          <Group title={words.there} lines={of("there").map(({ piece }) => pieceWords[piece])} />
          <Group title={words.coming} lines={coming} />
        </div>
      </Panel>
    </Section>
  );
};
export default Pieces;
