/** *Ampleur des difficultés repérées*, with its band, and what it is made of. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { FrameworkWords, PersonRound } from "../../../src/contracts/person.ts";
import {
  difficultyWords,
  extentCell,
  extentSentence,
  figureTitles,
  leftOutWords,
  movedExtentSentence,
  ruleWords,
  provisionalWords,
} from "../../../src/wording/figures.ts";
import { domainLabel } from "../../../src/wording/lead.ts";
import { extentTabWords as words, profileWords } from "../../../src/wording/tab-person.ts";
import { whyColumns, whyWords } from "../../../src/wording/why.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Badge } from "../../ui/page.tsx";
import { Disclosed } from "./parts.tsx";
import { extentIn, rangeIn } from "./reading.ts";
import { useShared } from "./styles.ts";

const HEAVIEST = 12;

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "1rem",
    maxWidth: "30rem",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  band: { position: "absolute", insetBlock: 0, minWidth: "2px", backgroundColor: tokens.colorNeutralStroke1 },
  mark: {
    position: "absolute",
    insetBlock: "-0.25rem",
    width: "4px",
    marginInlineStart: "-2px",
    backgroundColor: tokens.colorNeutralForeground1,
  },
});

interface Shown {
  readonly round: PersonRound;
  readonly framework: FrameworkWords;
}

const Band = ({ round: { extent, range } }: Pick<Shown, "round">) => {
  const styles = useStyles();
  if (extent === null || range === null) return null;
  const { low, high } = range;
  return (
    <div role="img" aria-label={words.bandLabel(extent.value, low.value, high.value)} className={styles.track}>
      <div className={styles.band} style={{ left: `${low.value}%`, width: `${high.value - low.value}%` }} />
      <div className={styles.mark} style={{ left: `${extent.value}%` }} />
    </div>
  );
};

/** Domains with a level, each with what it brings to the figure. */
const Terms = ({ round, framework }: Shown) => (
  <DataTable
    caption={words.table}
    rows={round.findings.filter(({ severity }) => severity !== null)}
    rowId={({ domain }) => domain}
    columns={[
      { id: "domain", title: whyColumns.domain, cell: ({ domain }) => domainLabel(framework, domain) },
      {
        id: "level",
        title: whyColumns.level,
        cell: ({ severity, impact }) => (severity === null ? "" : difficultyWords(framework, { severity, impact })),
      },
      {
        id: "product",
        title: whyColumns.product,
        cell: ({ severity, impact }) => whyWords.product(severity ?? 0, impact ?? 0, (severity ?? 0) * (impact ?? 0)),
      },
    ]}
  />
);

const Families = ({ round: { families } }: Pick<Shown, "round">) => (
  <DataTable
    caption={words.families}
    rows={families}
    rowId={({ label }) => label}
    columns={[
      { id: "family", title: words.family, cell: ({ label }) => label },
      { id: "extent", title: words.outOf, number: true, cell: ({ extent }) => extentCell(extentIn(extent, 1)) },
    ]}
  />
);

const Why = ({ round, framework }: Shown) => {
  const { extent, leftOut } = round;
  const levelled = round.findings.filter(({ severity }) => severity !== null).length;
  const outside = leftOut.map(({ domain, why }) => `${domainLabel(framework, domain)} (${leftOutWords[why]})`);
  return (
    <>
      <p>{extent === null ? whyWords.notComputable : whyWords.extent(extent, HEAVIEST, levelled)}</p>
      {levelled === 0 ? null : <Terms round={round} framework={framework} />}
      {levelled === 0 ? null : <Families round={round} />}
      {outside.length === 0 ? null : <p>{words.leftOut(outside.join(" ; "))}</p>}
      <p>{ruleWords.extentOverDomainsWithLevel}</p>
      <p>{ruleWords.rangeOverDomainsWithoutLevel}</p>
    </>
  );
};

export const ExtentOf = ({ round, framework }: Shown) => {
  const shared = useShared();
  const levelled = round.findings.filter(({ severity }) => severity !== null).length;
  const moved = round.movement;
  const since =
    moved === null
      ? null
      : movedExtentSentence(moved.over, extentIn(moved.from, moved.over), extentIn(moved.to, moved.over));
  return (
    <div className={shared.stack}>
      <div>
        <h3 className={shared.title}>{figureTitles.extent}</h3>
        {round.provisional ? (
          <p className={shared.line}>
            <Badge tone="warning">{profileWords.provisional}</Badge>{" "}
            {provisionalWords(round.addressed.count, framework.thresholds.synthesisAddressed)}
          </p>
        ) : null}
        <p className={shared.line}>{extentSentence(extentIn(round.extent, levelled), rangeIn(round.range))}</p>
        {since === null ? null : <p className={shared.line}>{since}</p>}
      </div>
      <Band round={round} />
      <Disclosed summary={words.why}>{() => <Why round={round} framework={framework} />}</Disclosed>
    </div>
  );
};
