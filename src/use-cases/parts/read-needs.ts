/** What one person is answered by the offer of now, by the lead's own rules. */
import { isFollowed } from "../../domain/dashboard/followed.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import { DOMAIN_IDS, type DomainId } from "../../domain/framework/domains.ts";
import type { CaseNeeds } from "../../domain/offer/needs.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { bestAnswer } from "../../domain/suggestion/best-answer.ts";
import { findLead } from "../../domain/suggestion/find-lead.ts";
import { leadInputsOf } from "../../domain/suggestion/inputs.ts";
import type { NeedAnswer } from "../../domain/suggestion/lead.ts";
import type { Versioned } from "../../ports/store.ts";
import { readOffersAt } from "./directory.ts";
import { type Dossier, findingsOf, readSituation } from "./dossier.ts";
import { wantedFor } from "./keep-lead.ts";
import type { Services } from "../frame/services.ts";

export interface NeedsReading {
  readonly row: CaseNeeds;
  /** The service that answers a need best; undefined where none does. */
  readonly answers: (domain: DomainId) => string | undefined;
}

const themed = (needs: readonly NeedAnswer[]): CaseNeeds["unmet"] =>
  needs.map(({ domain, themes }) => ({ domain, themes: [...themes] }));

export const groupOf = ({ plie }: Services, { commune }: Identity): string =>
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

/** Null for whoever is not followed. */
export const readNeeds = async (
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
