/** What a case goes through in a cell, by the same commands as in the product: presented, given opinions, revealed and decided. */
import type { Actor } from "../../domain/people/actor.ts";
import type { CellId } from "../../domain/review/codes.ts";
import { mayLeadReviews } from "../../domain/review/members.ts";
import { decideReview } from "../decide-review.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { ask, perform } from "../frame/use-case.ts";
import { giveOpinion } from "../give-opinion.ts";
import { readDossier } from "../parts/dossier.ts";
import { readReview } from "../parts/on-review.ts";
import { readSubmissionForm } from "../parts/submission.ts";
import { prepareReview } from "../prepare-review.ts";
import { readPersonViewForm, recordPersonView } from "../record-person-view.ts";
import { readRecommendationForm, recordRecommendation } from "../record-recommendation.ts";
import { revealOpinions } from "../reveal-opinions.ts";
import { seeDecisionForm } from "../see-decision-form.ts";
import { seeOpinionForm } from "../see-opinion-form.ts";
import { seeSubmissionPreview } from "../see-submission.ts";
import { settleSending } from "../settle-sending.ts";
import { submitReview } from "../submit-review.ts";
import { actorOf, deliveryOf, nothing, recorded, type Doing } from "./doing.ts";
import type { DemoReview } from "./review.ts";

export interface Presented extends Pick<DemoReview, "recommendation" | "view" | "question"> {
  readonly cell: CellId;
}
export interface SaidInCell {
  readonly outcome: string;
  /** A lead, where it is a reorientation; empty otherwise. */
  readonly to: string;
  readonly why: string;
}
export interface DecidedInCell {
  readonly outcome: string;
  readonly to: string;
  readonly reasons: string;
  readonly proofs: string;
  readonly next: string;
}

const recommend = async ({ services, actor, step }: Doing, code: string, presented: Presented): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const { rev } = await readRecommendationForm(services, dossier);
  const said = { code, rev, inputs: presented.recommendation, ...recorded };
  await perform(services, actor, recordRecommendation, said, deliveryOf(`${step}.recommendation`), nothing);
};

const hear = async ({ services, actor, step }: Doing, code: string, { view }: Presented): Promise<void> => {
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return;
  const { rev } = await readPersonViewForm(services, dossier);
  const heard = { code, rev, inputs: { ...view, heard: "false" }, ...recorded };
  await perform(services, actor, recordPersonView, heard, deliveryOf(`${step}.view`), nothing);
};

/** The référent's own recommendation, then the synthesis with the person, then the case goes to the cell. The review; undefined: it was not presented. */
export const present = async (doing: Doing, code: string, presented: Presented): Promise<string | undefined> => {
  const { services, actor, step } = doing;
  await recommend(doing, code, presented);
  await hear(doing, code, presented);
  const dossier = await readDossier(services, code);
  if (dossier === undefined) return undefined;
  const { cell, question } = presented;
  const form = await readSubmissionForm(services, dossier.file.doc);
  const asked = { code, rev: form.rev, inputs: { cell, question, full: "false" }, ...recorded };
  await perform(services, actor, prepareReview, asked, deliveryOf(`${step}.prepare`), nothing);
  const preview = await ask(services, actor, seeSubmissionPreview, { code });
  const rev = preview.ok ? preview.value.rev : "";
  await perform(services, actor, submitReview, { code, rev }, deliveryOf(`${step}.submit`), nothing);
  const file = (await services.store.get("case", code))?.doc;
  return file?.review ?? file?.decided?.review;
};

/** Those who will decide are left with their own opinion to give, as far as others can be found. */
const colleaguesOn = async (services: Services, review: string): Promise<readonly Actor[]> => {
  const voters = (await readReview(services, review))?.voters ?? [];
  const others = [...voters.filter((voter) => !mayLeadReviews(voter)), ...voters.filter(mayLeadReviews)];
  return others.map((member) => actorOf(services, member));
};

/** One opinion for each of the first colleagues of the cell, from `from` on. */
export const opine = async (
  { services, step }: Doing,
  review: string,
  opinions: readonly SaidInCell[],
  from = 0,
): Promise<void> => {
  const colleagues = await colleaguesOn(services, review);
  for (const [index, { outcome, to, why }] of opinions.entries()) {
    const colleague = colleagues[(from + index) % Math.max(1, colleagues.length)];
    const form = colleague && (await ask(services, colleague, seeOpinionForm, { review }));
    if (colleague === undefined || !form?.ok) return;
    const { rev } = form.value.form;
    const given = { review, rev, inputs: { outcome, to, why, next: "" }, intent: "record" } as const;
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

/** Revealed where it has to be, then decided. */
export const decide = async ({ services, step }: Doing, review: string, decision: DecidedInCell): Promise<void> => {
  const leader = (await colleaguesOn(services, review)).find(mayLeadReviews);
  if (leader === undefined) return;
  await perform(services, leader, revealOpinions, { review }, deliveryOf(`${step}.reveal`), nothing);
  const form = await ask(services, leader, seeDecisionForm, { review });
  if (!form.ok) return;
  // Kept only where the lead points elsewhere, as it may with other services than the demo's.
  const inputs = { ...decision, departs: "otherView" };
  const decided = { review, rev: form.value.form.rev, inputs, intent: "record" } as const;
  await perform(services, leader, decideReview, decided, deliveryOf(`${step}.decide`), nothing);
  await settle(services, leader, review);
};
