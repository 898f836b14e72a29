import { z } from "zod";
import { mayLeadReviews } from "../domain/review/members.ts";
import type { SendTrouble } from "../domain/review/records.ts";
import { openTroubles } from "./parts/send-trouble.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({});

export interface SendingsView {
  /** Oldest first; at most as many as a card shows. */
  readonly troubles: readonly SendTrouble[];
  readonly waiting: number;
}

const SHOWN = 8;

/** *Envois à vérifier*: what was sent about reviews and may not have arrived, or was refused by Teams, until somebody acts. */
export const seeSendings = query<z.infer<typeof input>, null, SendingsView>({
  act: "sendings.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayLeadReviews(actor) ? null : "roleMayNot"),
  run: async (services) => {
    const open = await openTroubles(services);
    return done({ troubles: open.slice(0, SHOWN).map(({ doc }) => doc), waiting: open.length });
  },
});
