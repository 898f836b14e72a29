/** What is typed in *Action*, read with everything that its rules need: each problem at once. */
import {
  collectiveFromInputs,
  deferralFromInputs,
  type CollectiveRead,
  type DeferralRead,
} from "../../domain/activation/action-from-inputs.ts";
import { PMSMP, PUT_OFF } from "../../domain/activation/codes.ts";
import type { ActionProblem } from "../../domain/activation/action-typed.ts";
import { findHost, type HostFound } from "../../domain/activation/host-name.ts";
import { pmsmpFromInputs, type PmsmpRead } from "../../domain/activation/pmsmp-from-inputs.ts";
import {
  manyHours,
  pmsmpProblems,
  type Before,
  type PmsmpContext,
  type Renewed,
} from "../../domain/activation/pmsmp.ts";
import type { Host, Session } from "../../domain/activation/records.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import type { ActionMaterial } from "./action-form.ts";

/** The structure as it was found: `settled` is the one that it is, null: a new one, undefined: it has to be asked. */
export interface FoundHost {
  readonly near: readonly Host[];
  readonly settled: Versioned<Host> | null | undefined;
}

export type CheckedAction =
  | {
      readonly type: "pmsmp";
      readonly read: PmsmpRead;
      readonly host: FoundHost;
      readonly manyHours: boolean;
      readonly problems: readonly ActionProblem[];
    }
  | {
      readonly type: "collective";
      readonly what: string;
      readonly read: CollectiveRead;
      readonly sessions: readonly Versioned<Session>[];
      readonly problems: readonly ActionProblem[];
    }
  | { readonly type: "deferral"; readonly read: DeferralRead; readonly problems: readonly ActionProblem[] };

/** Chosen on the card: a structure that is no other. */
export const OTHER_HOST = "new";

const settledIn = (
  found: HostFound<Host>,
  hosts: ActionMaterial["hosts"],
  chosen: string,
): Versioned<Host> | null | undefined => {
  const byId = (id: string): Versioned<Host> | undefined => hosts.find(({ doc }) => doc.id === id);
  if (found.kind === "same") return byId(found.host.id);
  if (found.kind === "new" || chosen === OTHER_HOST) return null;
  return found.hosts.some(({ id }) => id === chosen) ? byId(chosen) : undefined;
};

const hostOf = (material: ActionMaterial, read: PmsmpRead, chosen: string): FoundHost => {
  if (read.host.name === "") return { near: [], settled: null };
  const found = findHost(
    read.host,
    material.hosts.map(({ doc }) => doc),
  );
  return {
    near: found.kind === "near" ? found.hosts : [],
    settled: settledIn(found, material.hosts, chosen),
  };
};

/** The immersions of this person there, but the one that is changed. */
const beforeAt = ({ actions, editing }: ActionMaterial, hostId: string | undefined): readonly Before[] =>
  actions.flatMap(({ doc }) =>
    doc.pmsmp === null || doc.pmsmp.hostId !== hostId || doc.state === "cancelled" || doc.id === editing?.doc.id
      ? []
      : [{ from: doc.from, until: doc.until, objective: doc.pmsmp.objective, job: doc.pmsmp.job }],
  );

const renewedIn = (material: ActionMaterial, hostId: string | undefined): Renewed | null => {
  const { renewing, actions, editing, bilans } = material;
  if (renewing === null || renewing.doc.pmsmp === null) return null;
  const { id, pmsmp, until } = renewing.doc;
  return {
    objective: pmsmp.objective,
    until,
    sameHost: pmsmp.hostId === hostId,
    before: pmsmp.renews === null ? 0 : 1,
    again: actions.some(
      ({ doc }) => doc.state !== "cancelled" && doc.id !== editing?.doc.id && doc.pmsmp?.renews?.action === id,
    ),
    met: bilans.get(id)?.objectiveMet ?? null,
  };
};

const contextOf = (services: Services, material: ActionMaterial, hostId: string | undefined): PmsmpContext => ({
  rules: services.frameworks.current.activation.pmsmp,
  today: services.clock.today(),
  birthDate: material.identity.birthDate,
  delegations: services.plie.delegations.filter(({ kind }) => kind.toLowerCase() === PMSMP),
  atHost: beforeAt(material, hostId),
  renews: renewedIn(material, hostId),
});

const checkPmsmp = (services: Services, material: ActionMaterial, inputs: TypedInputs): CheckedAction => {
  const days = { today: services.clock.today(), orientedOn: material.dossier.file.doc.orientedOn };
  const { value, problems } = pmsmpFromInputs(inputs, days, { renewal: material.renewing !== null });
  const host = hostOf(material, value, inputs["sameHost"] ?? "");
  const context = contextOf(services, material, host.settled?.doc.id);
  return {
    type: "pmsmp",
    read: value,
    host,
    manyHours: manyHours(value, context.rules),
    problems: [
      ...problems,
      ...(host.settled === undefined ? [{ field: "sameHost", code: "askIfSame" } as const] : []),
      ...pmsmpProblems(value, context),
    ],
  };
};

/** What is changed or renewed keeps its type. */
export const typeOf = ({ editing, renewing }: ActionMaterial, inputs: TypedInputs): string =>
  editing?.doc.what ?? (renewing === null ? (inputs["type"] ?? "") : PMSMP);

const checkCollective = (
  services: Services,
  material: ActionMaterial,
  inputs: TypedInputs,
  what: string,
): CheckedAction => {
  const { editing, dossier } = material;
  const sessions = editing === null ? material.sessions.filter(({ doc }) => doc.what === what) : [];
  const days = { today: services.clock.today(), orientedOn: dossier.file.doc.orientedOn };
  const { value, problems } = collectiveFromInputs(
    inputs,
    days,
    sessions.map(({ doc }) => doc),
  );
  return { type: "collective", what, read: value, sessions, problems };
};

export const checkAction = (services: Services, material: ActionMaterial, inputs: TypedInputs): CheckedAction => {
  const type = typeOf(material, inputs);
  if (type === PUT_OFF) {
    const { value, problems } = deferralFromInputs(inputs, services.clock.today());
    return { type: "deferral", read: value, problems };
  }
  const isKind = services.frameworks.current.activation.kinds.some(({ id }) => id === type);
  return isKind || material.editing?.doc.pmsmp === null
    ? checkCollective(services, material, inputs, type)
    : checkPmsmp(services, material, inputs);
};
