import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { mayReadArchived } from "../domain/people/actor.ts";
import { UNARCHIVE_REASONS } from "../domain/rights/retention-records.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { inUse, readRetained, type RetainedCase } from "./parts/on-retention.ts";

const input = z.strictObject({
  code: participantCode,
  rev: z.number().int().nonnegative(),
  why: z.enum(UNARCHIVE_REASONS),
});

/** *Rouvrir un dossier archivé*, with a reason: it is in the lists again, and what is due is due again. */
export const unarchiveFile = command<z.infer<typeof input>, RetainedCase, { readonly kind: "unarchived" }>({
  act: "retention.unarchive",
  input,
  about: ({ code }) => code,
  queue: () => "retention",
  load: (services, _actor, { code }) => readRetained(services, code),
  allow: (actor, { dossier }) => (mayReadArchived(actor, dossier.file.doc) ? null : "noSuchCase"),
  decide: (services, _actor, loaded, { rev, why }) => {
    const file = loaded.dossier.file.doc;
    if (file.edition !== rev) return refused("changedMeanwhile");
    return inUse(
      services,
      loaded,
      { ...file, retired: null },
      {
        act: "case.unarchived",
        details: { why },
        outcome: { kind: "unarchived" },
        writes: [],
      },
    );
  },
});
