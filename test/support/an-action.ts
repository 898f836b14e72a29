/** Actions of people, for what shows and prints them. */
import type { Action, Host, Pmsmp, Session } from "../../src/domain/activation/records.ts";
import { preparedFor } from "../../src/domain/activation/preparation.ts";
import type { ToPrint } from "../../src/wording/action-facts.ts";
import { realFramework } from "./a-lead.ts";
import { BASILE } from "./chat.ts";
import { anIdentity } from "./builders.ts";

export const aPmsmp = (overrides: Partial<Pmsmp> = {}): Pmsmp => ({
  ...{ objective: "discover", hostId: "h1", hoursPerWeek: 28, job: "Préparateur de commandes", renews: null },
  ...{ signedOn: "2026-12-04", representative: null, postFree: "yes", followUp: "" },
  ...{ childcare: "settled", meals: "none", transport: "toSettle" },
  ...overrides,
});

export const anAction = (overrides: Partial<Action> = {}): Action => ({
  ...{ kind: "action", schemaVersion: 1, id: "a1", code: "P-2026-0001", parcours: 1, edition: 0, what: "pmsmp" },
  ...{ state: "planned", from: "2026-12-07", until: "2026-12-18", pmsmp: aPmsmp(), session: null },
  preparation: { referent: "", learn: "", show: "", observe: ["horaires", "consignes", "interet"] },
  ...{ frameworkVersion: realFramework().version, by: BASILE, at: "2026-11-24T10:00:00.000Z" },
  ...overrides,
});

export const aHost = (overrides: Partial<Host> = {}): Host => ({
  ...{
    kind: "host",
    schemaVersion: 1,
    id: "h1",
    name: "Entrepôt des Lilas",
    aliases: [],
    siret: null,
    commune: "Longvic",
  },
  ...{ contact: "M. Martin", at: "2026-11-20T10:00:00.000Z" },
  ...overrides,
});

export const aSession = (overrides: Partial<Session> = {}): Session => ({
  ...{ kind: "session", schemaVersion: 1, id: "s1", edition: 0, what: "atelier", title: "Atelier CV et lettre" },
  ...{ from: "2026-12-08", until: "2026-12-10", minutes: 210, place: "Maison de l'emploi, salle 2" },
  ...{ leader: "Basile Tilleul", leaderId: BASILE, places: 8, codes: [], came: [], state: "open", by: BASILE },
  at: "2026-11-24T10:00:00.000Z",
  ...overrides,
});

/** A sheet to print, of an immersion unless it is said otherwise. */
export const toPrintAction = ({ action = anAction(), ...overrides }: Partial<ToPrint> = {}): ToPrint => ({
  action,
  preparedFor: preparedFor(action),
  host: aHost(),
  session: null,
  rules: realFramework().activation,
  kind: null,
  identity: anIdentity(),
  referent: "Basile Tilleul",
  plie: "PLIE de Dijon Métropole",
  again: 10,
  ...overrides,
});
