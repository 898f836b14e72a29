import { z } from "zod";
import { mayConfirmOffer, mayListAllCases, mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import { mayLeadReviews, takesPart } from "../domain/review/members.ts";
import { carriedToday, COUNTED_AT_MOST, dueKey, withNames, type DueRow } from "./list-milestones.ts";
import { incompleteFiles, incompleteInAll, incompleteOf } from "./parts/incomplete-files.ts";
import { mayHaveDigest } from "./parts/pieces-digest.ts";
import { notesWaiting } from "./parts/offer-notes.ts";
import { reviewsFor } from "./list-reviews.ts";
import { tellNews, type NewsOfTheOffer } from "./parts/offer-news.ts";
import { openTroubles } from "./parts/send-trouble.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({});

export interface HomeView {
  readonly actor: Actor;
  readonly plieName: string;
  /** Null for whoever has no case to follow. */
  readonly waiting: { readonly toReceive: number; readonly diagnostics: number; readonly late: number } | null;
  readonly next: readonly DueRow[];
  /** What was said of services and waits for whoever confirms; 0 for the others. */
  readonly toConfirm: number;
  /** Reviews that wait for an opinion or a decision of theirs. */
  readonly toStudy: number;
  /** What was sent about reviews and may not have arrived; 0 for whoever does not lead them. */
  readonly toVerify: number;
  /** How many files have something to complete: of all of them for the assistante, of those that they carry for the others. */
  readonly incomplete: number;
  /** Told once, to the référents whose people it concerns. */
  readonly news: NewsOfTheOffer;
}

const SHOWN = 5;

const incompleteFor = async (services: Services, actor: Actor): Promise<number> => {
  if (mayHaveDigest(actor)) return incompleteInAll(await incompleteFiles(services));
  return mayListOwnCases(actor) ? incompleteOf(services, actor.memberId) : 0;
};

/** *Accueil*: who I am to the bot, and what waits for me. */
export const seeHome = query<z.infer<typeof input>, null, HomeView>({
  act: "home.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: () => null,
  run: async (services, actor) => {
    const [toStudy, toConfirm, toVerify, news, incomplete] = await Promise.all([
      takesPart(actor) ? reviewsFor(services, actor) : [],
      mayConfirmOffer(actor) ? notesWaiting(services) : [],
      mayLeadReviews(actor) ? openTroubles(services) : [],
      mayListOwnCases(actor) ? tellNews(services, actor) : { told: [], more: 0 },
      incompleteFor(services, actor),
    ]);
    const counts = {
      toStudy: toStudy.filter(({ opinion, toDecide }) => opinion === "toGive" || toDecide).length,
      toConfirm: toConfirm.length,
      toVerify: toVerify.length,
    };
    const base = { actor, plieName: services.plie.name, ...counts, news, incomplete };
    if (!mayListOwnCases(actor) && !mayListAllCases(actor)) return done({ ...base, waiting: null, next: [] });
    const page = await services.store.list({ kind: "summary", key: dueKey(actor), limit: COUNTED_AT_MOST });
    const summaries = await carriedToday(
      services,
      actor,
      page.items.map(({ doc }) => doc),
    );
    const today = services.clock.today();
    const count = (test: (summary: (typeof summaries)[number]) => boolean): number => summaries.filter(test).length;
    return done({
      ...base,
      waiting: {
        toReceive: count((summary) => summary.status === "oriented"),
        diagnostics: count((summary) => summary.status === "entered"),
        late: count((summary) => (summary.due[0]?.on ?? today) < today),
      },
      next: await withNames(services, summaries.slice(0, SHOWN)),
    });
  },
});
