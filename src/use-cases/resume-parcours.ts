import { resumed } from "../domain/participant/resumed.ts";
import { openPause } from "../domain/participant/milestones.ts";
import { resumptionFromInputs } from "../domain/participant/path-from-inputs.ts";
import { pathCommand, pauseForm } from "./parts/path-form.ts";

/** *Reprendre le parcours*: the clock runs again from that day; what was not met yet is put off by the days that the suspension lasted. */
export const resumeParcours = pathCommand({
  act: "parcours.resume",
  kind: pauseForm,
  read: (inputs, file, today) => {
    const open = openPause(file.pauses);
    return open === undefined ? undefined : resumptionFromInputs(inputs, open, today);
  },
  record: (file, { resumedOn }) => ({ head: resumed(file, resumedOn), writes: [], details: { resumedOn } }),
});
