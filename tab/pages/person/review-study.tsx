/** One study of a case: four views side by side, then what the cell saw, what was said once revealed, and what was decided. */
import type { FrameworkWords, Person, PersonRead } from "../../../src/contracts/person.ts";
import type { PersonStudy, SeenByCell } from "../../../src/contracts/person-reviews.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { decidedCardWords, proofWords } from "../../../src/wording/decision.ts";
import {
  asideReasonWords,
  leadLabel,
  orErased,
  outcomeWords,
  passedOnWords,
  recommendationWords,
} from "../../../src/wording/lead.ts";
import { enumerated, quoted } from "../../../src/wording/lists.ts";
import { reviewWords, seenWords } from "../../../src/wording/opinion.ts";
import { cardWords } from "../../../src/wording/channel.ts";
import { ageBandWords, communeGroupWords, outcomeWords as decisionWords } from "../../../src/wording/reviews.ts";
import { agreementWords } from "../../../src/wording/situation.ts";
import { profileWords, reviewTabWords as words, urgentTabWords } from "../../../src/wording/tab-person.ts";
import { domainLabel } from "../../../src/wording/lead.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Facts, Disclosed, type Fact } from "./parts.tsx";
import { foundWords } from "./notes.tsx";
import { frameworkOf, labelsOf, momentOf, referredIn } from "./reading.ts";
import { useShared } from "./styles.ts";

interface Props {
  readonly study: PersonStudy;
  readonly person: Person;
  readonly read: PersonRead;
  readonly framework: FrameworkWords;
}
type Said = Pick<NonNullable<PersonStudy["decision"]>, "outcome" | "to">;

/** « Mission locale (Accueil du centre-ville) ». */
const placeOf = (framework: FrameworkWords, { lead, service }: NonNullable<Said["to"]>): string =>
  service === null ? leadLabel(framework, lead) : `${leadLabel(framework, lead)} (${service})`;

const saidWords = (framework: FrameworkWords, { outcome, to }: Said): string =>
  to === null ? decisionWords[outcome] : `${decisionWords[outcome]} : ${placeOf(framework, to)}`;

/** For who receives the RSA, to whom the proposal is passed on. */
const decidedWords = ({ read, framework }: Pick<Props, "read" | "framework">, said: Said): string => {
  const { onRsa, body } = referredIn(read);
  return onRsa && said.outcome === "reorient" && said.to !== null
    ? passedOnWords(body, placeOf(framework, said.to))
    : saidWords(framework, said);
};

const personSaid = ({ view }: SeenByCell): string =>
  view === null
    ? seenWords.noView
    : [
        `${agreementWords[view.agreement]}, le ${dayInWords(view.on)}.`,
        ...(view.words === "" ? [] : [quoted(view.words)]),
        ...(view.heard ? [seenWords.heard] : []),
      ].join(" ");

const recommended = (framework: FrameworkWords, { recommendation, withdrawn }: SeenByCell): string => {
  if (recommendation === null) return seenWords.noRecommendation;
  const why = recommendation.why === "" && !withdrawn ? [] : [orErased(recommendation.why)];
  return [`${recommendationWords(framework, recommendation.choice)}.`, ...why].join(" ");
};

const pointedTo = (framework: FrameworkWords, { lead, withdrawn }: SeenByCell): string => {
  if (lead === null) return withdrawn ? seenWords.leadWithdrawn : seenWords.noLead;
  if (lead.first === null) return seenWords.notReliable;
  const outcome =
    lead.outcome === "reorient" ? leadLabel(framework, lead.first) : outcomeWords(framework, { kind: lead.outcome });
  const notes = [
    ...(lead.toDiscuss ? [seenWords.toDiscuss] : []),
    ...(lead.solid === null ? [] : [lead.solid ? seenWords.solid : seenWords.fragile]),
    ...(lead.steps === 0 ? [] : [words.steps(lead.steps)]),
    ...(lead.relays === 0 ? [] : [cardWords.relays(lead.relays)]),
  ];
  const unmet = lead.unmet.filter(({ by }) => by === "unmet").map(({ domain }) => domain);
  return [
    `${outcome}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}.`,
    ...(unmet.length === 0 ? [] : [words.unmet(labelsOf(framework, unmet))]),
  ].join(" ");
};

