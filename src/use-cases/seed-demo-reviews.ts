/** The demo's cases under study: presented, given opinions and decided through the same commands as real ones, some days ago. */
import { addDays } from "../domain/participant/days.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Member } from "../domain/people/member.ts";
import { mayLeadReviews } from "../domain/review/members.ts";
import type { DemoReview } from "./demo/review.ts";
import { decideReview } from "./decide-review.ts";
import type { Delivery } from "./frame/delivery.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";
import { ask, perform } from "./frame/use-case.ts";
import { giveOpinion } from "./give-opinion.ts";
import { readDossier } from "./parts/dossier.ts";
import { readReview } from "./parts/on-review.ts";
import { readSubmissionForm } from "./parts/submission.ts";
import { prepareReview } from "./prepare-review.ts";
import { readPersonViewForm, recordPersonView } from "./record-person-view.ts";
import { readRecommendationForm, recordRecommendation } from "./record-recommendation.ts";
import { revealOpinions } from "./reveal-opinions.ts";
import { seeDecisionForm } from "./see-decision-form.ts";
import { seeOpinionForm } from "./see-opinion-form.ts";
import { seeSubmissionPreview } from "./see-submission.ts";
import { settleSending } from "./settle-sending.ts";
import { submitReview } from "./submit-review.ts";

export const deliveryOf = (step: string): Delivery => ({ activityKey: `demo.${step}`, click: null, answerTo: null });

export const actorOf = ({ clock }: Pick<Services, "clock">, { aadObjectId, name, roles }: Member): Actor => ({
  memberId: aadObjectId,
  name,
  roles,
  playedBy: null,
  today: clock.today(),
});

const DAY_MS = 86_400_000;

/** A cell works on working days: that many days ago, or the last one worked before. */
export const workedDaysAgo = ({ clock, calendar }: Pick<Services, "clock" | "calendar">, days: number): number =>
  calendar.isWorkingDay(addDays(clock.today(), -days)) ? days : workedDaysAgo({ clock, calendar }, days + 1);

/** The same product some days ago. A simple stay is not drawn for the full study there: the demo shows both ways. */
export const daysEarlier = (services: Services, days: number): Services => ({
  ...services,
  clock: {
    now: () => new Date(services.clock.now().getTime() - days * DAY_MS),
    today: () => addDays(services.clock.today(), -days),
    startOf: (day) => services.clock.startOf(day),
    pause: (milliseconds) => services.clock.pause(milliseconds),
  },
  ids: {
    next: () => services.ids.next(),
    reference: () => services.ids.reference(),
    digest: (text) => services.ids.digest(text),
    random: () => 1 - Number.EPSILON,
  },
});

interface Presented {
  readonly code: string;
  readonly review: DemoReview;
  readonly step: string;
}

/** Every form is recorded as it stands: nobody else types in it. */
const recorded = { intent: "record", settles: null } as const;
const nothing = () => ({});

const prepare = async (services: Services, actor: Actor, { code, review, step }: Presented): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const said = {
    ...{ code, rev: (await readRecommendationForm(services, dossier)).rev },
    ...{ inputs: review.recommendation, ...recorded },
  };
  await perform(services, actor, recordRecommendation, said, deliveryOf(`${step}.recommendation`), nothing);
  const { rev } = await readPersonViewForm(services, dossier);
  const heard = { code, rev, inputs: { ...review.view, heard: "false" }, ...recorded };
  await perform(services, actor, recordPersonView, heard, deliveryOf(`${step}.view`), nothing);
  const form = await readSubmissionForm(services, dossier.file.doc);
  const inputs = { cell: "entree", question: review.question, full: "false" };
  const asked = { code, rev: form.rev, inputs, ...recorded };
  await perform(services, actor, prepareReview, asked, deliveryOf(`${step}.prepare`), nothing);
};

const submit = async (services: Services, actor: Actor, presented: Presented): Promise<string | undefined> => {
  const { code, step } = presented;
  await prepare(services, actor, presented);
  const preview = await ask(services, actor, seeSubmissionPreview, { code });
  const rev = preview.ok ? preview.value.rev : "";
  await perform(services, actor, submitReview, { code, rev }, deliveryOf(`${step}.submit`), nothing);
  const file = (await readDossier(services, code))?.file.doc;
  return file?.review ?? file?.decided?.review;
};

/** Those who will decide are left with their own opinion to give, as far as others can be found. */
const colleaguesOn = async (services: Services, review: string): Promise<readonly Actor[]> => {
  const voters = (await readReview(services, review))?.voters ?? [];
  return [...voters.filter((voter) => !mayLeadReviews(voter)), ...voters.filter(mayLeadReviews)].map((member) => actorOf(services, member));
};

const opine = async (services: Services, id: string, { review, step }: Presented): Promise<void> => {
  const colleagues = await colleaguesOn(services, id);
  for (const [index, { outcome, to = "", why }] of review.opinions.entries()) {
    const colleague = colleagues[index];
    const form = colleague && (await ask(services, colleague, seeOpinionForm, { review: id }));
    if (colleague === undefined || !form?.ok) return;
    const { rev } = form.value.form;
    const given = { review: id, rev, inputs: { outcome, to, why, next: "" }, intent: "record" } as const;
    await perform(services, colleague, giveOpinion, given, deliveryOf(`${step}.opinion.${index}`), nothing);
  }
};

/** No chat is known yet where the référent could be told: their colleague did. */
const settle = async (services: Services, actor: Actor, id: string): Promise<void> => {
  for await (const { doc } of everyDocument(services.store, { kind: "sendTrouble", key: `review:${id}` })) {
    const told = { entry: doc.entry, how: "done" } as const;
    await perform(services, actor, settleSending, told, deliveryOf(`told.${doc.entry}`), nothing);
  }
};

const decide = async (services: Services, id: string, { review, step }: Presented): Promise<void> => {
  const leader = (await colleaguesOn(services, id)).find(mayLeadReviews);
  if (review.decision === null || leader === undefined) return;
  const revealed = deliveryOf(`${step}.reveal`);
  await perform(services, leader, revealOpinions, { review: id }, revealed, nothing);
  const form = await ask(services, leader, seeDecisionForm, { review: id });
  if (!form.ok) return;
  const { outcome, reasons, next } = review.decision;
  // Kept only where the lead points elsewhere, as it may with other services than the demo's.
  const inputs = { outcome, to: "", reasons, departs: "otherView", proofs: "", next };
  const decision = { review: id, rev: form.value.form.rev, inputs, intent: "record" } as const;
  await perform(services, leader, decideReview, decision, deliveryOf(`${step}.decide`), nothing);
  await settle(services, leader, id);
};

/** Puts one case to the entry cell, `presentedDaysAgo`; then its opinions, a day later, and its decision. */
export const seedDemoReview = async (services: Services, actor: Actor, presented: Presented): Promise<void> => {
  const { presentedDaysAgo, decision } = presented.review;
  const on = (days: number): Services => daysEarlier(services, workedDaysAgo(services, days));
  const id = await submit(on(presentedDaysAgo), actor, presented);
  if (id === undefined) return;
  await opine(on(presentedDaysAgo - 1), id, presented);
  if (decision !== null) await decide(on(decision.daysAgo), id, presented);
};
