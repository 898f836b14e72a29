/** Every round of the present parcours as it stands: the history of a diagnostic, from its first evaluation on. */
import type { Finding, Round } from "../../domain/diagnostic/assessment.ts";
import type { DomainId, Framework } from "../../domain/framework/schema.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import type { CountingRule } from "../../domain/diagnostic/findings.ts";
import { inForce } from "../../domain/diagnostic/reassessment.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf, readAssessments, roundIdOf } from "./dossier.ts";

export interface RoundSeen {
  readonly round: Round;
  /** The framework that it was made with. */
  readonly framework: Framework;
  readonly findings: ReadonlyMap<DomainId, Finding>;
  /** What a domain known by doing counts for in it. */
  readonly counting: CountingRule;
  /** What was noted before in the same round, the latest first: later evidence never erases earlier. */
  readonly earlier: ReadonlyMap<DomainId, readonly Finding[]>;
}

/** Nothing of health is read without the person's agreement, wherever it may still stand. */
const readable = ({ health }: CaseFile, domain: DomainId): boolean => domain !== "sante" || health === "agreed";

const only = <T>(file: CaseFile, found: ReadonlyMap<DomainId, T>): ReadonlyMap<DomainId, T> =>
  new Map([...found].filter(([domain]) => readable(file, domain)));

const earlierIn = async (services: Services, file: CaseFile, round: number): Promise<RoundSeen["earlier"]> => {
  const found = new Map<DomainId, readonly Finding[]>();
  const key = `round:${roundIdOf(file, round)}`;
  for await (const { doc } of everyDocument(services.store, { kind: "pastFinding", key }))
    found.set(doc.domain, [doc.finding, ...(found.get(doc.domain) ?? [])]);
  return found;
};

const readRound = async (services: Services, file: CaseFile, round: Round): Promise<RoundSeen> => {
  const [assessments, earlier, made] = await Promise.all([
    readAssessments(services, file, round.round),
    earlierIn(services, file, round.round),
    services.frameworks.version(round.frameworkVersion),
  ]);
  return {
    round,
    framework: made ?? services.frameworks.current,
    findings: only(file, findingsOf(assessments)),
    counting: countingOf(file, round),
    earlier: only(file, earlier),
  };
};

/** The heads of the rounds of the present parcours, the first first. */
export const readRoundHeads = async (services: Services, file: CaseFile): Promise<readonly Round[]> => {
  const ids = Array.from({ length: (file.round ?? -1) + 1 }, (_, number) => roundIdOf(file, number));
  const found = await services.store.getMany("round", ids);
  return found.map(({ doc }) => doc).sort((one, other) => one.round - other.round);
};

export const readRounds = (
  services: Services,
  file: CaseFile,
  heads: readonly Round[],
): Promise<readonly RoundSeen[]> => Promise.all(heads.map((round) => readRound(services, file, round)));

/** The last word on each domain: an evaluation that has just been opened hides nothing of those before. */
export const findingsInForce = (rounds: readonly Pick<RoundSeen, "findings">[]): RoundSeen["findings"] =>
  rounds.reduce<RoundSeen["findings"]>((before, { findings }) => inForce(before, findings), new Map());
