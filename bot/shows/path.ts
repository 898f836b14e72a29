/** *Parcours*. */
import { seePath } from "../../src/use-cases/see-path.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const pathShows: Pick<Shows, "path"> = {
  path: (screen, on) =>
    through(screen, on, seePath, { code: screen.code }, (view) => present.presentPath(screen, view, on.reader)),
};
