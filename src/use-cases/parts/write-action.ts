/** What *Enregistrer* writes of an action: the action itself, its host, and the session that it joins. */
import { plannedBeside, withPlanned, withoutPlanned } from "../../domain/activation/chosen.ts";
import { foldedHost } from "../../domain/activation/host-name.ts";
import type { PmsmpRead } from "../../domain/activation/pmsmp-from-inputs.ts";
import { needsRepresentative } from "../../domain/activation/pmsmp.ts";
import type { Action, Host, Pmsmp } from "../../domain/activation/records.ts";
import { withEnrolled } from "../../domain/activation/sessions.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { touched } from "../../domain/participant/clock-facts.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import type { ActionForm } from "./action-form.ts";
import type { CheckedAction, FoundHost } from "./check-action.ts";
import { sessionWrite } from "./on-session.ts";

type CheckedPmsmp = Extract<CheckedAction, { type: "pmsmp" }>;
type CheckedCollective = Extract<CheckedAction, { type: "collective" }>;

/** Two who write the same new structure at once write the same document: one of them reads again, and finds it. */
const newHost = (services: Services, read: PmsmpRead["host"]): Host => ({
  kind: "host",
  schemaVersion: 1,
  id: services.ids
    .digest(`${foldedHost(read.name)}|${read.siret ?? ""}|${foldedHost(read.commune ?? "")}`)
    .slice(0, 24),
  name: read.name,
  aliases: [],
  siret: read.siret,
  commune: read.commune,
  contact: read.contact,
  at: services.clock.now().toISOString(),
});

const ALIASES_AT_MOST = 20;

/** What was learnt of a structure that is known: another spelling, its SIRET, where it is, whom to ask for. */
const learnt = (known: Host, read: PmsmpRead["host"]): Host => {
  const spelled = [known.name, ...known.aliases].some((name) => foldedHost(name) === foldedHost(read.name));
  return {
    ...known,
    aliases: spelled || known.aliases.length >= ALIASES_AT_MOST ? known.aliases : [...known.aliases, read.name],
    siret: known.siret ?? read.siret,
    commune: known.commune ?? read.commune,
    contact: read.contact === "" ? known.contact : read.contact,
  };
};

const hostWrite = (
  services: Services,
  { settled }: FoundHost,
  read: PmsmpRead["host"],
): { readonly id: string; readonly writes: readonly Write[] } => {
  if (settled == null) {
    const doc = newHost(services, read);
    return { id: doc.id, writes: [{ op: "put", doc, expected: "new" }] };
  }
  const doc = learnt(settled.doc, read);
  const same = JSON.stringify(doc) === JSON.stringify(settled.doc);
  return { id: doc.id, writes: same ? [] : [{ op: "put", doc, expected: settled.version }] };
};

const base = (
  services: Services,
  actor: Actor,
  { dossier, editing }: ActionForm,
): Omit<Action, "what" | "from" | "until" | "pmsmp" | "session"> => {
  if (editing !== null) return { ...editing.doc, edition: editing.doc.edition + 1 };
  const { code, parcours } = dossier.file.doc;
  return {
    kind: "action",
    schemaVersion: 1,
    id: services.ids.next(),
    code,
    parcours,
    edition: 0,
    state: "planned",
    preparation: { referent: "", learn: "", show: "", observe: [] },
    frameworkVersion: services.frameworks.current.version,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
};

/** Null while something of it could not be read. */
const pmsmpOf = (services: Services, form: ActionForm, { read }: CheckedPmsmp, hostId: string): Pmsmp | null => {
  const { objective, hoursPerWeek, postFree, childcare, meals, transport, job, signedOn, from } = read;
  if (objective === null || hoursPerWeek === null || postFree === null || from === null) return null;
  if (childcare === null || meals === null || transport === null) return null;
  const { pmsmp } = services.frameworks.current.activation;
  const { renewing, identity } = form;
  return {
    objective,
    hostId,
    hoursPerWeek,
    job,
    renews: renewing === null ? null : { action: renewing.doc.id, why: read.why },
    signedOn,
    representative: needsRepresentative(identity.birthDate, from, pmsmp) ? read.representative : null,
    postFree,
    followUp: objective === "recruit" ? read.followUp : "",
    childcare,
    meals,
    transport,
  };
};

export interface WrittenAction {
  readonly action: Action;
  readonly writes: readonly Write[];
}

const put = (doc: Action, editing: Versioned<Action> | null): Write => ({
  op: "put",
  doc,
  expected: editing?.version ?? "new",
});

export const immersion = (
  services: Services,
  actor: Actor,
  form: ActionForm,
  checked: CheckedPmsmp,
): WrittenAction | null => {
  const { from, until, host } = checked.read;
  const { id, writes } = hostWrite(services, checked.host, host);
  const pmsmp = pmsmpOf(services, form, checked, id);
  if (from === null || until === null || pmsmp === null) return null;
  const action: Action = { ...base(services, actor, form), what: "pmsmp", from, until, pmsmp, session: null };
  return { action, writes: [put(action, form.editing), ...writes] };
};

export const collective = (
  services: Services,
  actor: Actor,
  form: ActionForm,
  { read, what, sessions }: CheckedCollective,
): WrittenAction | null => {
  const { from, until, session: id } = read;
  if (from === null || until === null) return null;
  const action: Action = { ...base(services, actor, form), what, from, until, pmsmp: null, session: id };
  const session = sessions.find(({ doc }) => doc.id === id);
  const joins = session === undefined ? [] : [sessionWrite(session, withEnrolled(session.doc, action.code))];
  return { action, writes: [put(action, form.editing), ...joins] };
};

/** What the clock reads of it. */
export const headWith = ({ dossier, actions, editing }: ActionForm, { until }: Action, today: Day): CaseFile => {
  const head = touched(dossier.file.doc, today);
  if (editing === null) return withPlanned(head, until, today);
  const others = actions.map(({ doc }) => doc);
  return withoutPlanned(head, [until, ...plannedBeside(editing.doc, others)]);
};
