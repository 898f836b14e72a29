import { z } from "zod";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { isCursor, LONGEST_PAGE, pageOfLines, type PageOfLines } from "./parts/page-of-lines.ts";
import { mayList, narrowing, planOf, type Plan } from "./parts/whose-people.ts";

const input = z.strictObject({
  narrowing,
  cursor: z.string().refine(isCursor).nullable(),
  limit: z.number().int().min(1).max(LONGEST_PAGE),
});

export interface BrowsedPeople extends PageOfLines {
  readonly plan: Plan;
}

/** A page of the people whom a member may list, narrowed and in an order, or of those behind a number. */
export const browseParticipants = query<z.infer<typeof input>, Plan, BrowsedPeople>({
  act: "participants.browse",
  input,
  load: (services, actor, asked) => Promise.resolve(planOf(services, actor, asked.narrowing)),
  allow: (actor, plan, asked) => mayList(actor, plan, asked.narrowing),
  run: async (services, _actor, plan, { cursor, limit }) =>
    done({ ...(await pageOfLines(services, plan, cursor, limit)), plan }),
});
