/** *Préparer* an action, and *Actions collectives*. */
import { seeSessionForm } from "../../src/use-cases/open-session.ts";
import { seePreparation } from "../../src/use-cases/prepare-action.ts";
import { seeSession, seeSessions } from "../../src/use-cases/see-sessions.ts";
import * as present from "../presenters/index.ts";
import { quiet } from "../screens.ts";
import { through, type Shows } from "./show.ts";

type Names = "preparation" | "sessions" | "sessionForm" | "session" | "sessionPresent" | "sessionCancel";

export const sessionShows: Pick<Shows, Names> = {
  preparation: (screen, on) =>
    through(screen, on, seePreparation, { code: screen.code, action: screen.action }, (view) =>
      present.presentPreparation(screen, view, on.reader),
    ),
  sessions: (screen, on) =>
    through(screen, on, seeSessions, {}, (view) => present.presentSessions(screen, view, on.reader)),
  sessionForm: (screen, on) =>
    through(screen, on, seeSessionForm, {}, (view) => present.presentSessionForm(screen, view, on.reader)),
  session: (screen, on) =>
    through(screen, on, seeSession, { session: screen.session, code: screen.code }, (view) =>
      present.presentSession(screen, view, on.reader),
    ),
  // Nobody to tick, or not any more: the session itself says where it stands.
  sessionPresent: (screen, on) =>
    through(
      screen,
      on,
      seeSession,
      { session: screen.session, code: null },
      (view) =>
        present.presentSessionPresent(screen, view, on.reader) ??
        present.presentSession({ screen: "session", session: screen.session, code: null, ...quiet }, view, on.reader),
    ),
  sessionCancel: (screen, on) =>
    through(screen, on, seeSession, { session: screen.session, code: null }, (view) =>
      present.presentSessionCancel(screen, view, on.reader),
    ),
};
