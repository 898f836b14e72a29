import { z } from "zod";
import type { Instant } from "../domain/participant/codes.ts";
import type { Vignette } from "../domain/calibration/vignette.ts";
import { hasRole, type Actor } from "../domain/people/actor.ts";
import { doubleScoringsOpenTo } from "./parts/double-scoring.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

/** Scores the vignettes: whoever scores real people. */
export const mayScoreVignettes = (actor: Actor): boolean => hasRole(actor, "referent");
/** Reads how much the group agrees; of a vignette that they do not score, what the group said. */
export const mayReadAgreement = (actor: Actor): boolean => hasRole(actor, "chargeDeProjet", "coordinatrice");
export const mayReadVignettes = (actor: Actor): boolean => mayScoreVignettes(actor) || mayReadAgreement(actor);

export interface VignettesView {
  readonly vignettes: readonly { readonly vignette: Vignette; readonly doneAt: Instant | null }[];
  readonly scores: boolean;
  readonly readsAgreement: boolean;
  /** Files that this member is offered to score a second time, by their code alone. */
  readonly offers: readonly { readonly code: string; readonly until: string }[];
}

/** The vignettes, and what this member did with them. */
export const seeVignettes = query<Record<string, never>, null, VignettesView>({
  act: "vignettes.see",
  input: z.strictObject({}),
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayReadVignettes(actor) ? null : "roleMayNot"),
  run: async (services: Services, actor) => {
    const scored = await services.store.getMany(
      "vignetteScore",
      services.vignettes.map(({ id }) => `${id}.${actor.memberId}`),
    );
    const when = new Map(scored.map(({ doc }) => [doc.vignette, doc.at]));
    return done({
      vignettes: services.vignettes.map((vignette) => ({ vignette, doneAt: when.get(vignette.id) ?? null })),
      scores: mayScoreVignettes(actor),
      readsAgreement: mayReadAgreement(actor),
      offers: await doubleScoringsOpenTo(services, actor),
    });
  },
});
