import type { PlieFile } from "../src/config/files.ts";
import { CELL_IDS } from "../src/domain/review/codes.ts";
import type { CellRules } from "../src/domain/review/members.ts";
import type { Plie } from "../src/ports/plie.ts";

const rulesOf = (said: NonNullable<PlieFile["cells"]["entree"]>): CellRules => ({
  members: said.members ?? null,
  quorum: said.quorum,
  channel: said.channel ?? null,
  dates: [...(said.dates ?? [])].sort(),
});

/** What the product knows of the PLIE, from its file; its demo has a name that says so. */
export const plieOf = (file: PlieFile, plieId: string, demo: boolean): Plie => ({
  plieId,
  name: demo ? `${file.name} (données fictives)` : file.name,
  timeZone: file.timeZone,
  communes: file.communes,
  prescribers: file.prescribers.map((prescriber) => prescriber.name),
  prescriberLeads: new Map(file.prescribers.flatMap(({ name, lead }) => (lead === undefined ? [] : [[name, lead]]))),
  prescriberEmails: new Map(
    file.prescribers.flatMap(({ name, email }) => (email === undefined ? [] : [[name, email]])),
  ),
  delegations: file.delegations,
  epci: file.epci ?? null,
  entryCellDates: [...(file.cells.entree?.dates ?? [])].sort(),
  cells: Object.fromEntries(
    CELL_IDS.flatMap((cell) => {
      const said = file.cells[cell];
      return said === undefined ? [] : [[cell, rulesOf(said)] as const];
    }),
  ),
  tenantId: file.tenantId,
});
