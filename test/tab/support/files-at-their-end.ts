/** A month's list of *Conservation* that holds somebody: whom nobody has met for two years, whose archive is over, and who was confirmed already. */
import assert from "node:assert/strict";
import { perform } from "../../../src/use-cases/frame/use-case.ts";
import { listRetention } from "../../../src/use-cases/list-retention.ts";
import { settleRetention } from "../../../src/use-cases/settle-retention.ts";
import { aCase, anActor, anIdentity } from "../../support/builders.ts";
import { ALIX, EUGENIE } from "../../support/chat.ts";
import type { TabBench } from "./tab-bench.ts";

const CONFIRMED = "P-2023-0903";
const archived = { as: "archived", on: "2021-06-01", by: EUGENIE, ground: "legalObligation" } as const;
const PEOPLE = [
  { code: "P-2023-0901", givenName: "Odile", familyName: "Exemple", lastContactOn: "2024-03-04", retired: null },
  {
    ...{ code: "P-2023-0902", givenName: "Marie-Françoise", familyName: "Fictif-de-la-Grande-Montagne" },
    ...{ lastContactOn: "2024-09-12", retired: null },
  },
  { code: CONFIRMED, givenName: "Joël", familyName: "Essai", lastContactOn: "2024-01-15", retired: null },
  { code: "P-2019-0904", givenName: "Ana", familyName: "Modèle", lastContactOn: "2019-02-01", retired: archived },
];

/** The list of this month is made anew, by the product, with them in it; one of them is confirmed. */
export const listFilesAtTheirEnd = async ({ services }: TabBench): Promise<void> => {
  const { store, clock } = services;
  const month = clock.today().slice(0, 7);
  const made = await store.get("retentionList", month);
  const written = await store.commit([
    ...PEOPLE.flatMap(({ code, givenName, familyName, lastContactOn, retired }) => [
      { op: "put", doc: aCase({ code, referentId: ALIX, lastContactOn, retired }) } as const,
      { op: "put", doc: anIdentity({ code, referentId: ALIX, givenName, familyName }) } as const,
    ]),
    ...(made === undefined ? [] : [{ op: "delete", kind: "retentionList", id: month } as const]),
  ]);
  assert.ok(written.ok);
  await listRetention(services);
  const eugenie = anActor({ memberId: EUGENIE, roles: ["coordinatrice"], today: clock.today() });
  const delivery = { activityKey: `settle.${services.ids.next()}`, click: null, answerTo: null };
  const input = { month, code: CONFIRMED, what: { how: "archived", ground: "litigation" } } as const;
  const settled = await perform(services, eugenie, settleRetention, input, delivery, ({ kind }) => ({ kind }));
  assert.ok(settled.ok, JSON.stringify(settled));
};
