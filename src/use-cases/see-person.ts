/** One person on a page: who they are and where they stand; for who reads the case, all that is known and decided with them. */
import { z } from "zod";
import type { CasePieces } from "../domain/completeness/records.ts";
import type { Handover } from "../domain/handover/records.ts";
import type { Round } from "../domain/diagnostic/assessment.ts";
import { ESF_STAGES } from "../domain/esf/codes.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { PastParcours } from "../domain/participant/case-file.ts";
import type { Contested } from "../domain/rights/codes.ts";
import { mayReadArchived, maySeeCompleteness, type Actor } from "../domain/people/actor.ts";
import type { SituationRecord } from "../domain/suggestion/facts.ts";
import type { Recommendation } from "../domain/suggestion/stored-lead.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { readContacts, type ContactsSeen } from "./parts/read-contacts.ts";
import { readPoints, type PointsSeen } from "./parts/read-points.ts";
import { openContests } from "./parts/read-rights.ts";
import { readHandovers } from "./parts/read-handovers.ts";
import { query } from "./frame/use-case.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { readRecommendation, readSituation } from "./parts/dossier.ts";
import { readEsf, type EsfOfCase } from "./parts/esf.ts";
import { readPieces } from "./parts/read-pieces.ts";
import { readActionsOf, type ActionsSeen } from "./parts/read-actions-of.ts";
import { aboutCode } from "./parts/on-case.ts";
import { readReviewsOf, type ReviewSeen } from "./parts/read-studies.ts";
import { readRoundHeads, readRounds, type RoundSeen } from "./parts/read-rounds.ts";
import { standingOf, type Standing } from "./parts/study-of.ts";
import type { TargetCell } from "../domain/participant/target-cell.ts";
import { targetOf } from "./parts/target-of.ts";

const input = z.strictObject({ code: participantCode });

/** What only who reads the case reads. */
export interface PersonFile {
  readonly rounds: readonly RoundSeen[];
  readonly situation: SituationRecord | undefined;
  readonly recommendation: Recommendation | undefined;
  readonly reviews: readonly ReviewSeen[];
  /** Earlier parcours of the same person, the last first. */
  readonly before: readonly PastParcours[];
  /** Who called for an urgent point, as it was typed, by the instant it was raised; for the référent of the case. */
  readonly calledBy: ReadonlyMap<string, string>;
  readonly handovers: readonly Handover[];
  readonly contacts: ContactsSeen;
  readonly points: PointsSeen;
  /** What the person contests, waiting for its answer. */
  readonly contested: readonly Contested[];
}

export interface PersonView extends CaseView {
  readonly heads: readonly Round[];
  readonly standing: Standing;
  readonly target: TargetCell | null;
  readonly actions: ActionsSeen;
  /** Null: nobody is asked before their first interview. */
  readonly esf: readonly EsfOfCase[] | null;
  /** What their file holds and what is missing, whatever was said; null: nothing is looked at (a death, a mistake, an archive). */
  readonly pieces: CasePieces["pieces"] | null;
  readonly read: PersonFile | null;
}

const PARCOURS_AT_MOST = 20;

const calledBy = async (services: Services, { dossier, may }: CaseView): Promise<ReadonlyMap<string, string>> => {
  const { code, urgent } = dossier.file.doc;
  const settled = may.carry ? urgent.filter((flag) => flag.done !== null) : [];
  const ids = settled.map(({ id, raisedAt }) => `urgentDone.${code}.${id}.${raisedAt}`);
  const typed = await services.store.getMany("draft", ids);
  const names = new Map(typed.map(({ doc }) => [doc.id, doc.inputs["doneBy"] ?? ""]));
  return new Map(settled.map(({ id, raisedAt }, index) => [`${id}.${raisedAt}`, names.get(ids[index] ?? "") ?? ""]));
};

const readFile = async (
  services: Services,
  actor: Actor,
  view: CaseView,
  heads: readonly Round[],
): Promise<PersonFile> => {
  const file = view.dossier.file.doc;
  const past = { kind: "pastParcours", key: `case:${file.code}`, limit: PARCOURS_AT_MOST, descending: true } as const;
  const [rounds, situation, recommendation, reviews, before, called, handovers, contacts, points, contested] =
    await Promise.all([
      readRounds(services, file, heads),
      readSituation(services, file),
      readRecommendation(services, file),
      readReviewsOf(services, actor, view),
      services.store.list(past),
      calledBy(services, view),
      readHandovers(services, file),
      readContacts(services, file),
      readPoints(services, file),
      openContests(services, file.code),
    ]);
  return {
    rounds,
    situation: situation?.doc,
    recommendation: recommendation?.doc,
    reviews,
    before: before.items.map(({ doc }) => doc),
    calledBy: called,
    handovers,
    contacts,
    points,
    contested,
  };
};

const readEsfOf = (services: Services, { dossier }: CaseView): Promise<readonly EsfOfCase[] | null> => {
  const file = dossier.file.doc;
  if (file.entry === null || file.status === "cancelled") return Promise.resolve(null);
  return Promise.all(ESF_STAGES.map((stage) => readEsf(services, file, stage)));
};

/** Read from the same facts as the lists, now: what was just done is there. */
const piecesOfCase = async (
  services: Services,
  { dossier, identity, due }: CaseView,
): Promise<CasePieces["pieces"] | null> => {
  const file = dossier.file.doc;
  const [situation, handovers] = await Promise.all([readSituation(services, file), readHandovers(services, file)]);
  const known = { dossier, identity, due, situationAsked: situation !== undefined, handovers };
  return (await readPieces(services, known))?.pieces ?? null;
};

/** *La personne*. The assistante reads identity, milestones and completeness: nothing else is even read for her. */
export const seePerson = query<z.infer<typeof input>, CaseView, PersonView>({
  act: "person.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, { dossier: { file } }) =>
    maySeeCompleteness(actor, file.doc) || mayReadArchived(actor, file.doc) ? null : "noSuchCase",
  run: async (services, actor, view) => {
    const heads = await readRoundHeads(services, view.dossier.file.doc);
    const read = view.may.readLevels ? await readFile(services, actor, view, heads) : null;
    const actions = await readActionsOf(services, view.dossier.file.doc.code, view.may.readLevels);
    const [standing, esf, pieces] = await Promise.all([
      standingOf(services, view),
      readEsfOf(services, view),
      piecesOfCase(services, view),
    ]);
    return done({ ...view, heads, standing, target: targetOf(services, view), actions, esf, pieces, read });
  },
});
