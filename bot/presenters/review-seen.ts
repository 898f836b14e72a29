/** What the cell saw of a case, in own chats: no name, no level of health; what helps stands before what is difficult. */
import type { SeenByCell } from "../../cards/review/seen.ts";
import { DOMAIN_IDS, type DomainId, type Framework } from "../../src/domain/framework/schema.ts";
import type { Snapshot } from "../../src/domain/review/records.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { difficultyWords } from "../../src/wording/figures.ts";
import { domainLabels, leadLabel, orErased, recommendationWords, outcomeWords } from "../../src/wording/lead.ts";
import { lowerFirst, quoted } from "../../src/wording/lists.ts";
import { seenWords } from "../../src/wording/opinion.ts";
import { ageBandWords, communeGroupWords, seenInSitting } from "../../src/wording/reviews.ts";
import { agreementWords, stateWords } from "../../src/wording/situation.ts";
import { labelOf, readable } from "./top.ts";

/** How much is shown of what was written. */
export const WHOLE = { question: 1_000, text: 400, listed: true } as const;
/** Beside the opinions of thirteen members: what is difficult is one line among the others. */
export const SHORTENED = { question: 400, text: 200, listed: false } as const;
type Lengths = typeof WHOLE | typeof SHORTENED;

/** Said of health whatever is known or not: a silence would tell as much as a level. */
const HEALTH: DomainId = "sante";
const SHOWN: readonly DomainId[] = DOMAIN_IDS.filter((domain) => domain !== HEALTH);

const text = (typed: string, atMost: number): string[] =>
  typed.trim() === "" ? [] : [quoted(readable(typed, atMost))];

const helps = (framework: Framework, { findings }: Snapshot): string => {
  const domains = SHOWN.filter((domain) => (findings[domain]?.strength ?? "").trim() !== "");
  return domains.length === 0 ? seenWords.noStrength : domainLabels(framework, domains);
};

/** What the person says of the synthesis. */
export const personSaid = ({ personView }: Snapshot, lengths: Lengths = WHOLE): string =>
  personView === null
    ? seenWords.noView
    : [
        `${agreementWords[personView.agreement]}, le ${dayInWords(personView.on)}.`,
        ...text(personView.words, lengths.text),
        ...(personView.heard ? [seenWords.heard] : []),
      ].join(" ");

export const recommended = (framework: Framework, { recommendation }: Snapshot, lengths: Lengths = WHOLE): string =>
  recommendation === null
    ? seenWords.noRecommendation
    : [`${recommendationWords(framework, recommendation.choice)}.`, ...text(recommendation.why, lengths.text)].join(
        " ",
      );

/** « Cap emploi (fragile) ». */
export const pointedTo = (framework: Framework, { lead, withdrawn }: Snapshot): string => {
  if (lead === null) return withdrawn ? seenWords.leadWithdrawn : seenWords.noLead;
  if (lead.first === null) return seenWords.notReliable;
  const outcome =
    lead.outcome === "reorient" ? leadLabel(framework, lead.first) : outcomeWords(framework, { kind: lead.outcome });
  const notes = [
    ...(lead.toDiscuss ? [seenWords.toDiscuss] : []),
    ...(lead.solid === null ? [] : [lead.solid ? seenWords.solid : seenWords.fragile]),
  ];
  return notes.length === 0 ? outcome : `${outcome} (${notes.join(", ")})`;
};

/** The heaviest first; what is not spoken of, declined or not applicable is no lack, and is not there. */
const difficulties = (framework: Framework, { findings }: Snapshot): SeenByCell["difficulties"] => {
  const found = SHOWN.flatMap((domain) => {
    const finding = findings[domain];
    return finding === undefined ? [] : [{ label: labelOf(framework, domain), finding }];
  });
  const heaviest = found
    .flatMap(({ label, finding: { severity, impact, priority } }) =>
      severity === null || severity === 0
        ? []
        : [{ label, severity, impact, priority, weight: severity * (impact ?? 0) }],
    )
    .sort((one, other) => Number(other.priority) - Number(one.priority) || other.weight - one.weight)
    .map(({ label, severity, impact }) => ({ label, text: difficultyWords(framework, { severity, impact }) }));
  const toExplore = found
    .filter(({ finding }) => finding.state === "toExplore")
    .map(({ label }) => ({ label, text: stateWords.toExplore }));
  return [...heaviest, ...toExplore, { label: labelOf(framework, HEALTH), text: seenInSitting }];
};

const inOneLine = (lines: SeenByCell["difficulties"]): string =>
  lines.map(({ label, text: said }) => `${label} (${lowerFirst(said)})`).join(" ; ");

export const seenOf = (framework: Framework, snapshot: Snapshot | undefined, lengths: Lengths = WHOLE): SeenByCell => {
  if (snapshot === undefined)
    return {
      who: "",
      question: seenWords.notThere,
      voices: [{ label: seenWords.labels.helps, text: seenWords.noStrength }],
      difficulties: [],
      warnings: [],
    };
  const { labels } = seenWords;
  const difficult = difficulties(framework, snapshot);
  return {
    who: [ageBandWords[snapshot.ageBand], communeGroupWords(snapshot.communeGroup)].join(" · "),
    question: readable(orErased(snapshot.question), lengths.question),
    voices: [
      { label: labels.helps, text: helps(framework, snapshot) },
      { label: labels.person, text: personSaid(snapshot, lengths) },
      { label: labels.referent, text: recommended(framework, snapshot, lengths) },
      { label: labels.method, text: pointedTo(framework, snapshot) },
      ...(lengths.listed ? [] : [{ label: labels.difficult, text: inOneLine(difficult) }]),
    ],
    difficulties: lengths.listed ? difficult : [],
    warnings: [
      ...(snapshot.urgentOpen ? [seenWords.urgentOpen] : []),
      ...(snapshot.provisional ? [seenWords.provisional] : []),
    ],
  };
};
