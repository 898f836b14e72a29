/** What one case counts for today: read from all that is recorded of it, and, for its needs, by the lead's own rules against the directory of now. */
import { groupsOf, rankOf } from "../../domain/dashboard/groups.ts";
import { handoverInPicture, type PictureHandover } from "../../domain/dashboard/handover-marks.ts";
import { lineOf, type Line } from "../../domain/dashboard/line.ts";
import type { Picture } from "../../domain/dashboard/picture.ts";
import { subjectsOf } from "../../domain/offer/answered-needs.ts";
import type { CasePieces } from "../../domain/completeness/records.ts";
import { pieceMarks } from "../../domain/dashboard/piece-marks.ts";
import { PART_PIECES } from "../../domain/dashboard/measures.ts";
import type { Handover } from "../../domain/handover/records.ts";
import type { CaseNeeds } from "../../domain/offer/needs.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { DocumentKind, DocumentOf } from "../../domain/records/catalogue.ts";
import { directoryVersionOf } from "./directory.ts";
import { type Dossier, readDossier } from "./dossier.ts";
import { groupOf, readNeeds, type NeedsReading } from "./read-needs.ts";
import { readPieces } from "./read-pieces.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

/** Raised with the rules of counting, so that a store which was counted by others is counted again. */
const RULES = 6;

export interface CaseReading {
  /** Null: in no list, and behind no number. */
  readonly line: Line | null;
  /** Null for whoever is not followed. */
  readonly needs: NeedsReading | null;
  /** Null: no piece is looked at. */
  readonly pieces: CasePieces | null;
}

export interface PictureReader {
  /** Digest of what is not of one case and changes what every case counts for. */
  readonly readFrom: string;
  /** Undefined: there is no such case. */
  read(code: string): Promise<CaseReading | undefined>;
  /** False once it is to be read from something else than `readFrom`. */
  stillCurrent(): Promise<boolean>;
}
export type OpenPictureReader = (services: Services) => Promise<PictureReader>;

const allOf = async <K extends DocumentKind>(
  { store }: Services,
  kind: K,
  code: string,
): Promise<readonly DocumentOf<K>[]> => {
  const docs: DocumentOf<K>[] = [];
  for await (const { doc } of everyDocument<K>(store, { kind, key: `case:${code}` })) docs.push(doc);
  return docs;
};

/** Each by the clock of its own parcours. */
const handoversOf = (
  { calendar }: Services,
  handovers: readonly Handover[],
  heads: readonly CaseFile[],
  { milestones }: Dossier["framework"],
): readonly PictureHandover[] =>
  handovers.flatMap((one) => {
    const of = heads.find(({ parcours }) => parcours === one.parcours);
    const days = milestones.handoverAppointmentDays;
    const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(day);
    return of === undefined ? [] : [handoverInPicture(one, of, { days, isWorkingDay })];
  });

interface Read {
  readonly picture: Picture;
  readonly pieces: CasePieces | null;
}

const readAll = async (
  services: Services,
  dossier: Dossier,
  identity: Identity,
  needs: CaseNeeds | null,
): Promise<Read> => {
  const { file, assessments, framework } = dossier;
  const head = file.doc;
  const [summary, past, rounds, earlier, situations, reviews, handovers] = await Promise.all([
    services.store.get("summary", head.code),
    allOf(services, "pastParcours", head.code),
    allOf(services, "round", head.code),
    (head.round ?? 0) === 0 ? [] : allOf(services, "assessment", head.code),
    allOf(services, "situation", head.code),
    allOf(services, "review", head.code),
    allOf(services, "handover", head.code),
  ]);
  const groups = groupsOf(services.plie.communes);
  const due = summary?.doc.due ?? [];
  const situationAsked = situations.some(({ parcours }) => parcours === head.parcours);
  const picture: Picture = {
    ...{ identity, head, rounds, reviews },
    past: past.map((former) => former.head),
    handovers: handoversOf(services, handovers, [head, ...past.map((former) => former.head)], framework),
    due,
    addressed: summary?.doc.addressed ?? 0,
    assessments: earlier.length > 0 ? earlier : [...assessments.values()].map(({ doc }) => doc),
    facts: new Map(situations.map(({ parcours, facts }) => [parcours, facts])),
    origin: {
      prescriber: rankOf(services.plie.prescribers, identity.prescriber ?? ""),
      group: rankOf(groups, groupOf(services, identity)),
    },
    needs: needs && {
      group: rankOf(groups, needs.group),
      unmet: subjectsOf(needs.unmet),
      saturated: subjectsOf(needs.saturated),
    },
  };
  return { picture, pieces: await readPieces(services, { dossier, identity, due, situationAsked, handovers }) };
};

/** With what its pieces count for, in a part of their own. */
const withPieces = (line: Line | null, pieces: CasePieces | null): Line | null => {
  const marks = pieces === null ? [] : pieceMarks(pieces.pieces, pieces.referentId);
  return line === null || marks.length === 0 ? line : { ...line, marks: { ...line.marks, [PART_PIECES]: marks } };
};

/** What is erased goes on counting for what it counted for. */
const readErased = async ({ store }: Services, code: string): Promise<CaseReading> => {
  const erased = (await store.get("erased", code))?.doc;
  const line = erased === undefined || erased.row === null ? null : { row: erased.row, marks: erased.marks };
  return { line, needs: null, pieces: null };
};

const readCase = async (services: Services, code: string): Promise<CaseReading | undefined> => {
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  if (dossier?.file.doc.retired?.as === "erased") return readErased(services, code);
  if (dossier === undefined || identity === undefined) return undefined;
  const needs = await readNeeds(services, dossier, identity);
  const { picture, pieces } = await readAll(services, dossier, identity.doc, needs?.row ?? null);
  // Nobody completes an archived file, nor hears of services for it.
  if (picture.head.retired !== null) return { line: lineOf(picture), needs: null, pieces: null };
  return { line: withPieces(lineOf(picture), pieces), needs, pieces };
};

const readFromOf = async (services: Services): Promise<string> => {
  const { ids, plie, frameworks } = services;
  const directory = await directoryVersionOf(services);
  return ids.digest(
    JSON.stringify([RULES, frameworks.current.version, plie.communes, plie.prescribers, plie.epci, directory]),
  );
};

/** Reads cases against the framework, the communes and the directory of this moment. */
export const openPictureReader: OpenPictureReader = async (services) => {
  const readFrom = await readFromOf(services);
  return {
    readFrom,
    read: (code) => readCase(services, code),
    stillCurrent: async () => (await readFromOf(services)) === readFrom,
  };
};
