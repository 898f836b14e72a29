/** *Bilan d'action*, its grid, and what was observed. */
import { seeBilan, seeEvidence } from "../../src/use-cases/see-bilan.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const bilanShows: Pick<Shows, "bilan" | "bilanGrid" | "evidence"> = {
  bilan: (screen, on) =>
    through(screen, on, seeBilan, { code: screen.code, action: screen.action }, (view) =>
      present.presentBilan(screen, view, on.reader),
    ),
  bilanGrid: (screen, on) =>
    through(screen, on, seeBilan, { code: screen.code, action: screen.action }, (view) =>
      present.presentBilanGrid(screen, view, on.reader),
    ),
  evidence: (screen, on) =>
    through(screen, on, seeEvidence, { code: screen.code }, (view) => present.presentEvidence(screen, view, on.reader)),
};
