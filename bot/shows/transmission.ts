/** *Transmettre*. */
import { seeTransmission } from "../../src/use-cases/see-transmission.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const transmissionShows: Pick<Shows, "transmission"> = {
  transmission: (screen, on) =>
    through(screen, on, seeTransmission, { code: screen.code }, (view) =>
      present.presentTransmission(screen, view, on.reader),
    ),
};
