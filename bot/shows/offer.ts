/** What exists on the territory, and what it lacks. */
import { listOfferNotes } from "../../src/use-cases/list-offer-notes.ts";
import { seeServices } from "../../src/use-cases/see-services.ts";
import { seeNeeds } from "../../src/use-cases/see-needs.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const offerShows: Pick<Shows, "services" | "needs" | "offerNotes"> = {
  services: (screen, on) =>
    through(screen, on, seeServices, { domain: screen.domain, code: screen.code, page: screen.page }, (view) =>
      present.presentServices(screen, view, on.reader),
    ),
  needs: (screen, on) => through(screen, on, seeNeeds, {}, (view) => present.presentNeeds(screen, view, on.reader)),
  offerNotes: (screen, on) =>
    through(screen, on, listOfferNotes, {}, (view) => present.presentOfferNotes(screen, view, on.reader)),
};
