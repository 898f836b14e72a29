/** Meeting a person, ending a parcours, telling the prescriber. */
import { seeContact, seeEnding, seeOutreach } from "../../src/use-cases/see-contact.ts";
import { seePrescriberReturn } from "../../src/use-cases/tell-prescriber.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const contactShows: Pick<Shows, "contact" | "outreach" | "ending" | "told"> = {
  contact: (screen, on) =>
    through(screen, on, seeContact, { code: screen.code }, (view) => present.presentContact(screen, view, on.reader)),
  outreach: (screen, on) =>
    through(screen, on, seeOutreach, { code: screen.code }, (form) => present.presentOutreach(screen, form, on.reader)),
  ending: (screen, on) =>
    through(screen, on, seeEnding, { code: screen.code }, (form) => present.presentEnding(screen, form, on.reader)),
  told: (screen, on) =>
    through(screen, on, seePrescriberReturn, { code: screen.code }, (view) =>
      present.presentTold(screen, view, on.reader),
    ),
};
