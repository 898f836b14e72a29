import { z } from "zod";
import type { Scores, VignetteScore } from "../domain/calibration/records.ts";
import type { Vignette } from "../domain/calibration/vignette.ts";
import { DOMAIN_IDS, type DomainId, type Severity } from "../domain/framework/schema.ts";
import { everyDocument } from "./frame/every-document.ts";
import { done, refused } from "./frame/result.ts";
import { mayReadVignettes, mayScoreVignettes } from "./see-vignettes.ts";
import { query } from "./frame/use-case.ts";

/** Under this many people, a level would be somebody's. */
export const PEOPLE_FOR_A_GROUP = 3;

export interface GroupView {
  readonly vignette: Vignette;
  /** Null for whoever does not score. */
  readonly own: Scores | null;
  /** How many people scored the vignette. */
  readonly people: number;
  /** How many people gave each level; a domain that fewer than three people scored is absent. Never who. */
  readonly group: ReadonlyMap<DomainId, ReadonlyMap<Severity, number>>;
}

const countsOf = (scored: readonly VignetteScore[]): GroupView["group"] =>
  new Map(
    DOMAIN_IDS.flatMap((domain) => {
      const given = scored.flatMap(({ scores }) => scores[domain] ?? []);
      if (given.length < PEOPLE_FOR_A_GROUP) return [];
      const levels = [...new Set(given)].sort((one, other) => one - other);
      return [[domain, new Map(levels.map((level) => [level, given.filter((one) => one === level).length]))] as const];
    }),
  );

const input = z.strictObject({ vignette: z.string().max(60) });
interface Loaded {
  readonly vignette: Vignette | undefined;
  readonly own: Scores | null;
}

/** My levels beside the group's, and what the author of the vignette expected: once I have scored it, if I am of those who score. */
export const seeVignetteGroup = query<z.infer<typeof input>, Loaded, GroupView>({
  act: "vignette.group",
  input,
  load: async (services, actor, { vignette: id }) => {
    const own = await services.store.get("vignetteScore", `${id}.${actor.memberId}`);
    return done({ vignette: services.vignettes.find((one) => one.id === id), own: own?.doc.scores ?? null });
  },
  allow: (actor, { vignette, own }) => {
    if (!mayReadVignettes(actor)) return "roleMayNot";
    return vignette === undefined || (mayScoreVignettes(actor) && own === null) ? "choiceMissing" : null;
  },
  run: async (services, _actor, { vignette, own }) => {
    if (vignette === undefined) return refused("choiceMissing");
    const scored: VignetteScore[] = [];
    for await (const { doc } of everyDocument(services.store, {
      kind: "vignetteScore",
      key: `vignette:${vignette.id}`,
    }))
      scored.push(doc);
    return done({ vignette, own, people: scored.length, group: countsOf(scored) });
  },
});
