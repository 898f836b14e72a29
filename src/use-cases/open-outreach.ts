/** *Aller vers* by time: whoever was not met when they should have been is looked for, once, on behalf of their référent. Nobody is closed by it. */
import { z } from "zod";
import { isToMeet } from "../domain/outreach/contact.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import { everyDocument } from "./frame/every-document.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, perform } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { aboutCode, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode });

interface Loaded {
  readonly dossier: Dossier;
  readonly summary: CaseSummary;
}

const isLate = ({ due }: Pick<CaseSummary, "due">, today: string): boolean =>
  due.some(({ milestone, on }) => milestone === "firstAppointment" && on < today);

const openOutreach = command<z.infer<typeof input>, Loaded, { readonly kind: "opened" }>({
  act: "outreach.open",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    const summary = await services.store.get("summary", request.code);
    if (!dossier.ok || summary === undefined) return refused("noSuchCase");
    return done({ dossier: dossier.value, summary: summary.doc });
  },
  allow: (actor, { dossier }) => (actor.memberId === dossier.file.doc.referentId ? null : "noSuchCase"),
  decide: (services, _actor, { dossier, summary }) => {
    const file = dossier.file.doc;
    const today = services.clock.today();
    if (!isToMeet(file) || file.outreach !== null || !isLate(summary, today)) return refused("alreadyDone");
    return decideOnCase(services, dossier, {
      act: "outreach.opened",
      details: { why: "late" },
      outcome: { kind: "opened" },
      writes: [],
      after: {
        head: { ...file, outreach: { openedOn: today, why: "late", reviewedOn: null } },
        round: dossier.round?.doc,
        findings: findingsOf(dossier.assessments),
      },
    });
  },
});

/** On behalf of the référent of the case, who may have left the team since. */
const referentOf = ({ people, clock }: Services, id: string): Actor => {
  const member = people.byObjectId(id);
  return { memberId: id, name: member?.name ?? "", roles: member?.roles ?? [], playedBy: null, today: clock.today() };
};

const openOne = async (services: Services, { code, parcours, referentId }: CaseSummary): Promise<void> => {
  const head = (await services.store.get("case", code))?.doc;
  if (head === undefined || !isToMeet(head) || head.outreach !== null) return;
  const delivery = { activityKey: `outreach.${code}.${parcours}.late`, click: null, answerTo: null };
  await perform(services, referentOf(services, referentId), openOutreach, { code }, delivery, () => ({
    screen: "sheet",
    code,
    notice: null,
    at: null,
  }));
};

/** Every day, everyone whose first appointment is late: two instances open the same outreach once. */
export const openLateOutreach = async (services: Services): Promise<void> => {
  const today = services.clock.today();
  for await (const { doc } of everyDocument(services.store, { kind: "summary", key: "due" })) {
    if ((doc.due[0]?.on ?? today) >= today) return;
    if (doc.status === "oriented" && isLate(doc, today)) await openOne(services, doc);
  }
};
