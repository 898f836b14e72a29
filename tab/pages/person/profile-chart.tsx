/** The diagnostic as a profile: for each domain, the level that was noted and the person's own on one scale, the same in words beside them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FrameworkWords, Person, PersonRead, PersonRound } from "../../../src/contracts/person.ts";
import { heardLevel, levelWords, movedWords, movementKindWords } from "../../../src/wording/figures.ts";
import { lowerFirst, quoted, upperFirst } from "../../../src/wording/lists.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { stateWords } from "../../../src/wording/situation.ts";
import { profileWords as words } from "../../../src/wording/tab-person.ts";
import { Badge } from "../../ui/page.tsx";
import { foundWords, Notes } from "./notes.tsx";
import { Disclosed } from "./parts.tsx";
import { useShared } from "./styles.ts";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(8rem, 14rem) minmax(7rem, 11rem) 1fr",
    gap: "0.25rem 1rem",
    alignItems: "start",
    paddingBlock: "0.5rem",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 48rem)": { gridTemplateColumns: "1fr" },
  },
  domain: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  scale: {
    position: "relative",
    height: "1.25rem",
    marginInline: "0.75rem",
    maxWidth: "16rem",
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke1}, ${tokens.colorNeutralStroke1})`,
    backgroundSize: "100% 2px",
    backgroundPosition: "center",
    backgroundRepeat: "no-repeat",
  },
  tick: {
    position: "absolute",
    top: "0.375rem",
    height: "0.5rem",
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralStroke1,
  },
  mark: { position: "absolute", borderRadius: tokens.borderRadiusCircular },
  noted: {
    top: "0.1875rem",
    width: "0.875rem",
    height: "0.875rem",
    marginLeft: "-0.4375rem",
    backgroundColor: tokens.colorNeutralForeground1,
  },
  own: {
    top: "0",
    width: "1.25rem",
    height: "1.25rem",
    marginLeft: "-0.625rem",
    boxSizing: "border-box",
    border: `2px solid ${tokens.colorNeutralForeground1}`,
  },
  seen: {
    top: "0.125rem",
    width: "1rem",
    height: "1rem",
    marginLeft: "-0.5rem",
    boxSizing: "border-box",
    borderRadius: 0,
    transform: "rotate(45deg)",
    border: `2px solid ${tokens.colorNeutralForeground1}`,
  },
  legend: { display: "flex", flexWrap: "wrap", gap: "0.25rem 1.5rem", margin: "0 0 0.5rem" },
  key: { display: "inline-flex", gap: "0.5rem", alignItems: "center" },
  sample: { position: "static", marginLeft: 0, flex: "none" },
  family: {
    margin: "1rem 0 0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const PER_LEVEL = 25;
const place = (level: number) => ({ left: `${level * PER_LEVEL}%` });

interface Marks {
  readonly noted: number | null;
  readonly seen: number | null;
  readonly own: number | null;
}

/** What was said keeps its mark beside what was observed: neither stands for the other. */
const marksOf = (found: PersonRound["findings"][number] | undefined): Marks => {
  const seen = found?.seen?.severity ?? null;
  return {
    noted: seen === null ? (found?.severity ?? null) : (found?.said?.severity ?? null),
    seen,
    own: found?.selfSeverity ?? null,
  };
};

const Scale = ({ noted, seen, own }: Marks) => {
  const styles = useStyles();
  if (noted === null && seen === null && own === null) return <span aria-hidden="true" />;
  return (
    <div aria-hidden="true" className={styles.scale}>
      {[0, 1, 2, 3, 4].map((level) => (
        <span key={level} className={styles.tick} style={place(level)} />
      ))}
      {own === null ? null : <span className={mergeClasses(styles.mark, styles.own)} style={place(own)} />}
      {seen === null ? null : <span className={mergeClasses(styles.mark, styles.seen)} style={place(seen)} />}
      {noted === null ? null : <span className={mergeClasses(styles.mark, styles.noted)} style={place(noted)} />}
    </div>
  );
};

