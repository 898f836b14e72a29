/** Forms about the clock of a case, filled with what was typed or what is recorded. */
import { z } from "zod";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Checkpoint } from "../domain/participant/path-records.ts";
import { followUpForm } from "./hold-follow-up.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode } from "./parts/on-case.ts";
import { managesPath, pauseForm, readPathForm, type PathForm, type PathFormKind } from "./parts/path-form.ts";
import { exitNewsForm } from "./record-exit-news.ts";

const input = z.strictObject({ code: participantCode });

export interface PathFormView extends PathForm {
  readonly identity: Identity;
}

export interface FollowUpView extends PathFormView {
  /** The point before this one; null: this is the first. */
  readonly last: Checkpoint | null;
}

const seeForm = (act: string, kind: PathFormKind) =>
  query<z.infer<typeof input>, PathFormView, PathFormView>({
    act,
    input,
    about: aboutCode,
    opens: ({ code }) => code,
    load: async (services, actor, request) => {
      const [read, identity] = await Promise.all([
        readPathForm(services, kind, actor, request),
        services.store.get("identity", request.code),
      ]);
      if (!read.ok || identity === undefined) return refused("noSuchCase");
      return done({ ...read.value, identity: identity.doc });
    },
    allow: managesPath(kind),
    run: (_services, _actor, view) => done(view),
  });

export const seePauseForm = seeForm("parcours.seePause", pauseForm);

export const seeFollowUpForm = query<z.infer<typeof input>, PathFormView, FollowUpView>({
  ...seeForm("followUp.see", followUpForm),
  run: async (services, _actor, view) => {
    const key = `case:${view.dossier.file.doc.code}`;
    const { items } = await services.store.list({ kind: "checkpoint", key, limit: 1, descending: true });
    return done({ ...view, last: items[0]?.doc ?? null });
  },
});
export const seeExitNewsForm = seeForm("exitNews.see", exitNewsForm);
