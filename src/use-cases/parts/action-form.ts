/** *Action*: what its form is over, as each member left it, and everything that its rules are looked at with. */
import { PMSMP } from "../../domain/activation/codes.ts";
import type { Action, ActionBilan, Host, Session } from "../../domain/activation/records.ts";
import { enrolProblem } from "../../domain/activation/sessions.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import type { Dossier } from "./dossier.ts";
import { readDrafted, type Drafted } from "./form.ts";
import { actionsOf, bilansOf, everyHost } from "./read-actions.ts";
import { readRecord } from "./record.ts";

/** `new`, or what is changed or renewed, with the id of its action. */
export const TARGET = /^(?:new|(?:edit|renew)\.[\w-]{1,100})$/;

export interface ActionMaterial {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly actions: readonly Versioned<Action>[];
  readonly bilans: ReadonlyMap<string, ActionBilan>;
  readonly hosts: readonly Versioned<Host>[];
  /** Collective actions that this person can still join. */
  readonly sessions: readonly Versioned<Session>[];
  readonly editing: Versioned<Action> | null;
  /** The immersion that this one goes on with. */
  readonly renewing: Versioned<Action> | null;
}
export interface ActionForm extends ActionMaterial {
  readonly target: string;
  /** What is changed is still planned, what is renewed is done; false: it moved meanwhile. */
  readonly there: boolean;
  readonly form: Drafted<"action">;
}

const joinable = async (services: Services, code: string): Promise<readonly Versioned<Session>[]> => {
  const found: Versioned<Session>[] = [];
  const today = services.clock.today();
  for await (const session of everyDocument(services.store, { kind: "session", key: "open" }))
    if (enrolProblem(session.doc, code, today) === null) found.push(session);
  return found;
};

const hostInputs = (host: Host | undefined): TypedInputs => ({
  host: host?.name ?? "",
  siret: host?.siret ?? "",
  commune: host?.commune ?? "",
  contact: host?.contact ?? "",
});

const inputsOf = ({ what, from, until, pmsmp }: Action, host: Host | undefined): TypedInputs => ({
  type: what,
  from,
  until,
  ...(pmsmp === null
    ? {}
    : {
        ...hostInputs(host),
        objective: pmsmp.objective,
        job: pmsmp.job,
        hoursPerWeek: String(pmsmp.hoursPerWeek).replace(".", ","),
        followUp: pmsmp.followUp,
        postFree: pmsmp.postFree,
        representative: pmsmp.representative ?? "",
        childcare: pmsmp.childcare,
        meals: pmsmp.meals,
        transport: pmsmp.transport,
        signedOn: pmsmp.signedOn ?? "",
        why: pmsmp.renews?.why ?? "",
      }),
});

/** What a renewal keeps of the first one; dates, signature and what keeps the person from going are asked again. */
const renewedInputs = (action: Action, host: Host | undefined): TypedInputs => ({
  type: PMSMP,
  ...hostInputs(host),
  objective: action.pmsmp?.objective ?? "",
  job: action.pmsmp?.job ?? "",
  hoursPerWeek: String(action.pmsmp?.hoursPerWeek ?? "").replace(".", ","),
});

const recordedFor = ({ editing, renewing, hosts, actions }: ActionMaterial) => {
  const hostOf = (action: Action): Host | undefined => hosts.find(({ doc }) => doc.id === action.pmsmp?.hostId)?.doc;
  if (editing !== null) return { version: editing.version, inputs: inputsOf(editing.doc, hostOf(editing.doc)) };
  const inputs = renewing === null ? { type: PMSMP } : renewedInputs(renewing.doc, hostOf(renewing.doc));
  return { version: `${String(actions.length)}.${renewing?.version ?? ""}`, inputs };
};

const named = (actions: readonly Versioned<Action>[], id: string | undefined): Versioned<Action> | null =>
  actions.find(({ doc }) => doc.id === id) ?? null;

/** The action of a target: of this case, and still to be done where it is changed. */
const aboutOf = (actions: readonly Versioned<Action>[], target: string, parcours: number) => {
  const [verb, id] = target.split(".", 2);
  const editing = verb === "edit" ? named(actions, id) : null;
  const renewing = named(actions, verb === "renew" ? id : editing?.doc.pmsmp?.renews?.action);
  const known = verb === "new" || named(actions, id) !== null;
  const there = verb === "new" || (verb === "edit" ? editing?.doc.state === "planned" : renewing?.doc.state === "done");
  const present = (editing?.doc.parcours ?? parcours) === parcours;
  return { editing, renewing, known, there: there && present && editing?.doc.session == null };
};

export const readActionForm = async (
  services: Services,
  actor: Actor,
  { code, target }: { readonly code: string; readonly target: string },
): Promise<Result<ActionForm>> => {
  const record = await readRecord(services, code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const [actions, bilans, hosts, sessions] = await Promise.all([
    actionsOf(services, code),
    bilansOf(services, code),
    everyHost(services),
    joinable(services, code),
  ]);
  const { known, there, ...about } = aboutOf(actions, target, dossier.file.doc.parcours);
  if (!known) return refused("noSuchCase");
  const material = { dossier, identity: identity.doc, actions, bilans, hosts, sessions, ...about };
  const { parcours } = dossier.file.doc;
  const id = `action.${code}.${String(parcours)}.${target}.${actor.memberId}`;
  const form = await readDrafted(services, { name: "action" as const, id, code }, recordedFor(material));
  return done({ ...material, target, there, form });
};
