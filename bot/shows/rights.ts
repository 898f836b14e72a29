/** *Droits*: what the person was told and asked, the forms about it, and who opened their file. */
import { seeOpenings } from "../../src/use-cases/see-openings.ts";
import { seeAnswerForm, seeRequestForm } from "../../src/use-cases/see-rights-forms.ts";
import { seeRights } from "../../src/use-cases/see-rights.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const rightsShows: Pick<Shows, "rights" | "rightsRequest" | "rightsAnswer" | "openings"> = {
  rights: (screen, on) =>
    through(screen, on, seeRights, { code: screen.code, inTab: false }, (view) =>
      present.presentRights(screen, view, on.reader),
    ),
  rightsRequest: (screen, on) =>
    through(screen, on, seeRequestForm, { code: screen.code }, (view) =>
      present.presentRightsRequest(screen, view, on.reader),
    ),
  rightsAnswer: (screen, on) =>
    through(screen, on, seeAnswerForm, { code: screen.code, request: screen.request }, (view) =>
      present.presentRightsAnswer(screen, view, on.reader),
    ),
  openings: (screen, on) =>
    through(screen, on, seeOpenings, { code: screen.code, inTab: false, cursor: screen.cursor }, (view) =>
      present.presentOpenings(screen, view, on.reader),
    ),
};
