/** A case as a whole: its head, its open round and the fourteen assessments of that round. */
import { DOMAIN_IDS, type DomainId, type Framework } from "../../domain/framework/schema.ts";
import { roundId, type Assessment, type Finding, type Round } from "../../domain/diagnostic/assessment.ts";
import type { SituationRecord } from "../../domain/suggestion/facts.ts";
import type { Recommendation } from "../../domain/suggestion/stored-lead.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

export interface Dossier {
  readonly file: Versioned<CaseFile>;
  readonly round: Versioned<Round> | undefined;
  readonly assessments: ReadonlyMap<DomainId, Versioned<Assessment>>;
  /** The framework that this round was opened with; the one in force before entry. */
  readonly framework: Framework;
}

/** The id of a round of the present parcours. */
export const roundIdOf = ({ code, parcours }: CaseFile, round: number): string => roundId({ code, parcours, round });

/** The assessments of one round of the present parcours, by domain. */
export const readAssessments = async (
  services: Services,
  file: CaseFile,
  round: number,
): Promise<ReadonlyMap<DomainId, Versioned<Assessment>>> => {
  const ids = DOMAIN_IDS.map((domain) => `${roundIdOf(file, round)}.${domain}`);
  const found = await services.store.getMany("assessment", ids);
  return new Map(found.map((entry) => [entry.doc.domain, entry]));
};

export const readDossier = async (services: Services, code: string): Promise<Dossier | undefined> => {
  const file = await services.store.get("case", code);
  if (file === undefined) return undefined;
  if (file.doc.round === null)
    return { file, round: undefined, assessments: new Map(), framework: services.frameworks.current };
  const [round, assessments] = await Promise.all([
    services.store.get("round", roundIdOf(file.doc, file.doc.round)),
    readAssessments(services, file.doc, file.doc.round),
  ]);
  const made = round === undefined ? undefined : await services.frameworks.version(round.doc.frameworkVersion);
  return { file, round, assessments, framework: made ?? services.frameworks.current };
};

/** What is recorded, by domain; a domain that is absent was not spoken of. */
export const findingsOf = (assessments: ReadonlyMap<DomainId, Versioned<Assessment>>): ReadonlyMap<DomainId, Finding> =>
  new Map(
    [...assessments].flatMap(([domain, entry]) =>
      entry.doc.finding === null ? [] : [[domain, entry.doc.finding] as const],
    ),
  );

/** Findings of the round before the open one; undefined at T0. */
export const previousFindings = async (
  services: Services,
  file: CaseFile,
): Promise<ReadonlyMap<DomainId, Finding> | undefined> =>
  file.round === null || file.round === 0
    ? undefined
    : findingsOf(await readAssessments(services, file, file.round - 1));

/** What is known of a person's situation in the present parcours; undefined: nothing was asked yet. A next parcours asks again, since these facts change. */
export const readSituation = (
  services: Services,
  file: Pick<CaseFile, "code" | "parcours">,
): Promise<Versioned<SituationRecord> | undefined> => services.store.get("situation", `${file.code}.${file.parcours}`);

/** *Ma préconisation* of the open round; undefined: not written yet. */
export const readRecommendation = async (
  services: Services,
  file: CaseFile,
): Promise<Versioned<Recommendation> | undefined> =>
  file.round === null ? undefined : services.store.get("recommendation", roundIdOf(file, file.round));
