/** What a cell reads of a situation before it is revealed and decided: codes in words, and the one question. Health and urgent points stay out. */
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { Day } from "../../src/domain/participant/codes.ts";
import type { FullReason, Snapshot } from "../../src/domain/review/records.ts";
import { foundIn, helpsIn } from "../../src/domain/review/seen.ts";
import { cardWords } from "../../src/wording/channel.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { levelWords } from "../../src/wording/figures.ts";
import {
  domainLabel,
  domainLabels,
  leadLabel,
  orErased,
  outcomeWords,
  recommendationWords,
} from "../../src/wording/lead.ts";
import { enumerated, lowerFirst } from "../../src/wording/lists.ts";
import { ageBandWords, communeGroupWords, fullReasonWords } from "../../src/wording/reviews.ts";

interface Line {
  readonly title: string;
  readonly value: string;
}

/** What is known of a review once it is frozen, before it has a card. */
export interface Presented {
  readonly dueOn: Day | null;
  readonly fullBecause: readonly FullReason[];
  readonly snapshot: Snapshot;
}

export interface ReviewLines {
  readonly question: { readonly label: string; readonly text: string };
  readonly facts: Line[];
  readonly difficulties: { readonly label: string; readonly lines: string[] };
  readonly voices: Line[];
}

/** By weight; what is not spoken of, declined or not applicable is no lack, and is not there. */
const difficultyLines = (framework: Framework, snapshot: Snapshot): string[] => {
  const found = foundIn(snapshot);
  const heaviest = found
    .flatMap(({ domain, finding: { severity, impact } }) =>
      severity === null || severity === 0 ? [] : [{ domain, severity, weight: severity * (impact ?? 0) }],
    )
    .sort((one, other) => other.weight - one.weight)
    .map(({ domain, severity }) => `${domainLabel(framework, domain)} : ${levelWords(framework, severity)}`);
  const open = found.flatMap(({ domain, finding }) =>
    finding.state === "toExplore" ? [`${domainLabel(framework, domain)} : ${cardWords.toExplore}`] : [],
  );
  return [...heaviest, ...open];
};

/** Why the full study; that an urgent point is open is never a sentence of a channel. */
const reasonWords = (because: readonly FullReason[]): string =>
  because
    .filter((reason) => reason !== "urgent")
    .map((reason, index) => (index === 0 ? fullReasonWords[reason] : lowerFirst(fullReasonWords[reason])))
    .join(", ");

const personWords = ({ personView }: Snapshot): string =>
  personView === null
    ? cardWords.noPersonView
    : [cardWords.agreement[personView.agreement], ...(personView.heard ? [cardWords.heard] : [])].join(", ");

const leadWords = (framework: Framework, { lead, withdrawn }: Snapshot): string => {
  if (lead === null) return withdrawn ? cardWords.leadWithdrawn : cardWords.noLead;
  const { first, equivalents, outcome } = lead;
  if (first === null) return cardWords.notReliable;
  const proposed =
    outcome === "reorient"
      ? outcomeWords(framework, { kind: "reorient", to: first })
      : outcomeWords(framework, { kind: outcome });
  const others = equivalents.filter((kind) => kind !== first).map((kind) => leadLabel(framework, kind));
  return [
    proposed,
    ...(lead.toDiscuss ? [cardWords.toDiscuss] : []),
    ...(lead.solid === null ? [] : [lead.solid ? cardWords.solid : cardWords.fragile]),
    ...(lead.relays === 0 ? [] : [cardWords.relays(lead.relays)]),
    ...(others.length === 0 ? [] : [cardWords.equivalents(enumerated(others))]),
  ].join(", ");
};

const voicesOf = (framework: Framework, snapshot: Snapshot): Line[] => {
  const { voices, noRecommendation } = cardWords;
  const { recommendation } = snapshot;
  const proposed = recommendation === null ? noRecommendation : recommendationWords(framework, recommendation.choice);
  return [
    { title: voices.referent, value: proposed },
    { title: voices.person, value: personWords(snapshot) },
    { title: voices.method, value: leadWords(framework, snapshot) },
  ];
};

/** A place keeps its capitals. */
const whoWords = ({ ageBand, communeGroup }: Snapshot): string => {
  const group = communeGroupWords(communeGroup);
  return `${ageBandWords[ageBand]}, ${communeGroup === null ? lowerFirst(group) : group}`;
};

const factsOf = (framework: Framework, { dueOn, fullBecause, snapshot }: Presented): Line[] => {
  const { facts, inTheTab } = cardWords;
  const helps = helpsIn(snapshot);
  const reasons = reasonWords(fullBecause);
  return [
    ...(dueOn === null ? [] : [{ title: facts.due, value: facts.before(dayInWords(dueOn)) }]),
    ...(reasons === "" ? [] : [{ title: facts.why, value: reasons }]),
    { title: facts.person, value: whoWords(snapshot) },
    ...(helps.length === 0 ? [] : [{ title: facts.helps, value: domainLabels(framework, helps) }]),
    // Said of everybody: a line that is there for some would tell of them.
    { title: facts.health, value: inTheTab },
    { title: facts.urgent, value: inTheTab },
  ];
};

/** The same lines on the card of the channel and on what the référent reads before presenting a situation. */
export const reviewCardLines = (framework: Framework, presented: Presented): ReviewLines => {
  const { snapshot } = presented;
  const lines = difficultyLines(framework, snapshot);
  return {
    question: { label: cardWords.question, text: orErased(snapshot.question) },
    facts: factsOf(framework, presented),
    difficulties: { label: cardWords.difficulties, lines: lines.length === 0 ? [cardWords.noDifficulty] : lines },
    voices: voicesOf(framework, snapshot),
  };
};
