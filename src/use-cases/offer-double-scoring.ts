import { z } from "zod";
import type { DoubleScoring, Scores } from "../domain/calibration/records.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { addDays } from "../domain/participant/days.ts";
import { hasRole, type Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { OPEN_DAYS, SCORED_ROUND } from "./parts/double-scoring.ts";
import { readAssessments } from "./parts/dossier.ts";
import { fileToOffer, type ToOffer } from "./parts/files-to-offer.ts";
import { leftToSend } from "./frame/left-to-send.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

export const mayOfferDoubleScoring = (actor: Actor): boolean => hasRole(actor, "chargeDeProjet");

const input = z.strictObject({
  /** What was chosen; empty or not offered: nothing is done. */
  code: participantCode.nullable(),
  second: z.string().max(60),
});
type Input = z.infer<typeof input>;
export type OfferedDouble = { readonly kind: "offered" | "toMend" };

/** Levels of the first évaluation, as they stand: what the second ones are compared with. */
const firstScores = async (services: Services, { file }: ToOffer): Promise<Scores> =>
  Object.fromEntries(
    [...(await readAssessments(services, file.doc, SCORED_ROUND))].flatMap(([domain, { doc }]) => {
      const level = doc.finding?.severity ?? null;
      return level === null ? [] : [[domain, level] as const];
    }),
  );

/** Told in the chat of the second référent, when there is one that takes messages: the code, and nothing else. */
const telling = async (services: Services, second: string, code: string): Promise<readonly Write[]> => {
  const chat = await services.store.get("conversation", second);
  if (chat === undefined || chat.doc.refused !== null) return [];
  const { memberId, conversationId } = chat.doc;
  const screen = { screen: "doubleOffered", code, notice: null, at: null };
  return [leftToSend(services, { what: "message", memberId, conversationId, activityId: null, code, screen })];
};

/** Offers a drawn file to a second référent, who is never the one of the case. */
export const offerDoubleScoring = command<Input, ToOffer | null, OfferedDouble>({
  act: "double.offer",
  input,
  about: ({ code }) => code,
  queue: (_actor, { code }) => `case ${code ?? "none"}`,
  load: async (services, actor, { code }) =>
    done(code === null || !mayOfferDoubleScoring(actor) ? null : ((await fileToOffer(services, code)) ?? null)),
  allow: (actor) => (mayOfferDoubleScoring(actor) ? null : "roleMayNot"),
  decide: async (services, actor, toOffer, { second }) => {
    const member = services.people.byObjectId(second);
    const fits = member !== undefined && hasRole(member, "referent");
    if (toOffer === null || !fits || member.aadObjectId === toOffer.file.doc.referentId)
      return done({
        outcome: { kind: "toMend" as const },
        head: null,
        writes: [],
        audit: { act: "double.toMend", code: null, details: {} },
      });
    const { doc: file, version } = toOffer.file;
    const first = await firstScores(services, toOffer);
    if (Object.keys(first).length === 0) return refused("choiceMissing");
    const doc: DoubleScoring = {
      kind: "doubleScoring",
      schemaVersion: 1,
      code: file.code,
      parcours: file.parcours,
      round: SCORED_ROUND,
      firstId: file.referentId,
      first,
      secondId: member.aadObjectId,
      second: null,
      state: "offered",
      offeredBy: actor.memberId,
      until: addDays(services.clock.today(), OPEN_DAYS),
      at: services.clock.now().toISOString(),
    };
    return done({
      outcome: { kind: "offered" as const },
      head: { next: file, version },
      writes: [{ op: "put", doc, expected: "new" }, ...(await telling(services, member.aadObjectId, file.code))],
      audit: { act: "double.offered", code: file.code, details: { second: member.aadObjectId, until: doc.until } },
    });
  },
});
