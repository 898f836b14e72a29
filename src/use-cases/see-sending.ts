import { z } from "zod";
import { mayLeadReviews } from "../domain/review/members.ts";
import type { SendTrouble } from "../domain/review/records.ts";
import { isMoot } from "./parts/send-trouble.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({ entry: z.string() });

export interface SendingView {
  readonly trouble: SendTrouble;
  /** Somebody settled it, or what happened since did. */
  readonly isOver: boolean;
}

/** One sending that may not have arrived: the question, or who answered it. */
export const seeSending = query<z.infer<typeof input>, SendTrouble, SendingView>({
  act: "sending.see",
  input,
  load: async ({ store }, _actor, { entry }) => {
    const trouble = await store.get("sendTrouble", entry);
    return trouble === undefined ? refused("nothingToSettle") : done(trouble.doc);
  },
  allow: (actor) => (mayLeadReviews(actor) ? null : "roleMayNot"),
  run: async ({ store }, _actor, trouble) => {
    const post = trouble.review === null ? undefined : await store.get("reviewPost", trouble.review);
    return done({ trouble, isOver: trouble.settled !== null || isMoot(trouble, post?.doc) });
  },
});
