import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { hasRole } from "../domain/people/actor.ts";
import { meetingId } from "../domain/review/codes.ts";
import { withoutPerson } from "../domain/review/identifies.ts";
import { mayLeadReviews } from "../domain/review/members.ts";
import {
  casesOf,
  minutesModel,
  type MinutesModel,
  type MinutesTexts,
  type PrintedMinutes,
} from "../domain/review/minutes.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { sitsIn } from "./parts/on-sitting.ts";

const input = z.strictObject({ meeting: meetingId });

export interface KeptMinutes {
  readonly model: MinutesModel;
  /** Whether this actor sits in its cell. */
  readonly sits: boolean;
}

/** A chargé de projet, the coordinatrice, whoever files the papers, and the members of that cell. */
export const mayReadMinutes = (actor: Pick<Actor, "roles">, sits: boolean): boolean =>
  mayLeadReviews(actor) || hasRole(actor, "assistante") || sits;

/** A name corrected since is recognised where it was not. */
const textsOf = async (services: Services, study: string): Promise<MinutesTexts> => {
  const [snapshot, decision] = await Promise.all([
    services.store.get("snapshot", study),
    services.store.get("reviewDecision", study),
  ]);
  const identity = snapshot === undefined ? undefined : await services.store.get("identity", snapshot.doc.code);
  const read = (text = ""): string => (identity === undefined ? text : withoutPerson(identity.doc, text));
  return {
    question: read(snapshot?.doc.question),
    reasons: read(decision?.doc.reasons),
    next: read(decision?.doc.next),
    withdrawn: snapshot?.doc.withdrawn ?? false,
  };
};

/** The minutes of a closed sitting, with the words of each case as they stand now. */
export const printMinutes = query<z.infer<typeof input>, KeptMinutes, PrintedMinutes>({
  act: "minutes.print",
  input,
  load: async (services, actor, { meeting }): Promise<Result<KeptMinutes>> => {
    const kept = await services.store.get("minutes", meeting);
    if (kept === undefined) return refused("noSuchReview");
    const model = minutesModel.parse(JSON.parse(kept.doc.model));
    return done({ model, sits: sitsIn(services, actor, model.cell) });
  },
  allow: (actor, { sits }) => (mayReadMinutes(actor, sits) ? null : "noSuchReview"),
  run: async (services, _actor, { model }) => {
    const studies = casesOf(model).map(({ review, study }) => `${review}.${study}`);
    const texts = await Promise.all(studies.map(async (study) => [study, await textsOf(services, study)] as const));
    return done({ model, texts: new Map(texts) });
  },
});
