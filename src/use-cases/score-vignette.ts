import { z } from "zod";
import { scoresFromInputs } from "../domain/calibration/scores-from-inputs.ts";
import type { VignetteScore } from "../domain/calibration/records.ts";
import type { Vignette } from "../domain/calibration/vignette.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import {
  dropChosen,
  keepChosen,
  readChosen,
  readScoringForm,
  scoringInput,
  type ScoringForm,
} from "./parts/scoring-form.ts";
import { mayReadVignettes, mayScoreVignettes } from "./see-vignettes.ts";
import type { Services } from "./frame/services.ts";
import { command, query } from "./frame/use-case.ts";

export interface VignetteForm {
  readonly vignette: Vignette;
  readonly form: ScoringForm;
  /** What this member recorded: the first time counts, and is the only one. */
  readonly scored: VignetteScore | undefined;
}

const readForm = async (services: Services, actor: Actor, id: string): Promise<Result<VignetteForm | null>> => {
  const vignette = services.vignettes.find((one) => one.id === id);
  if (vignette === undefined) return done(null);
  const [form, scored] = await Promise.all([
    readScoringForm(services, `vignette.${id}.${actor.memberId}`),
    services.store.get("vignetteScore", `${id}.${actor.memberId}`),
  ]);
  return done({ vignette, form, scored: scored?.doc });
};

/** The role first: whether a vignette exists is nothing to whoever does not score. */
const scorerOnly = (actor: Actor, loaded: VignetteForm | null): RefusalCode | null => {
  if (!mayScoreVignettes(actor)) return "roleMayNot";
  if (loaded === null) return "choiceMissing";
  return loaded.scored === undefined ? null : "alreadyDone";
};

const input = z.strictObject({ vignette: z.string().max(60) });

/** A vignette to score, alone, with what was chosen so far; null once it is scored, or for whoever does not score: they read the group. */
export const seeVignetteForm = query<z.infer<typeof input>, VignetteForm | null, VignetteForm | null>({
  act: "vignette.see",
  input,
  load: (services, actor, { vignette }) => readForm(services, actor, vignette),
  allow: (actor, loaded) => (!mayReadVignettes(actor) ? "roleMayNot" : loaded === null ? "choiceMissing" : null),
  run: (_services, actor, loaded) =>
    done(loaded === null || loaded.scored !== undefined || !mayScoreVignettes(actor) ? null : loaded),
});

const scoreInput = z.strictObject({ vignette: z.string().max(60), ...scoringInput });
type ScoreInput = z.infer<typeof scoreInput>;
export type ScoredVignette = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" };

/** Scores a vignette, once: after the group was seen, another score would say nothing any more. */
export const scoreVignette = command<ScoreInput, VignetteForm | null, ScoredVignette>({
  act: "vignette.score",
  input: scoreInput,
  queue: (actor, { vignette }) => `vignette ${vignette} ${actor.memberId}`,
  load: (services, actor, { vignette }) => readForm(services, actor, vignette),
  allow: scorerOnly,
  decide: (services, actor, loaded, request) => {
    if (loaded === null) return refused("choiceMissing");
    const { vignette, form } = loaded;
    const { inputs, overtaken } = readChosen(form, request);
    const as = (kind: ScoredVignette["kind"], writes: readonly Write[]) =>
      done({
        outcome: { kind },
        head: null,
        writes,
        audit: { act: `vignette.${kind}`, code: null, details: { vignette: vignette.id } },
      });
    const kept = keepChosen(services, actor, form, null, inputs);
    if (overtaken || request.intent === "keep") return as(overtaken ? "overtaken" : "kept", [kept]);
    const scores = scoresFromInputs(inputs);
    if (scores === undefined) return as("toMend", [kept]);
    const at = services.clock.now().toISOString();
    const doc: VignetteScore = {
      kind: "vignetteScore",
      schemaVersion: 1,
      vignette: vignette.id,
      memberId: actor.memberId,
      scores,
      at,
    };
    return as("recorded", [{ op: "put", doc, expected: "new" }, ...dropChosen(form)]);
  },
});
