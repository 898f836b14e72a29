/** The open sitting: the case under study, who is there, how many opinions, what follows. */
import { makeStyles } from "@fluentui/react-components";
import type { AgendaCase, CellView } from "../../../src/contracts/cells.ts";
import { agendaWords } from "../../../src/wording/agenda.ts";
import { timeInWords } from "../../../src/wording/dates.ts";
import { orErased } from "../../../src/wording/lead.ts";
import { quoted } from "../../../src/wording/lists.ts";
import { reviewLabel } from "../../../src/wording/reviews.ts";
import { sittingWords } from "../../../src/wording/sitting.ts";
import { askedOf, countsInWords, tabCellsWords as words } from "../../../src/wording/tab-cells.ts";
import { Announce, Panel, Section } from "../../ui/page.tsx";
import { CaseName, Mark } from "./case-words.tsx";

const useStyles = makeStyles({
  panels: {
    display: "grid",
    gap: "0.75rem",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 16rem), 1fr))",
    alignItems: "start",
  },
  title: { marginBlock: "0 0.25rem", fontSize: "1rem" },
  led: { marginBlock: "0.25rem 0.75rem" },
  line: { marginBlock: "0.25rem" },
  names: { margin: 0, paddingInlineStart: "1.25rem" },
});

const Current = ({ one, view }: { readonly one: AgendaCase; readonly view: CellView }) => {
  const styles = useStyles();
  const { stand } = one;
  const { presentation, whole } = view.minutesEach;
  const since = view.sitting?.currentSince ?? null;
  const mine = view.waiting?.find(({ id }) => id === one.id);
  const asked = mine === undefined ? null : askedOf(mine);
  return (
    <>
      <p className={styles.line}>
        <strong>
          <CaseName {...one} />
        </strong>
      </p>
      {one.question === null ? null : <p className={styles.line}>{quoted(orErased(one.question))}</p>}
      {one.presentedBy === null ? null : <p className={styles.line}>{sittingWords.presents(one.presentedBy)}</p>}
      {since === null ? null : (
        <p className={styles.line}>{sittingWords.taken(timeInWords(since, view.timeZone), presentation, whole)}</p>
      )}
      <p className={styles.line}>
        {stand.counts === null
          ? sittingWords.opinions(stand.given, stand.voters)
          : sittingWords.revealed(countsInWords(stand.counts))}
      </p>
      <p className={styles.line}>
        <Mark>{sittingWords.quorum(stand.present, stand.quorum)}</Mark>
      </p>
      {asked === null ? null : <p className={styles.line}>{words.asked(asked)}</p>}
    </>
  );
};

const waits = ({ status, current }: AgendaCase): boolean => !current && status !== "decided" && status !== "withdrawn";

const Afterwards = ({ next }: { readonly next: readonly AgendaCase[] }) => {
  const styles = useStyles();
  if (next.length === 0) return <p className={styles.line}>{words.nothingAfter}</p>;
  return (
    <ol className={styles.names}>
      {next.map((one) => (
        <li key={one.id}>
          <CaseName {...one} />
        </li>
      ))}
    </ol>
  );
};

const Present = ({ names }: { readonly names: readonly string[] }) => {
  const styles = useStyles();
  if (names.length === 0) return <p className={styles.line}>{sittingWords.presentNobody}</p>;
  return (
    <>
      <p className={styles.line}>{sittingWords.presentCount(names.length)}</p>
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
};

export const OpenSitting = ({ view }: { readonly view: CellView }) => {
  const styles = useStyles();
  const { sitting, agenda, timeZone } = view;
  if (sitting === null) return null;
  const current = agenda.find((one) => one.current);
  const led = [
    agendaWords.openSince(timeInWords(sitting.openedAt, timeZone)),
    ...(sitting.ledBy === null ? [] : [sittingWords.ledBy(sitting.ledBy)]),
    ...(sitting.secretary === null ? [] : [sittingWords.secretary(sitting.secretary)]),
  ];
  return (
    <Section title={words.sitting}>
      <p className={styles.led}>{led.join(" · ")}</p>
      <Announce>{current === undefined ? "" : `${words.current} : ${reviewLabel(current.id)}`}</Announce>
      <div className={styles.panels}>
        <Panel>
          <h3 className={styles.title}>{words.current}</h3>
          {current === undefined ? (
            <p className={styles.line}>{words.noCurrent}</p>
          ) : (
            <Current one={current} view={view} />
          )}
        </Panel>
        <Panel>
          <h3 className={styles.title}>{words.presentTitle}</h3>
          <Present names={sitting.present} />
        </Panel>
        <Panel>
          <h3 className={styles.title}>{words.afterwards}</h3>
          <Afterwards next={agenda.filter(waits)} />
        </Panel>
      </div>
    </Section>
  );
};
