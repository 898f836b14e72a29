import { z } from "zod";
import { text, top } from "../common.ts";

/** A vignette once it is scored: my level beside the group's and what its author expected. Never who said what. */
export const vignetteGroupModel = z.strictObject({
  ...top,
  title: text,
  /** « 4 personnes ont coté cette vignette. » */
  people: text,
  lines: z.array(
    z.strictObject({
      label: text,
      /** Null for whoever does not score. */
      own: text.nullable(),
      group: text,
      expected: text,
    }),
  ),
  /** The domains that are at « Aucune » for everyone; null: none. */
  rest: text.nullable(),
  routeTitle: text,
  route: text,
});
export type VignetteGroupModel = z.infer<typeof vignetteGroupModel>;
