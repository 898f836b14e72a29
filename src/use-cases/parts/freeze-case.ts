/** A case as a cell is about to see it. */
import type { Actor } from "../../domain/people/actor.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import { addressed, provisional } from "../../domain/diagnostic/figures.ts";
import type { CaseStatus } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { ageBandOf } from "../../domain/review/age-band.ts";
import type { CellId, ReviewId } from "../../domain/review/codes.ts";
import { frozenFindings, frozenLeadOf, frozenView } from "../../domain/review/freeze.ts";
import type { Snapshot } from "../../domain/review/records.ts";
import type { Result } from "../frame/result.ts";
import { refused } from "../frame/result.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { untilWritten } from "../frame/until-written.ts";
import { keepLead, type CaseWithRecommendation, type KeptLead } from "./keep-lead.ts";
import { openUrgent } from "./urgent-flags.ts";

const FOLLOWED: readonly CaseStatus[] = ["entered", "decided", "inPath"];

/** Whether at least so many people followed live in these communes; stops as soon as it is known. */
const atLeast = async (services: Services, communes: ReadonlySet<string>, wanted: number): Promise<boolean> => {
  let count = 0;
  for await (const { doc } of everyDocument(services.store, { kind: "identity", key: "all" })) {
    if (doc.commune === null || !communes.has(doc.commune)) continue;
    const file = await services.store.get("case", doc.code);
    if (file !== undefined && FOLLOWED.includes(file.doc.status)) count += 1;
    if (count >= wanted) return true;
  }
  return false;
};

/** The group of communes where the person lives; null where too few people followed live there to name it. */
const communeGroupOf = async (services: Services, { commune }: Identity): Promise<string | null> => {
  const { communes } = services.plie;
  const group = communes.find(({ insee }) => insee === commune)?.group;
  if (group === undefined) return null;
  const inGroup = new Set(communes.filter((one) => one.group === group).map(({ insee }) => insee));
  const { smallestGroup } = services.frameworks.current.reviews;
  return (await atLeast(services, inGroup, smallestGroup)) ? group : null;
};

interface FreezeAbout {
  readonly review: ReviewId;
  readonly study: number;
  readonly cell: CellId;
  readonly question: string;
}

const isKept = (from: KeptLead | CaseWithRecommendation): from is KeptLead => "stored" in from;

/** The snapshot of a case, from the lead that was kept with it, or from the case alone where no recommendation opens its lead. */
export const freezeCase = async (
  services: Services,
  actor: Actor,
  from: KeptLead | CaseWithRecommendation,
  about: FreezeAbout,
): Promise<Snapshot> => {
  const view = isKept(from) ? from.view : from;
  const { dossier, identity, findings } = view;
  const file = dossier.file.doc;
  const counting = countingOf(file, dossier.round?.doc);
  const said = from.recommendation?.doc.said;
  return {
    kind: "snapshot",
    schemaVersion: 1,
    ...about,
    code: file.code,
    at: services.clock.now().toISOString(),
    by: actor.memberId,
    frameworkVersion: dossier.framework.version,
    recommendation: said === undefined ? null : { ...said },
    lead: isKept(from) ? frozenLeadOf(from.stored.id, from.lead) : null,
    personView: frozenView(dossier.round?.doc.personView ?? null),
    ageBand: ageBandOf(identity.birthDate, services.clock.today()),
    communeGroup: await communeGroupOf(services, identity),
    findings: frozenFindings(findings),
    addressed: addressed(findings, counting).count,
    provisional: provisional(findings, dossier.framework, counting),
    urgentOpen: openUrgent(file).length > 0,
    withdrawn: false,
  };
};

/** The lead kept with the case as it stands now: keeping it may have written beside the case, which is then read again. */
export const keepLeadAsItStands = async (
  services: Services,
  actor: Actor,
  request: { readonly code: string },
): Promise<Result<KeptLead>> =>
  (await untilWritten<Result<KeptLead>>(services, async () => {
    const kept = await keepLead(services, actor, request);
    if (kept === undefined || !kept.ok) return kept;
    const now = await services.store.get("case", request.code);
    return now?.version === kept.value.view.dossier.file.version ? kept : undefined;
  })) ?? refused("busy");
