/** What colleagues said of services and nobody confirmed yet: one press each, and the next one is under the hand. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useRef, useState, type RefObject } from "react";
import { settleAnswer, type OfferOverview, type WaitingNoteOut } from "../../../src/contracts/offer.ts";
import { momentInWords } from "../../../src/wording/dates.ts";
import { lowerFirst, upperFirst } from "../../../src/wording/lists.ts";
import { offerNoteWords, saidWords } from "../../../src/wording/services.ts";
import { offerWords, settleWords } from "../../../src/wording/tab-offer.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Message } from "../../ui/message.tsx";
import { usePress } from "./use-press.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "0.75rem" },
  line: { display: "flex", flexWrap: "wrap", gap: "0.5rem 1rem", justifyContent: "space-between" },
  words: { flex: "1 1 16rem", minWidth: 0 },
  said: { marginBlock: "0 0.25rem" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "0.5rem", alignItems: "center" },
  status: { marginBlock: "0.5rem", ":empty": { margin: 0 } },
});

type Offer = Pick<OfferOverview, "today" | "timeZone">;

interface Told {
  readonly of: string;
  readonly words: string;
  readonly well: boolean;
}

const settled = (kind: "confirmed" | "dismissed", said: string, name: string): string =>
  kind === "confirmed" ? settleWords.confirmed(said, name) : settleWords.dismissed(name);

const Note = ({
  note,
  offer,
  tell,
}: {
  readonly note: WaitingNoteOut;
  readonly offer: Offer;
  readonly tell: (told: Told, gone: boolean) => void;
}) => {
  const styles = useStyles();
  const press = usePress("/api/offer/notes/settle", settleAnswer);
  const said = saidWords(note.what, note.weeks);
  const settle = async (to: "confirmed" | "dismissed"): Promise<void> => {
    const answer = await press.send({ note: note.id, to });
    if (answer === undefined) return;
    if (answer.ok) return tell({ of: note.id, words: settled(answer.value.kind, said, note.name), well: true }, true);
    if (answer.problem === "conflict" || answer.problem === "notFound")
      return tell({ of: note.id, words: settleWords.already(note.name), well: true }, true);
    const { title, whatToDo } = tabWords.problems[answer.problem];
    tell({ of: note.id, words: `${settleWords.failed} ${title}. ${whatToDo}`, well: false }, false);
  };
  const which = settleWords.which(said, note.name);
  const button = (to: "confirmed" | "dismissed", words: string) => (
    <Button
      disabledFocusable={press.busy}
      appearance={to === "confirmed" ? "primary" : "secondary"}
      aria-label={`${words} : ${which}`}
      onClick={() => void settle(to)}
    >
      {words}
    </Button>
  );
  const when = momentInWords(note.at, offer.today, offer.timeZone);
  return (
    <Panel className={styles.line}>
      <div className={styles.words}>
        <p className={styles.said}>
          <strong>{upperFirst(said)}</strong> : {offerWords.structure(note.name, note.structure)}
        </p>
        <p className={styles.said}>{settleWords.saidBy(note.by ?? offerNoteWords.someone, lowerFirst(when))}</p>
        {note.structure === null ? <p className={styles.said}>{settleWords.gone}</p> : null}
      </div>
      <div className={styles.buttons}>
        {button("confirmed", settleWords.confirm)}
        {button("dismissed", settleWords.dismiss)}
      </div>
    </Panel>
  );
};

const Status = ({ told, at }: { readonly told: Told | null; readonly at: RefObject<HTMLDivElement | null> }) => {
  const styles = useStyles();
  return (
    <div role="status" tabIndex={-1} ref={at} className={styles.status}>
      {told === null ? null : <Message intent={told.well ? "success" : "warning"}>{told.words}</Message>}
    </div>
  );
};

export const Notes = ({
  offer,
  notes,
  again,
}: {
  readonly offer: Offer;
  readonly notes: NonNullable<OfferOverview["notes"]>;
  readonly again: () => void;
}) => {
  const styles = useStyles();
  const [told, setTold] = useState<Told | null>(null);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const status = useRef<HTMLDivElement>(null);
  /** What was not answered may have been heard all the same. */
  const heard = told?.well === false && !notes.items.some(({ id }) => id === told.of);
  const left = notes.items.filter(({ id }) => !gone.has(id));
  const waiting = Math.max(left.length, notes.waiting - (notes.items.length - left.length));
  const tell = (note: WaitingNoteOut) => (what: Told, isGone: boolean) => {
    setTold(what);
    if (!isGone) return;
    // Its buttons go with it: the focus is kept where what happened is said.
    status.current?.focus();
    setGone((before) => new Set([...before, note.id]));
    again();
  };
  return (
    <Section title={settleWords.title}>
      <Status told={heard ? { of: told.of, words: settleWords.heard, well: true } : told} at={status} />
      {left.length === 0 ? (
        <EmptyState>{offerNoteWords.none}</EmptyState>
      ) : (
        <>
          <p>
            {offerNoteWords.count(waiting, left.length)}. {settleWords.about}
          </p>
          <ul className={styles.list}>
            {left.map((note) => (
              <li key={note.id}>
                <Note note={note} offer={offer} tell={tell(note)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};
