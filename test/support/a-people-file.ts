/** A file of the PLIE's own software, and what it takes to bring it in. */
import assert from "node:assert/strict";
import type { ImportRun, LineChoice } from "../../src/domain/exchange/import-records.ts";
import { readTable } from "../../src/intake/read-table.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { prepareImport } from "../../src/use-cases/prepare-import.ts";
import { startImport } from "../../src/use-cases/start-import.ts";
import { createIds } from "../../src/system/ids.ts";
import { anActor } from "./builders.ts";
import { tabServices } from "./tab-services.ts";

/** Of config/team.json and config/papers/import.json: « BT » is Basile. */
const BASILE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a02";
export const FANTINE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a05";

const TEAM = [
  { aadObjectId: FANTINE, name: "Fantine", roles: ["assistante"] },
  { aadObjectId: BASILE, name: "Basile Tilleul", roles: ["referent"] },
] as const;
const importer = anActor({ memberId: FANTINE, name: "Fantine", roles: ["assistante"] });

export const importServicesOn = (store: Store): Services => ({
  ...tabServices(TEAM.map((one) => ({ ...one, roles: [...one.roles] }))).services,
  store,
  ids: createIds(),
});

const TITLES = [
  ...["N° dossier", "Prénom", "Nom", "Date de naissance", "Commune", "Téléphone"],
  ...["Date d'orientation", "Référent"],
] as const;

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");

export const aFileOf = (...lines: readonly (readonly string[])[]): string =>
  [TITLES, ...lines].map(quoted).join("\r\n");

interface Over {
  readonly id?: string;
  readonly phone?: string;
  readonly givenName?: string;
  readonly familyName?: string;
}

const two = (number: number): string => String(number % 100).padStart(2, "0");

/** Another day for each of sixteen thousand: names that look alike are not taken for the same person. */
const birthOf = (index: number): string => {
  const [day, month] = [1 + (Math.floor(index / 50) % 28), 1 + (Math.floor(index / 1400) % 12)];
  return `${two(day)}/${two(month)}/${1950 + (index % 50)}`;
};

export const aLineOf = (
  index: number,
  { id, phone, givenName = `Prénom${index}`, familyName = `NOM${index}` }: Over = {},
): readonly string[] => [
  ...[id ?? `Z${index}`, givenName, familyName, birthOf(index), "Dijon"],
  ...[phone ?? `06 12 34 ${two(56)} ${two(index)}`, "02/11/2026", "BT"],
];

/** What the file would do. */
export const prepared = async (services: Services, file: string): Promise<ImportRun> => {
  async function* open(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(file));
  }
  const read = await ask(services, importer, prepareImport, { rows: readTable(open) });
  assert.ok(read.ok && read.value.read, JSON.stringify(read));
  return read.value.run;
};

interface Chosen {
  readonly line: number;
  readonly choice: LineChoice;
}

/** Begun, and not yet done; the id of the run. */
export const beginImport = async (
  services: Services,
  of: string | ImportRun,
  choices: readonly Chosen[] = [],
): Promise<string> => {
  const run = typeof of === "string" ? await prepared(services, of) : of;
  const begun = await ask(services, importer, startImport, {
    ...{ run: run.id, onlyRight: true, choices: [...choices] },
  });
  assert.ok(begun.ok, JSON.stringify(begun));
  return run.id;
};
