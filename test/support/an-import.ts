/** What an import takes: records of data·inclusion v1, valid by default, and the ways to give them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFramework } from "../../src/domain/framework/read-framework.ts";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { ReadRecord } from "../../src/domain/offer/read-record.ts";
import type { StoredService } from "../../src/domain/offer/records.ts";
import type { Actor } from "../../src/domain/people/actor.ts";
import { importServices, type ImportInput, type ImportOutcome } from "../../src/use-cases/import-services.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import { readHead } from "../../src/use-cases/parts/directory.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { anActor } from "./builders.ts";

export const anImporter = (): Actor => anActor({ roles: ["chargeDeProjet"] });

/** A service of DORA in Dijon, unless said. */
export const aService = (number: number | string, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  source: "dora",
  structure_id: "dora--maison",
  id: `dora--${number}`,
  nom: `Aide au permis ${number}`,
  description: "Une aide pour préparer le permis de conduire, avec un accompagnement.",
  date_maj: "2026-09-01",
  type: "accompagnement",
  thematiques: ["mobilite--preparer-un-permis", "mobilite--financer-ma-mobilite"],
  publics: ["demandeurs-emploi"],
  code_insee: "21231",
  latitude: 47.32,
  longitude: 5.04,
  telephone: "0380000000",
  score_qualite: 0.7,
  adresse_certifiee: true,
  ...over,
});

export const aStructure = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  source: "dora",
  id: "dora--maison",
  nom: "Maison de l'emploi",
  date_maj: "2026-09-01",
  reseaux_porteurs: ["maisons-de-l-emploi"],
  ...over,
});

export async function* records(values: Iterable<unknown>): AsyncGenerator<ReadRecord> {
  let rank = 0;
  for (const value of values) yield { what: "record", rank: (rank += 1), value };
  await Promise.resolve();
}

type Given = Partial<Omit<ImportInput, "records">> & { readonly actor?: Actor };

/** Imports as the chargé de projet, everything of DORA unless said. */
export const importing = async (
  services: Services,
  values: Iterable<unknown> | AsyncIterable<ReadRecord>,
  {
    actor = anImporter(),
    kind = "services",
    scope = { sources: ["dora"], zone: [] },
    mayCloseMost = false,
  }: Given = {},
): Promise<ImportOutcome> => {
  const given = Symbol.asyncIterator in values ? values : records(values);
  const answer = await ask(services, actor, importServices, { kind, scope, mayCloseMost, records: given });
  assert.ok(answer.ok, "the import was refused");
  return answer.value;
};

/** Every service of the version that is read, by id. */
export const directoryNow = async (services: Services): Promise<ReadonlyMap<string, StoredService>> => {
  const head = await readHead(services);
  const found = new Map<string, StoredService>();
  if (head === undefined) return found;
  for await (const { doc } of everyDocument(services.directory, { kind: "service", key: `v:${head.version}` }))
    found.set(doc.id, doc);
  return found;
};

export const configFile = (name: string): string => fileURLToPath(new URL(`../../config/${name}`, import.meta.url));

/** The framework of `config/framework.json`. */
export const realFramework = (): Framework => {
  const read = readFramework(JSON.parse(readFileSync(configFile("framework.json"), "utf8")));
  assert.ok(read.ok);
  return read.framework;
};
