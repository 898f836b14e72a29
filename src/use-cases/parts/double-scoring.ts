/** A real file scored a second time: what the second référent may read of it, and until when. */
import type { Assessment, Finding } from "../../domain/diagnostic/assessment.ts";
import type { DoubleScoring } from "../../domain/calibration/records.ts";
import { withoutNames } from "../../domain/calibration/without-names.ts";
import { DOMAIN_IDS, type DomainId, type Framework } from "../../domain/framework/schema.ts";
import type { CaseFile, CaseStatus } from "../../domain/participant/case-file.ts";
import { addDays } from "../../domain/participant/days.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { hasRole, type Actor } from "../../domain/people/actor.ts";
import type { Versioned } from "../../ports/store.ts";
import { readAssessments, roundIdOf } from "./dossier.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import { readScoringForm, type ScoringForm } from "./scoring-form.ts";
import type { Services } from "../frame/services.ts";

/** The first evaluation: what the double scoring is about. */
export const SCORED_ROUND = 0;
/** How long a file is open to its second référent. */
export const OPEN_DAYS = 14;

const ENDED: readonly CaseStatus[] = ["cancelled", "reoriented", "left"];
/** Cancelled, merged, over, or gone on with another parcours: nothing of it is scored any more. */
export const mayBeScored = (file: CaseFile, parcours: number): boolean =>
  !ENDED.includes(file.status) && file.mergedInto === null && file.parcours === parcours;

export interface DoubleFile {
  readonly scoring: Versioned<DoubleScoring>;
  readonly file: Versioned<CaseFile>;
}

export const readDouble = async (services: Services, code: string): Promise<DoubleFile | undefined> => {
  const file = await services.store.get("case", code);
  const scoring =
    file === undefined ? undefined : await services.store.get("doubleScoring", roundIdOf(file.doc, SCORED_ROUND));
  return file === undefined || scoring === undefined ? undefined : { scoring, file };
};

/** Open to the second référent alone, while it is offered, and never to whoever follows the person by now. */
export const isOpenTo = (actor: Actor, { scoring: { doc }, file }: DoubleFile, today: string): boolean =>
  hasRole(actor, "referent") &&
  doc.secondId === actor.memberId &&
  file.doc.referentId !== actor.memberId &&
  (doc.state === "offered" || doc.state === "accepted") &&
  today <= doc.until &&
  mayBeScored(file.doc, doc.parcours);

/** The offers that wait for this member, the oldest first: codes and days. */
export const doubleScoringsOpenTo = async (
  services: Services,
  actor: Actor,
): Promise<readonly { readonly code: string; readonly until: string }[]> => {
  const today = services.clock.today();
  const key = `second:${actor.memberId}`;
  // What was offered before is over: the list stays short, whatever was scored over the years.
  const found = await services.store.list({
    kind: "doubleScoring",
    key,
    from: addDays(today, -OPEN_DAYS - 1),
    limit: 200,
  });
  const waiting = found.items.filter(({ doc }) => doc.state === "offered" || doc.state === "accepted");
  const files = await Promise.all(waiting.map(({ doc }) => readDouble(services, doc.code)));
  return files.flatMap((double) =>
    double === undefined || !isOpenTo(actor, double, today)
      ? []
      : [{ code: double.file.doc.code, until: double.scoring.doc.until }],
  );
};

/** What was noted of a domain, as its second reader sees it: no level, no weight, no author, no name. */
export interface Noted {
  readonly strength: string;
  readonly facts: string;
  readonly situations: readonly string[];
  readonly source: Pick<NonNullable<Finding["source"]>, "kind" | "on"> | null;
}

export interface DoubleLoaded extends DoubleFile {
  /** Whether this member may read and score it now. */
  readonly open: boolean;
  readonly form: ScoringForm;
  readonly framework: Framework;
  readonly noted: ReadonlyMap<DomainId, Noted>;
}

/**
 * Domains to score: those that had a level when the file was offered, as they were noted then. One that was written again since is left
 * out, so that both score the same words; health, without the person's agreement.
 */
const notedIn = (
  { scoring: { doc }, file }: DoubleFile,
  assessments: ReadonlyMap<DomainId, Versioned<Assessment>>,
  { identity, writers }: { readonly identity: Identity; readonly writers: readonly string[] },
): DoubleLoaded["noted"] =>
  new Map(
    DOMAIN_IDS.flatMap((domain) => {
      const finding = assessments.get(domain)?.doc.finding ?? null;
      if (finding === null || doc.first[domain] === undefined || finding.at > doc.at) return [];
      if (domain === "sante" && file.doc.health !== "agreed") return [];
      const { situations, source } = finding;
      const noted: Noted = {
        strength: withoutNames(finding.strength, identity, writers),
        facts: withoutNames(finding.facts, identity, writers),
        situations,
        source: source === null ? null : { kind: source.kind, on: source.on },
      };
      return [[domain, noted] as const];
    }),
  );

/** The framework that the round was made with. */
const frameworkOf = async (services: Services, round: string): Promise<Framework> => {
  const made = await services.store.get("round", round);
  const version = made === undefined ? undefined : await services.frameworks.version(made.doc.frameworkVersion);
  return version ?? services.frameworks.current;
};

/** Reads a file for whoever scores it a second time. */
export const loadDouble = async (
  services: Services,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<Result<DoubleLoaded>> => {
  const double = await readDouble(services, code);
  const identity = await services.store.get("identity", code);
  if (double === undefined || identity === undefined) return refused("noSuchCase");
  const { round } = double.scoring.doc;
  const id = roundIdOf(double.file.doc, round);
  const [assessments, framework, form] = await Promise.all([
    readAssessments(services, double.file.doc, round),
    frameworkOf(services, id),
    readScoringForm(services, `double.${id}.${actor.memberId}`),
  ]);
  const open = isOpenTo(actor, double, services.clock.today());
  const carriers = new Set([double.scoring.doc.firstId, double.file.doc.referentId]);
  const writers = [...carriers].flatMap((id) => services.people.byObjectId(id)?.name ?? []);
  const noted = notedIn(double, assessments, { identity: identity.doc, writers });
  return done({ ...double, open, form, framework, noted });
};

/** Anybody else, before, after, and for a case that does not exist: one and the same answer. */
export const secondOnly = (_actor: Actor, { open }: DoubleLoaded): RefusalCode | null => (open ? null : "noSuchCase");
