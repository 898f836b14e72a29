/**
 * What a reader sees of a case under study: what colleagues wrote, no more than the channel shows, or no level at all. Of health the same is always
 * said: its silence would tell as much as a level.
 */
import { DOMAIN_IDS, type DomainId, type Impact, type Severity } from "../framework/schema.ts";
import { hasRole, type Actor } from "../people/actor.ts";
import { readsWords } from "./members.ts";
import type { FrozenFinding, Snapshot } from "./records.ts";

export const HEALTH: DomainId = "sante";
const SEEN: readonly DomainId[] = DOMAIN_IDS.filter((domain) => domain !== HEALTH);

/** Where something helps already. */
export const helpsIn = ({ findings }: Pick<Snapshot, "findings">): readonly DomainId[] =>
  SEEN.filter((domain) => (findings[domain]?.strength ?? "").trim() !== "");

export const foundIn = ({
  findings,
}: Pick<Snapshot, "findings">): readonly { readonly domain: DomainId; readonly finding: FrozenFinding }[] =>
  SEEN.flatMap((domain) => {
    const finding = findings[domain];
    return finding === undefined ? [] : [{ domain, finding }];
  });

/** What colleagues wrote; what the channel shows; or, for who takes notes and reads no level, what is asked and proposed. */
export type Reading = "words" | "channel" | "noLevel";
export const readingOf = (actor: Pick<Actor, "roles">): Reading => {
  if (readsWords(actor)) return "words";
  return hasRole(actor, "membreCellule") ? "channel" : "noLevel";
};

export interface SeenDifficulty {
  readonly domain: DomainId;
  /** Null: still to be explored. */
  readonly severity: Severity | null;
  readonly impact: Impact | null;
}

/**
 * The heaviest first; what is not spoken of, declined or not applicable is no lack, and is not there. How much each weighs for the person, and what
 * comes first for them, are for those who read their words.
 */
export const difficultiesFor = (snapshot: Snapshot, reading: Reading): readonly SeenDifficulty[] => {
  if (reading === "noLevel") return [];
  const whole = reading === "words";
  const found = foundIn(snapshot);
  const heaviest = found
    .flatMap(({ domain, finding: { severity, impact, priority } }) =>
      severity === null || severity === 0
        ? []
        : [{ domain, severity, impact, priority, weight: severity * (impact ?? 0) }],
    )
    .sort((one, other) => (whole ? Number(other.priority) - Number(one.priority) : 0) || other.weight - one.weight)
    .map(({ domain, severity, impact }) => ({ domain, severity, impact: whole ? impact : null }));
  const toExplore = found.filter(({ finding }) => finding.state === "toExplore");
  return [...heaviest, ...toExplore.map(({ domain }) => ({ domain, severity: null, impact: null }))];
};

export interface SeenCase extends Pick<Snapshot, "question" | "ageBand" | "communeGroup" | "urgentOpen" | "withdrawn"> {
  readonly reading: Reading;
  readonly helps: readonly DomainId[];
  /** Without health, which is seen in the sitting. */
  readonly difficulties: readonly SeenDifficulty[];
  /** `words`, `why`, `on`: null for who does not read what was written. */
  readonly person: {
    readonly agreement: NonNullable<Snapshot["personView"]>["agreement"];
    readonly heard: boolean;
    readonly words: string | null;
    readonly on: string | null;
  } | null;
  readonly recommendation: {
    readonly choice: NonNullable<Snapshot["recommendation"]>["choice"];
    readonly why: string | null;
  } | null;
  readonly lead: Snapshot["lead"];
  readonly provisional: boolean;
}

/** A partner reads what the channel shows, and no word of anybody but the question. */
export const seenBy = (actor: Pick<Actor, "roles">, snapshot: Snapshot): SeenCase => {
  const reading = readingOf(actor);
  const whole = reading === "words";
  const { question, ageBand, communeGroup, urgentOpen, withdrawn, personView, recommendation, lead } = snapshot;
  return {
    ...{ reading, question, ageBand, communeGroup, urgentOpen, withdrawn, lead },
    helps: helpsIn(snapshot),
    difficulties: difficultiesFor(snapshot, reading),
    person:
      personView === null
        ? null
        : {
            ...{ agreement: personView.agreement, heard: personView.heard },
            words: whole ? personView.words : null,
            on: whole ? personView.on : null,
          },
    recommendation:
      recommendation === null ? null : { choice: recommendation.choice, why: whole ? recommendation.why : null },
    provisional: whole && snapshot.provisional,
  };
};
