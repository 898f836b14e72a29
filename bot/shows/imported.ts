/** What an import brought to a référent. */
import { seeImported } from "../../src/use-cases/see-imported.ts";
import { presentImported } from "../presenters/imported.ts";
import { through, type Shows } from "./show.ts";

export const importedShows: Pick<Shows, "imported"> = {
  imported: (screen, on) =>
    through(screen, on, seeImported, { run: screen.run, standsFor: screen.standsFor }, (seen) =>
      presentImported(screen, seen, on.reader),
    ),
};
