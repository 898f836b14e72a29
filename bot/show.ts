/** From the reference of a screen to the card: a screen that no room shows does not compile. */
import type { Shown } from "./presenters/shown.ts";
import type { Screen, ScreenName, ScreenOf } from "./screens.ts";
import { actionShows } from "./shows/actions.ts";
import { calibrationShows } from "./shows/calibration.ts";
import { caseShows } from "./shows/case.ts";
import { channelShows } from "./shows/channel.ts";
import { confirmShows } from "./shows/confirm.ts";
import { decisionShows } from "./shows/decision.ts";
import { diagnosticShows } from "./shows/diagnostic.ts";
import { handoverShows } from "./shows/handover.ts";
import { importedShows } from "./shows/imported.ts";
import { listsShows } from "./shows/lists.ts";
import { offerShows } from "./shows/offer.ts";
import { opinionShows } from "./shows/opinion.ts";
import { contactShows } from "./shows/contact.ts";
import { movesShows } from "./shows/moves.ts";
import { bilanShows } from "./shows/bilan.ts";
import { parcoursShows } from "./shows/parcours.ts";
import { pathShows } from "./shows/path.ts";
import { questionnaireShows } from "./shows/questionnaire.ts";
import { personShows } from "./shows/person.ts";
import { transmissionShows } from "./shows/transmission.ts";
import { retentionShows } from "./shows/retention.ts";
import { piecesShows } from "./shows/pieces.ts";
import { pointsShows } from "./shows/points.ts";
import { rightsShows } from "./shows/rights.ts";
import { reminderShows } from "./shows/reminders.ts";
import { sittingShows } from "./shows/sitting.ts";
import { sessionShows } from "./shows/sessions.ts";
import { submitShows } from "./shows/submit.ts";
import { sendingShows } from "./shows/sending.ts";
import { wordsShows } from "./shows/words.ts";
import type { Showing, Shows } from "./shows/show.ts";

const shows: Shows = {
  ...listsShows,
  ...reminderShows,
  ...personShows,
  ...caseShows,
  ...contactShows,
  ...movesShows,
  ...bilanShows,
  ...pathShows,
  ...questionnaireShows,
  ...transmissionShows,
  ...piecesShows,
  ...pointsShows,
  ...rightsShows,
  ...retentionShows,
  ...importedShows,
  ...actionShows,
  ...parcoursShows,
  ...diagnosticShows,
  ...confirmShows,
  ...submitShows,
  ...offerShows,
  ...calibrationShows,
  ...opinionShows,
  ...channelShows,
  ...decisionShows,
  ...sendingShows,
  ...sittingShows,
  ...sessionShows,
  ...handoverShows,
  ...wordsShows,
};

const showOne = <N extends ScreenName>(name: N, screen: ScreenOf<N>, showing: Showing): Promise<Shown> | Shown =>
  shows[name](screen, showing);

/** The card of a screen, as its reader may see it now. */
export const show = async (screen: Screen, showing: Showing): Promise<Shown> => {
  return showOne(screen.screen, screen, showing);
};
