/** What helps beside what is difficult, with the same place on the screen; then what the person holds as most important. */
import type { FrameworkWords, PersonRead, PersonRound } from "../../../src/contracts/person.ts";
import { difficultyWords, emptySynthesis } from "../../../src/wording/figures.ts";
import { domainLabel } from "../../../src/wording/lead.ts";
import { personWords as words, profileWords } from "../../../src/wording/tab-person.ts";
import { Badge, EmptyState, Panel, Section } from "../../ui/page.tsx";
import { labelsOf, type Domain } from "./reading.ts";
import { useShared } from "./styles.ts";

interface Shown {
  readonly round: Pick<PersonRound, "findings" | "difficulties">;
  readonly framework: FrameworkWords;
}

const Helps = ({ round, framework }: Shown) => {
  const shared = useShared();
  const found = round.findings.filter(({ strength }) => strength.trim() !== "");
  if (found.length === 0) return <EmptyState>{emptySynthesis.strengths}</EmptyState>;
  return (
    <ul className={shared.plain}>
      {found.map(({ domain, strength }) => (
        <li key={domain}>
          <strong>{domainLabel(framework, domain)}</strong>
          <p className={shared.words}>{strength}</p>
        </li>
      ))}
    </ul>
  );
};

const Difficulty = ({ round, framework, domain }: Shown & { readonly domain: Domain }) => {
  const shared = useShared();
  const found = round.findings.find((one) => one.domain === domain);
  if (found?.severity == null) return null;
  const { severity, impact, priority, gap } = found;
  return (
    <li>
      <strong>{domainLabel(framework, domain)}</strong>
      <p className={shared.words}>{difficultyWords(framework, { severity, impact })}</p>
      {priority || gap !== null ? (
        <div className={shared.badges}>
          {priority ? <Badge tone="good">{profileWords.priority}</Badge> : null}
          {gap === null ? null : <Badge tone="warning">{profileWords.gap}</Badge>}
        </div>
      ) : null}
    </li>
  );
};

const Difficulties = ({ round, framework }: Shown) => {
  const shared = useShared();
  const toExplore = round.findings.filter(({ state }) => state === "toExplore").map(({ domain }) => domain);
  return (
    <>
      {round.difficulties.length === 0 ? (
        <EmptyState>{emptySynthesis.difficulties}</EmptyState>
      ) : (
        <ol className={shared.plain}>
          {round.difficulties.map((domain) => (
            <Difficulty key={domain} round={round} framework={framework} domain={domain} />
          ))}
        </ol>
      )}
      {toExplore.length === 0 ? null : <p>{words.toExplore(labelsOf(framework, toExplore))}</p>}
    </>
  );
};

/** What holds today, whichever evaluation said it. */
export const AtAGlance = ({
  latest,
  inForce,
  framework,
}: Pick<Shown, "framework"> & { readonly latest: PersonRound; readonly inForce: PersonRead["inForce"] }) => {
  const shared = useShared();
  const round = inForce ?? latest;
  const carried = inForce?.carried.length ?? 0;
  const first = round.findings.filter(({ priority }) => priority).map(({ domain }) => domain);
  return (
    <>
      <div className={shared.columns}>
        <Section title={words.sections.helps}>
          <Panel>
            <Helps round={round} framework={framework} />
          </Panel>
        </Section>
        <Section title={words.sections.difficult}>
          <Panel>
            <Difficulties round={round} framework={framework} />
          </Panel>
        </Section>
      </div>
      {carried === 0 ? null : <p>{words.carried(carried)}</p>}
      <p>{first.length === 0 ? emptySynthesis.priorities : words.priorities(labelsOf(framework, first))}</p>
    </>
  );
};
