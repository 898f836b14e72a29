import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { mayConfirmRetention } from "../domain/people/actor.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { erasing, readRetained, type RetainedCase } from "./parts/on-retention.ts";

const input = z.strictObject({
  code: participantCode,
  /** The edition of the case that was shown. */
  rev: z.number().int().nonnegative(),
});

/** *Effacement demandé par la personne* (GDPR, article 17): served at once, whatever the time that the file was to be kept. */
export const eraseOnRequest = command<z.infer<typeof input>, RetainedCase, { readonly kind: "erased" }>({
  act: "retention.eraseOnRequest",
  input,
  about: ({ code }) => code,
  queue: () => "retention",
  load: (services, _actor, { code }) => readRetained(services, code),
  allow: (actor, { dossier }) =>
    mayConfirmRetention(actor) && dossier.file.doc.retired?.as !== "erased" ? null : "noSuchCase",
  decide: (services, actor, loaded, { rev }) => {
    const { edition, mergedInto } = loaded.dossier.file.doc;
    // The record that is kept is the person's: this one goes with it.
    if (mergedInto !== null) return refused("caseClosed");
    if (edition !== rev) return refused("changedMeanwhile");
    return erasing(services, actor, loaded, { because: "request", outcome: { kind: "erased" }, writes: [] });
  },
});
