/** Where the person is on their way: what comes first, then what is behind, in the order of the dates. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Person } from "../../../src/contracts/person.ts";
import { dayInWords, dueDateBeside, dueInWords } from "../../../src/wording/dates.ts";
import { suspendedWords } from "../../../src/wording/suspended.ts";
import { milestoneWords, roundWords } from "../../../src/wording/situation.ts";
import { personWords as words } from "../../../src/wording/tab-person.ts";
import { Badge, EmptyState, Section, type Tone } from "../../ui/page.tsx";
import { useShared } from "./styles.ts";

const useStyles = makeStyles({
  line: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: "0 1rem",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr))",
  },
  step: {
    position: "relative",
    paddingBlock: "0.25rem 0.5rem",
    paddingInlineStart: "1.25rem",
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
  dot: {
    position: "absolute",
    left: "-0.4375rem",
    top: "0.5rem",
    width: "0.75rem",
    height: "0.75rem",
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  met: { backgroundColor: tokens.colorNeutralForeground1 },
  what: { display: "block", fontWeight: tokens.fontWeightSemibold },
});

type Met = Person["milestones"]["met"][number];
type Coming = Person["milestones"]["coming"][number];

const metWords = ({ what, round }: Met): string => {
  if (what === "round") return words.met.round(roundWords(round ?? 0));
  return words.met[what];
};
const toneOf = ({ on }: Coming, today: string): Tone => (on < today ? "late" : on === today ? "warning" : "neutral");

const Next = ({ coming, today }: { readonly coming: readonly Coming[]; readonly today: string }) => {
  const shared = useShared();
  if (coming.length === 0) return <EmptyState>{words.nothingComes}</EmptyState>;
  return (
    <ul className={shared.plain}>
      {coming.map((milestone) => (
        <li key={milestone.what} className={shared.badges}>
          <Badge tone={toneOf(milestone, today)}>{dueInWords(milestone.on, today)}</Badge>
          <span>
            {milestoneWords[milestone.what]}
            {dueDateBeside(milestone.on, today)}
            {milestone.announced ? "" : ` (${words.notAnnounced})`}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Behind = ({ met }: { readonly met: readonly Met[] }) => {
  const styles = useStyles();
  return (
    <ol className={styles.line}>
      {met.map((milestone) => (
        <li key={`${milestone.what}${milestone.round ?? ""}`} className={styles.step}>
          <span aria-hidden="true" className={`${styles.dot} ${styles.met}`} />
          <span className={styles.what}>{metWords(milestone)}</span>
          {dayInWords(milestone.on)}
        </li>
      ))}
    </ol>
  );
};

export const Milestones = ({ person }: { readonly person: Person }) => {
  const shared = useShared();
  const { met, coming, pause } = person.milestones;
  return (
    <Section title={words.sections.where}>
      {pause === null ? null : (
        <p>
          <Badge tone="warning">{suspendedWords(pause)}</Badge>
        </p>
      )}
      <h3 className={shared.title}>{words.sections.next}</h3>
      <Next coming={coming} today={person.today} />
      <h3 className={shared.title} style={{ marginTop: "1rem" }}>
        {words.sections.path}
      </h3>
      <Behind met={met} />
    </Section>
  );
};