const Legend = ({ framework }: { readonly framework: FrameworkWords }) => {
  const styles = useStyles();
  const key = (label: string, mark: string) => (
    <span className={styles.key}>
      <span aria-hidden="true" className={mergeClasses(styles.mark, mark, styles.sample)} />
      {label}
    </span>
  );
  return (
    <p className={styles.legend}>
      {key(words.referentMark, styles.noted)}
      {key(words.seenMark, styles.seen)}
      {key(words.personMark, styles.own)}
      <span>{words.scale(levelWords(framework, 0), levelWords(framework, 4))}</span>
    </p>
  );
};

export interface ProfileProps {
  readonly person: Person;
  readonly read: PersonRead;
  readonly round: PersonRound;
  readonly framework: FrameworkWords;
}
type Domain = FrameworkWords["domains"][number];

/** « Moins de difficulté, de « … » à « … » », since the evaluation before. */
export const movedSince = ({ round, framework }: Pick<ProfileProps, "round" | "framework">, domain: Domain["id"]) => {
  const found = round.movement?.domains.find((one) => one.domain === domain);
  if (found === undefined) return null;
  const kind = movementKindWords[found.kind];
  if (found.from === null || found.kind === "same") return kind;
  return `${kind}, de ${quoted(movedWords(framework, found.from, found.to))} à ${quoted(movedWords(framework, found.to, found.from))}`;
};

/** « Dit le 3 novembre 2026 : gêne légère », then « Observé le… »; nothing where nothing was seen. */
const saidAndSeenWords = (
  framework: FrameworkWords,
  found: PersonRound["findings"][number] | undefined,
): readonly string[] => {
  if (found?.seen == null) return [];
  const { said, seen } = found;
  const level = (heard: typeof seen): string => heardLevel(framework, heard.severity);
  return [
    ...(said === null ? [] : [words.said(dayInWords(said.on), level(said))]),
    words.seenOn(words.seen[seen.kind], dayInWords(seen.on), level(seen)),
  ];
};

/** What stands in place of a level: of health, why nothing is read. */
export const absentWords = ({ health }: PersonRead, domain: Domain["id"]): string => {
  if (domain !== "sante") return stateWords.notAddressed;
  if (health === "withdrawn") return words.healthClosed;
  return health === "refused" ? stateWords.declined : stateWords.notAddressed;
};

const Row = ({ domain, ...props }: ProfileProps & { readonly domain: Domain }) => {
  const styles = useStyles();
  const shared = useShared();
  const { round, framework, read, person } = props;
  const found = round.findings.find((one) => one.domain === domain.id);
  const moved = movedSince(props, domain.id);
  return (
    <li className={styles.row}>
      <span className={styles.domain}>{domain.label}</span>
      <Scale {...marksOf(found)} />
      <div>
        <p className={shared.words}>
          {found === undefined ? absentWords(read, domain.id) : foundWords(framework, found)}
        </p>
        {saidAndSeenWords(framework, found).map((line) => (
          <p key={line} className={shared.words}>
            {line}
          </p>
        ))}
        {found?.selfSeverity == null ? null : (
          <p className={shared.words}>{words.own(lowerFirst(levelWords(framework, found.selfSeverity)))}</p>
        )}
        {moved === null ? null : <p className={shared.muted}>{upperFirst(moved)}.</p>}
        {found?.priority === true || found?.gap != null ? (
          <div className={shared.badges}>
            {found.priority ? <Badge tone="good">{words.priority}</Badge> : null}
            {found.gap === null ? null : <Badge tone="warning">{words.gap}</Badge>}
          </div>
        ) : null}
        {found === undefined ? null : (
          <Disclosed summary={words.notes(domain.label)}>
            {() => <Notes finding={found} framework={framework} person={person} />}
          </Disclosed>
        )}
      </div>
    </li>
  );
};

export const ProfileChart = (props: ProfileProps) => {
  const styles = useStyles();
  const shared = useShared();
  const { framework } = props;
  return (
    <>
      <Legend framework={framework} />
      {framework.families.map((family) => (
        <div key={family.id}>
          <h3 className={styles.family}>{family.label}</h3>
          <ul className={shared.plain} style={{ gap: 0 }}>
            {framework.domains
              .filter((domain) => domain.family === family.id)
              .map((domain) => (
                <Row key={domain.id} {...props} domain={domain} />
              ))}
          </ul>
        </div>
      ))}
    </>
  );
};
