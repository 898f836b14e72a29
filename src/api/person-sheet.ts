/** From what was read of a case to the sheet that is given to the person. */
import type { personSheetModel } from "../documents/person-sheet.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { PersonSheetView } from "../use-cases/print-person-sheet.ts";
import { toPrint as letterToPrint } from "./letter.ts";

type Printed = Parameters<typeof personSheetModel>[0];

/** A date that is behind is said face to face, not on paper. */
export const sheetToPrint = (services: Pick<Services, "plie" | "clock">, view: PersonSheetView): Printed => {
  const { plie, clock } = services;
  const { dossier, identity, findings, decided, referent, due } = view;
  const file = dossier.file.doc;
  const today = clock.today();
  return {
    identity,
    today,
    about: {
      framework: dossier.framework,
      findings,
      health: file.health,
      status: file.status,
      orientedOn: file.orientedOn,
      enteredOn: file.entry?.on ?? file.orientedOn,
      view: dossier.round?.doc.personView ?? null,
      coming: due.filter(({ on }) => on >= today).map(({ milestone, on }) => ({ what: milestone, on })),
      decided: decided === null ? null : letterToPrint(services, decided).tell,
      referent,
      plie: plie.name,
    },
  };
};
