/** What one case counts for today: read from all that is recorded of it, and, for its needs, by the lead's own rules against the directory of now. */
import { groupsOf, rankOf } from "../../domain/dashboard/groups.ts";
import { handoverInPicture, type PictureHandover } from "../../domain/dashboard/handover-marks.ts";
import { lineOf, type Line } from "../../domain/dashboard/line.ts";
import { isFollowed } from "../../domain/dashboard/followed.ts";
import type { Picture } from "../../domain/dashboard/picture.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import { DOMAIN_IDS, type DomainId } from "../../domain/framework/domains.ts";
import { subjectsOf } from "../../domain/offer/answered-needs.ts";
import type { Handover } from "../../domain/handover/records.ts";
import type { CaseNeeds } from "../../domain/offer/needs.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { DocumentKind, DocumentOf } from "../../domain/records/catalogue.ts";
import { bestAnswer } from "../../domain/suggestion/best-answer.ts";
import { findLead } from "../../domain/suggestion/find-lead.ts";
import { leadInputsOf } from "../../domain/suggestion/inputs.ts";
import type { NeedAnswer } from "../../domain/suggestion/lead.ts";
import type { Versioned } from "../../ports/store.ts";
import { directoryVersionOf, readOffersAt } from "./directory.ts";
import { type Dossier, findingsOf, readDossier, readSituation } from "./dossier.ts";
import { wantedFor } from "./keep-lead.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

/** Raised with the rules of counting, so that a store which was counted by others is counted again. */
const RULES = 4;

export interface NeedsReading {
  readonly row: CaseNeeds;
  /** The service that answers a need best; undefined where none does. */
  readonly answers: (domain: DomainId) => string | undefined;
}

export interface CaseReading {
  /** Null: in no list, and behind no number. */
  readonly line: Line | null;
  /** Null for whoever is not followed. */
  readonly needs: NeedsReading | null;
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

const themed = (needs: readonly NeedAnswer[]): CaseNeeds["unmet"] =>
  needs.map(({ domain, themes }) => ({ domain, themes: [...themes] }));

const groupOf = ({ plie }: Services, { commune }: Identity): string =>
  plie.communes.find(({ insee }) => insee === commune)?.group ?? "";

/** Which versions were read, and nothing of what they say. */
const versionsOf = ({ ids }: Services, { file, assessments, framework }: Dossier, others: readonly string[]): string =>
  ids.digest(
    JSON.stringify([
      file.doc.parcours,
      file.doc.round,
      framework.version,
      DOMAIN_IDS.map((domain) => assessments.get(domain)?.doc.edition ?? 0),
      others,
    ]),
  );

const readNeeds = async (
  services: Services,
  dossier: Dossier,
  identity: Versioned<Identity>,
): Promise<NeedsReading | null> => {
  const { framework, assessments } = dossier;
  const head = dossier.file.doc;
  if (!isFollowed(head)) return null;
  const findings = findingsOf(assessments);
  const [{ directoryVersion, offers }, situation] = await Promise.all([
    readOffersAt(services, wantedFor({ findings }, framework)),
    readSituation(services, head),
  ]);
  const inputs = leadInputsOf({
    ...{ framework, directoryVersion, findings, head, identity: identity.doc, plie: services.plie },
    ...{ asOf: services.clock.today(), ...countingOf(head, dossier.round?.doc) },
    facts: situation?.doc.facts ?? null,
  });
  const { needs } = findLead(framework)(inputs, offers);
  const row: CaseNeeds = {
    kind: "caseNeeds",
    schemaVersion: 1,
    code: head.code,
    referentId: head.referentId,
    group: groupOf(services, identity.doc),
    unmet: themed(needs.filter(({ by }) => by === "unmet")),
    saturated: themed(needs.filter(({ saturated }) => saturated)),
    readFrom: versionsOf(services, dossier, [identity.version, situation?.version ?? ""]),
    directoryVersion,
  };
  return { row, answers: (domain) => bestAnswer(framework, inputs, offers, domain) };
};

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

const pictureOf = async (
  services: Services,
  { file, assessments, framework }: Dossier,
  identity: Identity,
  needs: CaseNeeds | null,
): Promise<Picture> => {
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
  return {
    ...{ identity, head, rounds, reviews },
    past: past.map((former) => former.head),
    handovers: handoversOf(services, handovers, [head, ...past.map((former) => former.head)], framework),
    due: summary?.doc.due ?? [],
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
};

const readCase = async (services: Services, code: string): Promise<CaseReading | undefined> => {
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  if (dossier === undefined || identity === undefined) return undefined;
  const needs = await readNeeds(services, dossier, identity);
  return { line: lineOf(await pictureOf(services, dossier, identity.doc, needs?.row ?? null)), needs };
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
