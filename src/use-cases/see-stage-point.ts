/** *Point d'étape* of one person: what was agreed last time, and the form where this reader may write. */
import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayManageCase, maySeeStagePoint } from "../domain/people/actor.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode } from "./parts/on-case.ts";
import { readPathForm, type PathForm } from "./parts/path-form.ts";
import { lastAgreed, stagePointForm, type Agreed } from "./parts/stage-points.ts";

const input = z.strictObject({ code: participantCode });

interface Loaded extends PathForm {
  readonly identity: Identity;
}

export interface StagePointView {
  readonly identity: Identity;
  /** Null: nothing was agreed yet. */
  readonly last: Agreed | null;
  /** Null: not for this reader to write. */
  readonly form: PathForm["form"] | null;
}

export const seeStagePoint = query<z.infer<typeof input>, Loaded, StagePointView>({
  act: "stagePoint.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, actor, request) => {
    const [read, identity] = await Promise.all([
      readPathForm(services, stagePointForm, actor, request),
      services.store.get("identity", request.code),
    ]);
    if (!read.ok || identity === undefined) return refused("noSuchCase");
    return done({ ...read.value, identity: identity.doc });
  },
  allow: (actor, { dossier }) =>
    maySeeStagePoint(actor, dossier.file.doc) ? stagePointForm.closed(dossier.file.doc) : "noSuchCase",
  run: async (services, actor, { dossier, form, identity }) =>
    done({
      identity,
      last: await lastAgreed(services, dossier.file.doc),
      form: mayManageCase(actor, dossier.file.doc) ? form : null,
    }),
});
