/** *Passage de relais*: every one of a parcours, one of them, and its two forms. */
import { z } from "zod";
import type { Framework } from "../domain/framework/schema.ts";
import type { Handover } from "../domain/handover/records.ts";
import { hindranceToSend, type Around, type StepProblem } from "../domain/handover/steps.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { hasRole, mayCarryCase, maySeeCase } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { relayRev } from "./add-relay.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { loadHandoverForm, type HandoverForm } from "./parts/handover-form.ts";
import { readHandovers } from "./parts/read-handovers.ts";
import { aboutCode } from "./parts/on-case.ts";
import {
  aroundOf,
  carriesHandover,
  handoverInput,
  loadHandover,
  readsHandover,
  type OnHandover,
} from "./parts/on-handover.ts";

const input = z.strictObject({ code: participantCode });

export interface HandoversView extends CaseView {
  readonly handovers: readonly Handover[];
  readonly rev: string;
  readonly mayAdd: boolean;
  /** *Passage urgent*. */
  readonly mayDecideAtOnce: boolean;
}

const ENDED: ReadonlySet<string> = new Set(["left", "reoriented", "cancelled"]);

export const seeHandovers = query<z.infer<typeof input>, CaseView, HandoversView>({
  act: "handovers.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, { dossier }) => (maySeeCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: async (services, actor, view) => {
    const file = view.dossier.file.doc;
    const goesOn = file.entry !== null && !ENDED.has(file.status);
    return done({
      ...view,
      handovers: await readHandovers(services, file),
      rev: relayRev(view.dossier),
      mayAdd: goesOn && mayCarryCase(actor, file),
      mayDecideAtOnce: goesOn && hasRole(actor, "chargeDeProjet"),
    });
  },
});

export interface HandoverView extends OnHandover {
  readonly around: Around;
  /** Null: it can be sent. */
  readonly hindrance: StepProblem | null;
  readonly mayCarry: boolean;
  /** Those of the framework in force, as the clock counts them. */
  readonly delays: Framework["milestones"];
}

const one = z.strictObject(handoverInput);

export const seeHandover = query<z.infer<typeof one>, OnHandover, HandoverView>({
  act: "handover.see",
  input: one,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadHandover,
  allow: readsHandover,
  run: (services, actor, on) => {
    const around = aroundOf(services, actor, on);
    return done({
      ...on,
      around,
      hindrance: hindranceToSend(on.handover.doc, around),
      mayCarry: carriesHandover(actor, on) === null,
      delays: services.frameworks.current.milestones,
    });
  },
});

const formOf = (act: string, name: Parameters<typeof loadHandoverForm>[0]) =>
  query<z.infer<typeof one>, HandoverForm, HandoverForm>({
    act,
    input: one,
    about: aboutCode,
    opens: ({ code }) => code,
    load: loadHandoverForm(name),
    allow: carriesHandover,
    run: (_services, _actor, form) => done(form),
  });

export const seeHandoverSheet = formOf("handover.sheet.see", "handoverSheet");
export const seeHandoverAnswer = formOf("handover.answer.see", "handoverAnswer");
