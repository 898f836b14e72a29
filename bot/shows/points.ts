/** *Points d'étape*. */
import { seeStagePoint } from "../../src/use-cases/see-stage-point.ts";
import { seeStagePoints } from "../../src/use-cases/see-stage-points.ts";
import { presentPoints, presentPointsForm } from "../presenters/points.ts";
import { through, type Shows } from "./show.ts";

export const pointsShows: Pick<Shows, "points" | "pointsForm"> = {
  points: (screen, on) =>
    through(screen, on, seeStagePoints, { referent: screen.referent }, (seen) =>
      presentPoints(screen, seen, on.reader),
    ),
  pointsForm: (screen, on) =>
    through(screen, on, seeStagePoint, { code: screen.code }, (view) => presentPointsForm(screen, view, on.reader)),
};
