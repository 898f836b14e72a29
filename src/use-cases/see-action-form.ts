import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readActionForm, TARGET, type ActionForm } from "./parts/action-form.ts";
import { checkAction, type CheckedAction } from "./parts/check-action.ts";
import { plansActions } from "./parts/on-action.ts";
import { aboutCode } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode, target: z.string().regex(TARGET) });

export interface ActionFormView extends ActionForm {
  readonly checked: CheckedAction;
}

/** *Action*, as it was left, with what is still to be mended. */
export const seeActionForm = query<z.infer<typeof input>, ActionForm, ActionFormView>({
  act: "action.form",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readActionForm,
  allow: (actor, { dossier, there }) => plansActions(actor, dossier) ?? (there ? null : "changedMeanwhile"),
  run: (services, _actor, form) => done({ ...form, checked: checkAction(services, form, form.form.shown) }),
});
