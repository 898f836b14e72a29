import { PAUSES_AT_MOST } from "../domain/participant/clock-facts.ts";
import { openPause } from "../domain/participant/milestones.ts";
import { pauseFromInputs, returnFromInputs } from "../domain/participant/path-from-inputs.ts";
import { pathCommand, pauseForm } from "./parts/path-form.ts";

/** *Suspendre le parcours*: the clock stops from that day, for one of five reasons; nothing is due but the return. The reason stays in the head of the case. */
export const suspendParcours = pathCommand({
  act: "parcours.suspend",
  kind: pauseForm,
  read: (inputs, file, today) =>
    openPause(file.pauses) !== undefined || file.pauses.length >= PAUSES_AT_MOST
      ? undefined
      : pauseFromInputs(inputs, file, today),
  record: (file, suspended) => ({
    head: { ...file, pauses: [...file.pauses, { ...suspended, resumedOn: null }] },
    writes: [],
    details: { from: suspended.from, returnOn: suspended.returnOn },
  }),
});

/** The return is planned for another day, or has no date any more. */
export const planReturn = pathCommand({
  act: "parcours.planReturn",
  kind: pauseForm,
  read: (inputs, file, today) => {
    const open = openPause(file.pauses);
    return open === undefined ? undefined : returnFromInputs(inputs, open, today);
  },
  record: (file, { returnOn }) => ({
    head: { ...file, pauses: file.pauses.map((one) => (one.resumedOn === null ? { ...one, returnOn } : one)) },
    writes: [],
    details: { returnOn },
  }),
});
