import { z } from "zod";
import type { Finding } from "../domain/diagnostic/assessment.ts";
import { blankFinding } from "../domain/diagnostic/findings.ts";
import { healthClosed, withdrawHealth } from "../domain/diagnostic/health.ts";
import type { Actor } from "../domain/people/actor.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { documentKey, type StoredDocument } from "../domain/records/catalogue.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { findingsOf, type Dossier } from "./dossier.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, emptyAssessment, loadDossier, queueOfCase } from "./on-case.ts";
import { findingWrites } from "./record-finding.ts";
import { refused } from "./result.ts";
import type { Services } from "./services.ts";
import { shortenCards } from "./shorten-cards.ts";
import { command } from "./use-case.ts";

const input = z.strictObject({
  code: participantCode,
  rev: z.string(),
  to: z.enum(["agreed", "refused", "withdrawn"]),
});
type Input = z.infer<typeof input>;
export type HealthAgreementSet = { readonly kind: "agreed" | "refused" | "withdrawn" };

/** What a card about the agreement carries: an old card changes nothing. */
export const healthRev = (file: CaseFile): string => `${file.parcours}.${file.health}`;

const HELD_KINDS = ["assessment", "pastFinding", "draft", "pastParcours"] as const;
/** Leaves room in one batch for the rest of the command. */
const AT_ONCE = 40;

const everyDocument = async (services: Services, code: string): Promise<readonly Versioned<StoredDocument>[]> => {
  const found: Versioned<StoredDocument>[] = [];
  for (const kind of HELD_KINDS) {
    let cursor: string | undefined;
    do {
      const page = await services.store.list({
        kind,
        key: `case:${code}`,
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return found;
};

/** Everything that holds something about health, rewritten without it or removed. */
const erasure = async (services: Services, actor: Actor, code: string): Promise<readonly Write[]> => {
  const author = { by: actor.memberId, now: services.clock.now().toISOString() };
  return (await everyDocument(services, code)).flatMap(({ doc, version }): Write[] => {
    const erased = withdrawHealth(doc, author);
    if (erased.act === "keep") return [];
    if (erased.act === "rewrite") return [{ op: "put", doc: erased.doc, expected: version }];
    return doc.kind === "draft" || doc.kind === "pastFinding"
      ? [{ op: "delete", kind: doc.kind, id: idOf(doc), expected: version }]
      : [];
  });
};

const idOf = (doc: Extract<StoredDocument, { kind: "draft" | "pastFinding" }>): string =>
  doc.kind === "draft" ? doc.id : `${doc.code}.${doc.parcours}.${doc.round}.${doc.domain}.${doc.edition}`;

/** More than one batch can hold goes first: erasing twice is erasing. */
const eraseFirst = async (services: Services, writes: readonly Write[]): Promise<readonly Write[]> => {
  const keep = writes.slice(0, AT_ONCE);
  for (let start = AT_ONCE; start < writes.length; start += AT_ONCE)
    await services.store.commit(writes.slice(start, start + AT_ONCE));
  return keep;
};

const declined = (
  services: Services,
  actor: Actor,
  dossier: Dossier,
): { finding: Finding; writes: readonly Write[] } => {
  const file = dossier.file.doc;
  const finding = blankFinding("declined", { by: actor.memberId, now: services.clock.now().toISOString() });
  const empty = emptyAssessment(file, file.round ?? 0, "sante");
  return { finding, writes: findingWrites(dossier.assessments.get("sante"), empty, finding, "cleared") };
};

/**
 * Whether the person agrees that health be noted. Agreeing opens `sante`; refusing leaves it *ne souhaite pas en parler*;
 * withdrawing erases what was noted of it in every round, draft and earlier version, and asks that cards already shown be shortened.
 */
export const setHealthAgreement = command<Input, Dossier, HealthAgreementSet>({
  act: "health.set",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDossier,
  allow: carrierAfterEntry,
  decide: async (services, actor, dossier, { to, rev }) => {
    const file = dossier.file.doc;
    if (file.health === to) return refused("alreadyDone");
    if (rev !== healthRev(file) || (to === "withdrawn") !== (file.health === "agreed"))
      return refused("changedMeanwhile");
    const findings = new Map(findingsOf(dossier.assessments));
    const about = { act: `health.${to}`, outcome: { kind: to } } as const;
    if (to === "agreed") {
      findings.delete("sante");
      const entry = dossier.assessments.get("sante");
      const reopened: readonly Write[] =
        entry === undefined
          ? []
          : [{ op: "put", doc: { ...entry.doc, finding: null, draft: null }, expected: entry.version }];
      const after = { head: { ...file, health: to }, round: dossier.round?.doc, findings };
      return decideOnCase<HealthAgreementSet>(services, dossier, { ...about, writes: reopened, after });
    }
    const { finding, writes } = declined(services, actor, dossier);
    const erased = to === "withdrawn" ? await eraseFirst(services, await erasure(services, actor, file.code)) : [];
    const shortened = to === "withdrawn" ? await shortenCards(services, file.code) : [];
    const rewritten = new Set(erased.map((write) => keyOf(write)));
    findings.set("sante", finding);
    return decideOnCase<HealthAgreementSet>(services, dossier, {
      ...about,
      writes: [
        ...erased,
        ...shortened,
        ...writes.filter(
          (write) => write.op === "put" && write.doc.kind === "assessment" && !rewritten.has(keyOf(write)),
        ),
      ],
      after: { head: healthClosed(file, to), round: dossier.round?.doc, findings },
    });
  },
});

const keyOf = (write: Write): string => {
  if (write.op === "delete") return documentKey(write.kind, write.id);
  const { doc } = write;
  return doc.kind === "assessment"
    ? documentKey("assessment", `${doc.code}.${doc.parcours}.${doc.round}.${doc.domain}`)
    : doc.kind;
};
