/** A chargé de projet says what became of a sending: it is there, it is to be sent again, or it is dealt with. */
import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { mayLeadReviews } from "../domain/review/members.ts";
import type { SendTrouble } from "../domain/review/records.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { sendAgain, type Again } from "./parts/send-again.ts";
import { isMoot, settledWrite } from "./parts/send-trouble.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({ entry: z.string().min(1).max(200), how: z.enum(["appears", "again", "done"]) });
type Input = z.infer<typeof input>;

export interface SettledSending {
  /** `waits`: sent once the cell has a channel; `closed`: the person's chat takes nothing, and it stays to be looked at. */
  readonly kind: "appears" | "done" | Again["kind"];
}

/** Somebody saw the card in the channel: where it is will be known once it is pressed. */
const appears = async (services: Services, trouble: SendTrouble): Promise<readonly Write[]> => {
  if (trouble.what !== "post" || trouble.review === null) return [];
  const post = await services.store.get("reviewPost", trouble.review);
  if (post?.doc.key !== trouble.entry || post.doc.state !== "unknown") return [];
  return [{ op: "put", doc: { ...post.doc, state: "seen" }, expected: post.version }];
};

const acted = async (services: Services, actor: Actor, trouble: SendTrouble, how: Input["how"]): Promise<Again> => {
  if (how === "again") return sendAgain(services, actor, trouble);
  return { kind: "sent", writes: how === "appears" ? await appears(services, trouble) : [] };
};

/** The first who answers is heard; what is sent again is sent once, however often it is asked. */
export const settleSending = command<Input, Versioned<SendTrouble> | undefined, SettledSending>({
  act: "sending.settle",
  input,
  queue: (_actor, { entry }) => `sending ${entry}`,
  load: async ({ store }, _actor, { entry }) => done(await store.get("sendTrouble", entry)),
  allow: (actor) => (mayLeadReviews(actor) ? null : "roleMayNot"),
  decide: async (services, actor, trouble, { how }) => {
    if (trouble === undefined) return refused("nothingToSettle");
    const { what, review, reason, settled } = trouble.doc;
    const post = review === null ? undefined : await services.store.get("reviewPost", review);
    if (settled !== null || isMoot(trouble.doc, post?.doc)) return refused("alreadyDone");
    const { kind, writes } = await acted(services, actor, trouble.doc, how);
    return done({
      outcome: { kind: how === "again" ? kind : how },
      head: null,
      writes: kind === "closed" ? [] : [settledWrite(services, trouble, how, actor.memberId), ...writes],
      audit: { act: `sending.${how}`, code: null, details: { what, review, reason, outcome: kind } },
    });
  },
});
