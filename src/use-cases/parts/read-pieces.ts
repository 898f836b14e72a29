/** What is missing in one file, from what is recorded of it. */
import type { Action } from "../../domain/activation/records.ts";
import type { Filled, PieceFacts } from "../../domain/completeness/facts.ts";
import { piecesOf } from "../../domain/completeness/pieces-of.ts";
import type { CasePieces } from "../../domain/completeness/records.ts";
import type { Handover } from "../../domain/handover/records.ts";
import { ESF_STAGES, type EsfStage } from "../../domain/esf/codes.ts";
import { esfAnswersId } from "../../domain/esf/records.ts";
import { esfStage, sheetStanding, type SheetStanding } from "../../domain/esf/standing.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { runningClock } from "../../domain/participant/running-clock.ts";
import type { Milestone } from "../../domain/participant/milestones.ts";
import type { Services } from "../frame/services.ts";
import type { Dossier } from "./dossier.ts";
import { exitPresented } from "./exit-presented.ts";
import { esfQuestionnaire } from "./read-esf.ts";
import { toldOf } from "./told-of.ts";

/** What the projector has read already. */
export interface ReadAlready {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly due: readonly Milestone[];
  readonly situationAsked: boolean;
  /** Of every parcours. */
  readonly handovers: readonly Handover[];
}

const FILLED: Readonly<Record<SheetStanding["state"], Filled>> = {
  ...{ notYet: "notBegun", blank: "notBegun", begun: "begun", complete: "complete", signed: "complete" },
};

const NOT_BEGUN: PieceFacts["esf"] = { entry: "notBegun", exit: "notBegun", later: "notBegun" };

/** Nobody who was not received is asked anything. */
const esfOf = async (services: Services, head: CaseFile, laterMonths: number): Promise<PieceFacts["esf"]> => {
  if (head.entry === null) return NOT_BEGUN;
  const found = await services.store.getMany(
    "esfAnswers",
    ESF_STAGES.map((stage) => esfAnswersId({ ...head, stage })),
  );
  const of = async (stage: EsfStage): Promise<Filled> => {
    const sheet = found.find(({ doc }) => doc.stage === stage)?.doc;
    if (sheet === undefined) return "notBegun";
    const asked = await esfQuestionnaire(services, stage, sheet.version);
    return FILLED[sheetStanding(esfStage(head, stage, laterMonths), asked, sheet).state];
  };
  const [entry, exit, later] = await Promise.all([of("entry"), of("exit"), of("later")]);
  return { entry, exit, later };
};

const ACTIONS_AT_MOST = 100;
const actionsOf = async ({ store }: Services, { code, parcours, activation }: CaseFile): Promise<readonly Action[]> => {
  if (activation === null) return [];
  const { items } = await store.list({ kind: "action", key: `case:${code}`, limit: ACTIONS_AT_MOST, descending: true });
  return items.map(({ doc }) => doc).filter((action) => action.parcours === parcours);
};

const factsOf = async (services: Services, read: ReadAlready): Promise<PieceFacts> => {
  const { dossier, identity, due, situationAsked } = read;
  const head = dossier.file.doc;
  const [esf, actions, told, exitProven] = await Promise.all([
    esfOf(services, head, dossier.framework.milestones.esfLaterMonths),
    actionsOf(services, head),
    head.decided === null && head.ended === null ? [] : toldOf(services, head),
    exitPresented(services, head),
  ]);
  return {
    ...{ identity, head, round: dossier.round?.doc, due, situationAsked, esf, actions, told, exitProven },
    handovers: read.handovers.filter(({ parcours }) => parcours === head.parcours),
    delays: dossier.framework.milestones,
    clock: runningClock(head.pauses, (day) => services.calendar.isWorkingDay(day)),
  };
};

/** Null: no piece is looked at for this file. */
export const readPieces = async (services: Services, read: ReadAlready): Promise<CasePieces | null> => {
  const { identity, dossier } = read;
  const head = dossier.file.doc;
  if (!identity.listed) return null;
  const pieces = piecesOf(await factsOf(services, read));
  if (pieces.length === 0) return null;
  return {
    ...{ kind: "casePieces", schemaVersion: 1, code: head.code, parcours: head.parcours },
    ...{ givenName: identity.givenName, familyName: identity.familyName, referentId: head.referentId },
    substituteId: head.substitute?.memberId ?? null,
    ...{ orientedOn: head.orientedOn, enteredOn: head.entry?.on ?? null },
    pieces: pieces.map((piece) => ({ ...piece, lacks: [...piece.lacks] })),
  };
};
