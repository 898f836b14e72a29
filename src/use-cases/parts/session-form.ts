/** *Nouvelle action collective*: one form for each member, as it was left; it is about nobody. */
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { FROM_OUTSIDE } from "../../domain/activation/session-from-inputs.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import { hasRole, type Actor } from "../../domain/people/actor.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { draftWrite } from "./form.ts";

const FORM = "session";

export interface SessionForm {
  readonly id: string;
  readonly rev: string;
  readonly shown: TypedInputs;
  readonly draft: Versioned<Draft> | undefined;
}

const blank = (services: Services, actor: Actor): TypedInputs => ({
  what: services.frameworks.current.activation.kinds[0]?.id ?? "",
  leaderId: hasRole(actor, "referent") ? actor.memberId : FROM_OUTSIDE,
  places: "10",
});

export const readSessionForm = async (services: Services, actor: Actor): Promise<SessionForm> => {
  const id = `${FORM}.new.${actor.memberId}`;
  const draft = await services.store.get("draft", id);
  return { id, rev: draft?.version ?? "new", shown: draft?.doc.inputs ?? blank(services, actor), draft };
};

export const keepSession = (services: Services, actor: Actor, form: SessionForm, inputs: TypedInputs): Write =>
  draftWrite(
    services,
    actor,
    { name: FORM, id: form.id, code: null, draft: form.draft },
    { inputs, aboutHealth: false },
  );
