import type { ExportRules } from "../domain/exchange/export-rules.ts";
import type { Transmission } from "../domain/exchange/transmission.ts";
import { addDays } from "../domain/participant/days.ts";
import { hasRole, mayTakeExtraction } from "../domain/people/actor.ts";
import { period, type Period } from "./export-cases.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";

const SHOWN_AT_MOST = 500;

export interface ExportsView {
  readonly rules: ExportRules;
  /** The latest first; null for who does not read them. */
  readonly transmissions: readonly Transmission[] | null;
}

/** *Exports*: what the file holds, and what was transmitted in the period. */
export const seeExports = query<Period, null, ExportsView>({
  act: "exports.see",
  input: period,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayTakeExtraction(actor) ? null : "roleMayNot"),
  run: async ({ store, clock, papers }, actor, _loaded, { from, to }) => {
    const rules = papers.exporting;
    if (!hasRole(actor, "chargeDeProjet", "coordinatrice")) return done({ rules, transmissions: null });
    const { items } = await store.list({
      ...{ kind: "transmission", key: "all", limit: SHOWN_AT_MOST, descending: true },
      ...{ from: clock.startOf(from).toISOString(), to: clock.startOf(addDays(to, 1)).toISOString() },
    });
    return done({ rules, transmissions: items.map(({ doc }) => doc) });
  },
});
