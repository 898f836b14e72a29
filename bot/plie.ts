import type { PlieFile } from "../src/config/files.ts";
import type { Plie } from "../src/ports/plie.ts";

/** What the product knows of the PLIE, from its file; its demo has a name that says so. */
export const plieOf = (file: PlieFile, plieId: string, demo: boolean): Plie => ({
  plieId,
  name: demo ? `${file.name} (données fictives)` : file.name,
  timeZone: file.timeZone,
  communes: file.communes,
  prescribers: file.prescribers.map((prescriber) => prescriber.name),
  prescriberLeads: new Map(file.prescribers.flatMap(({ name, lead }) => (lead === undefined ? [] : [[name, lead]]))),
  epci: file.epci ?? null,
  entryCellDates: [...(file.cells.entree?.dates ?? [])].sort(),
});
