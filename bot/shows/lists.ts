/** What a référent comes back to: their Accueil, their people, what is due. */
import { listMilestones } from "../../src/use-cases/list-milestones.ts";
import { listParticipants } from "../../src/use-cases/list-participants.ts";
import { seeHome } from "../../src/use-cases/see-home.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const listsShows: Pick<Shows, "home" | "participants" | "milestones"> = {
  home: (screen, on) => through(screen, on, seeHome, {}, (view) => present.presentHome(screen, view, on.reader)),
  participants: (screen, on) =>
    through(screen, on, listParticipants, { searching: screen.searching, cursor: screen.cursor }, (page) =>
      present.presentParticipants(screen, page, on.reader),
    ),
  milestones: (screen, on) =>
    through(screen, on, listMilestones, { cursor: screen.cursor }, (page) =>
      present.presentMilestones(screen, page, on.reader),
    ),
};
