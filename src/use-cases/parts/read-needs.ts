/** What one case needs today and nobody answers, worked out by the lead's own rules against the directory that is read now. */
import { DOMAIN_IDS, type DomainId } from "../../domain/framework/domains.ts";
import type { CaseNeeds } from "../../domain/offer/needs.ts";
import type { CaseFile, CaseStatus } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { bestAnswer } from "../../domain/suggestion/best-answer.ts";
import { findLead } from "../../domain/suggestion/find-lead.ts";
import { leadInputsOf } from "../../domain/suggestion/inputs.ts";
import type { NeedAnswer } from "../../domain/suggestion/lead.ts";
import { directoryVersionOf, readOffersAt } from "./directory.ts";
import { type Dossier, findingsOf, readDossier, readSituation } from "./dossier.ts";
import { wantedFor } from "./keep-lead.ts";
import { BEFORE_ACTIONS } from "./on-case.ts";
import type { Services } from "../frame/services.ts";

export interface CaseReading {
  readonly row: CaseNeeds;
  /** The service that answers a need best; undefined where none does. */
  readonly answers: (domain: DomainId) => string | undefined;
}

export interface NeedsReader {
  /** Version of the directory with what is known of places and delays. */
  readonly offer: string;
  /** Undefined for a case that does not count. */
  read(code: string): Promise<CaseReading | undefined>;
  /** False once the directory is another one than `offer`. */
  stillCurrent(): Promise<boolean>;
}
export type OpenNeedsReader = (services: Services) => Promise<NeedsReader>;

/** People whom the PLIE follows: received, neither gone elsewhere nor out. */
const FOLLOWED: ReadonlySet<CaseStatus> = new Set(["entered", "decided", "inPath"]);
const counts = ({ status, entry, mergedInto }: CaseFile): boolean =>
  FOLLOWED.has(status) && entry !== null && mergedInto === null;

const themed = (needs: readonly NeedAnswer[]): CaseNeeds["unmet"] =>
  needs.map(({ domain, themes }) => ({ domain, themes: [...themes] }));

const groupOf = ({ plie }: Services, { commune }: Identity): string =>
  plie.communes.find(({ insee }) => insee === commune)?.group ?? "";

/** Which versions were read, and nothing of what they say. */
const readFrom = ({ ids }: Services, { file, assessments, framework }: Dossier, others: readonly string[]): string =>
  ids.digest(
    JSON.stringify([
      file.doc.parcours,
      file.doc.round,
      framework.version,
      DOMAIN_IDS.map((domain) => assessments.get(domain)?.doc.edition ?? 0),
      others,
    ]),
  );

const readCase = async (services: Services, code: string): Promise<CaseReading | undefined> => {
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  if (dossier === undefined || identity === undefined || !counts(dossier.file.doc)) return undefined;
  const { framework, assessments } = dossier;
  const head = dossier.file.doc;
  const findings = findingsOf(assessments);
  const [{ directoryVersion, offers }, situation] = await Promise.all([
    readOffersAt(services, wantedFor({ findings }, framework)),
    readSituation(services, head),
  ]);
  const inputs = leadInputsOf({
    ...{ framework, directoryVersion, findings, head, identity: identity.doc, plie: services.plie },
    ...{ asOf: services.clock.today(), bilanRecorded: BEFORE_ACTIONS.bilanRecorded },
    facts: situation?.doc.facts ?? null,
  });
  const { needs } = findLead(framework)(inputs, offers);
  return {
    row: {
      kind: "caseNeeds",
      schemaVersion: 1,
      code,
      referentId: head.referentId,
      group: groupOf(services, identity.doc),
      unmet: themed(needs.filter(({ by }) => by === "unmet")),
      saturated: themed(needs.filter(({ saturated }) => saturated)),
      readFrom: readFrom(services, dossier, [identity.version, situation?.version ?? ""]),
      directoryVersion,
    },
    answers: (domain) => bestAnswer(framework, inputs, offers, domain),
  };
};

/** Reads cases against the directory of this moment. */
export const openNeedsReader: OpenNeedsReader = async (services) => {
  const offer = await directoryVersionOf(services);
  return {
    offer,
    read: (code) => readCase(services, code),
    stillCurrent: async () => (await directoryVersionOf(services)) === offer,
  };
};
