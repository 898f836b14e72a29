/** *Action*, a person's actions, and one of them. */
import { listActions, seeAction } from "../../src/use-cases/list-actions.ts";
import { seeActionMove } from "../../src/use-cases/move-action.ts";
import { seeActionForm } from "../../src/use-cases/see-action-form.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const actionShows: Pick<Shows, "action" | "actions" | "actionSeen" | "actionMove"> = {
  action: (screen, on) =>
    through(screen, on, seeActionForm, { code: screen.code, target: screen.target }, (view) =>
      present.presentAction(screen, view, on.reader),
    ),
  actions: (screen, on) =>
    through(screen, on, listActions, { code: screen.code }, (view) => present.presentActions(screen, view, on.reader)),
  actionSeen: (screen, on) =>
    through(screen, on, seeAction, { code: screen.code, action: screen.action }, (view) =>
      present.presentActionSeen(screen, view, on.reader),
    ),
  actionMove: (screen, on) =>
    through(screen, on, seeActionMove, { code: screen.code, action: screen.action, move: screen.move }, (view) =>
      present.presentActionMove(screen, view, on.reader),
    ),
};