/** The person, the référent, the method, the decision: none of them hides another. */
const Sides = (props: Props) => {
  const { study, framework } = props;
  const { seen, decision } = study;
  const decided: readonly Fact[] =
    decision === null ? [] : [{ label: reviewWords.sides.decision, value: decidedWords(props, decision) }];
  if (seen === null) return <Facts facts={decided} />;
  const { sides } = reviewWords;
  return (
    <Facts
      facts={[
        { label: sides.person, value: personSaid(seen) },
        { label: sides.referent, value: recommended(framework, seen) },
        { label: sides.method, value: pointedTo(framework, seen) },
        ...decided,
      ]}
    />
  );
};

const Seen = ({ seen, framework }: { readonly seen: SeenByCell; readonly framework: FrameworkWords }) => {
  const shared = useShared();
  return (
    <>
      {seen.withdrawn ? <p>{words.seenWithdrawn}</p> : null}
      {seen.provisional ? <p>{seenWords.provisional}</p> : null}
      {seen.urgentOpen ? <p>{urgentTabWords.open(1)}.</p> : null}
      <p className={shared.line}>
        {words.who} : {ageBandWords[seen.ageBand]} · {communeGroupWords(seen.communeGroup)}
      </p>
      <DataTable
        caption={words.findings}
        rows={seen.findings}
        rowId={({ domain }) => domain}
        columns={[
          { id: "domain", title: profileWords.columns.domain, cell: ({ domain }) => domainLabel(framework, domain) },
          { id: "found", title: words.noted, cell: (found) => foundWords(framework, found) },
          { id: "helps", title: seenWords.labels.helps, cell: ({ strength }) => strength },
          { id: "facts", title: profileWords.facts, cell: ({ facts }) => facts },
        ]}
      />
    </>
  );
};

const Opinions = (props: Props) => {
  const shared = useShared();
  const { opinions } = props.study;
  if (opinions === null) return null;
  return (
    <>
      <p className={shared.line}>
        <strong>{words.opinions(opinions.length)}</strong>
      </p>
      <ul className={shared.list}>
        {opinions.map(({ by, notedBy, outcome, to, why, next }, index) => (
          <li key={index}>
            {words.opinion(by ?? words.someone, saidWords(props.framework, { outcome, to }))} {orErased(why)}
            {next === "" ? "" : ` ${reviewWords.next(next)}`}
            {notedBy === null ? "" : ` (${reviewWords.notedBy(notedBy)})`}
          </li>
        ))}
      </ul>
    </>
  );
};

const Decision = ({ study: { decision } }: Props) => {
  const shared = useShared();
  if (decision === null) return null;
  const { by, on, reasons, departs, proofs, next, secondUntil } = decision;
  return (
    <>
      <p className={shared.line}>{words.decidedBy(dayInWords(on), by)}</p>
      <p className={shared.words}>{orErased(reasons)}</p>
      {departs === null ? null : <p>{reviewWords.departs(asideReasonWords[departs])}</p>}
      {proofs.length === 0 ? null : <p>{words.proofs(enumerated(proofs.map((proof) => proofWords[proof])))}</p>}
      {next === "" ? null : <p>{decidedCardWords.noted(next)}</p>}
      {secondUntil === null ? null : <p>{decidedCardWords.second(dayInWords(secondUntil))}</p>}
    </>
  );
};

export const Study = (props: Props) => {
  const shared = useShared();
  const { study, person, read, framework } = props;
  const { seen } = study;
  const version = seen === null ? framework : (frameworkOf(read, seen.version) ?? framework);
  const own = { ...props, framework: version };
  return (
    <div className={shared.stack}>
      {seen === null ? (
        <p className={shared.muted}>{words.notSeen}</p>
      ) : (
        <p className={shared.words}>
          {words.question} : {quoted(orErased(seen.question))}
        </p>
      )}
      <Sides {...own} />
      <div>
        <Decision {...own} />
      </div>
      <div>
        <Opinions {...own} />
      </div>
      {seen === null ? null : (
        <Disclosed summary={words.seen(momentOf(person, seen.at))}>
          {() => <Seen seen={seen} framework={version} />}
        </Disclosed>
      )}
    </div>
  );
};
