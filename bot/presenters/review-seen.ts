/** What the cell saw of a case, in own chats: no name, no level of health; what helps stands before what is difficult. */
import type { SeenByCell } from "../../cards/review/seen.ts";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { Actor } from "../../src/domain/people/actor.ts";
import type { Snapshot } from "../../src/domain/review/records.ts";
import { difficultiesFor, HEALTH, helpsIn, readingOf, type Reading } from "../../src/domain/review/seen.ts";
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
interface Lengths {
  readonly question: number;
  /** 0: nothing of what was written is read. */
  readonly text: number;
  readonly listed: boolean;
}

const text = (typed: string, atMost: number): string[] =>
  atMost === 0 || typed.trim() === "" ? [] : [quoted(readable(typed, atMost))];

const helps = (framework: Framework, snapshot: Snapshot): string => {
  const domains = helpsIn(snapshot);
  return domains.length === 0 ? seenWords.noStrength : domainLabels(framework, domains);
};

/** What the person says of the synthesis. */
export const personSaid = ({ personView }: Snapshot, lengths: Lengths = WHOLE): string =>
  personView === null
    ? seenWords.noView
    : [
        lengths.text === 0
          ? `${agreementWords[personView.agreement]}.`
          : `${agreementWords[personView.agreement]}, le ${dayInWords(personView.on)}.`,
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

/** Of health the same is always said. */
const difficulties = (framework: Framework, snapshot: Snapshot, reading: Reading): SeenByCell["difficulties"] => {
  if (reading === "noLevel") return [];
  const found = difficultiesFor(snapshot, reading).map(({ domain, severity, impact }) => ({
    label: labelOf(framework, domain),
    text: severity === null ? stateWords.toExplore : difficultyWords(framework, { severity, impact }),
  }));
  return [...found, { label: labelOf(framework, HEALTH), text: seenInSitting }];
};

const inOneLine = (lines: SeenByCell["difficulties"]): string =>
  lines.map(({ label, text: said }) => `${label} (${lowerFirst(said)})`).join(" ; ");

const NOT_THERE: SeenByCell = {
  who: "",
  question: seenWords.notThere,
  voices: [{ label: seenWords.labels.helps, text: seenWords.noStrength }],
  difficulties: [],
  warnings: [],
};

const { labels } = seenWords;
const voicesOf = (framework: Framework, snapshot: Snapshot, lengths: Lengths): SeenByCell["voices"] => [
  { label: labels.helps, text: helps(framework, snapshot) },
  { label: labels.person, text: personSaid(snapshot, lengths) },
  { label: labels.referent, text: recommended(framework, snapshot, lengths) },
  { label: labels.method, text: pointedTo(framework, snapshot) },
];

/** A partner reads what the channel shows, and no word of anybody but the question. */
export const seenOf = (
  framework: Framework,
  snapshot: Snapshot | undefined,
  lengths: Lengths,
  actor: Pick<Actor, "roles">,
): SeenByCell => {
  if (snapshot === undefined) return NOT_THERE;
  const reading = readingOf(actor);
  const difficult = difficulties(framework, snapshot, reading);
  const inLine =
    lengths.listed || difficult.length === 0 ? [] : [{ label: labels.difficult, text: inOneLine(difficult) }];
  return {
    who: [ageBandWords[snapshot.ageBand], communeGroupWords(snapshot.communeGroup)].join(" · "),
    question: readable(orErased(snapshot.question), lengths.question),
    voices: [...voicesOf(framework, snapshot, reading === "words" ? lengths : { ...lengths, text: 0 }), ...inLine],
    difficulties: lengths.listed ? difficult : [],
    warnings: [
      ...(snapshot.urgentOpen ? [seenWords.urgentOpen] : []),
      ...(snapshot.provisional && reading === "words" ? [seenWords.provisional] : []),
    ],
  };
};
