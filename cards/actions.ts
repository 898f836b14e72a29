/**
 * Every button of every card: its verb, and the shape of the data that comes back with it. The single list: a verb without a route does not compile.
 * Data come from a client: they say what was clicked and typed, never who clicks nor what that person may do.
 */
import type { z } from "zod";
import { actionActions } from "./actions/action-verbs.ts";
import { bilanActions } from "./actions/bilan.ts";
import { calibrationActions } from "./actions/calibration.ts";
import { caseActions } from "./actions/case.ts";
import { channelActions } from "./actions/channel.ts";
import { conflictActions } from "./actions/conflict.ts";
import { contactActions } from "./actions/contact.ts";
import { decisionActions } from "./actions/decision.ts";
import { diagnosticActions } from "./actions/diagnostic.ts";
import { handoverActions } from "./actions/handover.ts";
import { leadActions } from "./actions/lead.ts";
import { listActions } from "./actions/lists.ts";
import { movesActions } from "./actions/moves.ts";
import { offerActions } from "./actions/offer.ts";
import { opinionActions } from "./actions/opinion.ts";
import { parcoursActions } from "./actions/parcours.ts";
import { pathActions } from "./actions/path.ts";
import { personActions } from "./actions/person.ts";
import { piecesActions } from "./actions/pieces.ts";
import { pointsActions } from "./actions/points.ts";
import { questionnaireActions } from "./actions/questionnaire.ts";
import { reminderActions } from "./actions/reminders.ts";
import { rightsActions } from "./actions/rights.ts";
import { sendingActions } from "./actions/sending.ts";
import { sessionActions } from "./actions/sessions.ts";
import { sittingActions } from "./actions/sitting.ts";
import { situationActions } from "./actions/situation.ts";
import { submitActions } from "./actions/submit.ts";
import { transmissionActions } from "./actions/transmission.ts";

export const cardActions = {
  ...listActions,
  ...personActions,
  ...caseActions,
  ...diagnosticActions,
  ...conflictActions,
  ...situationActions,
  ...leadActions,
  ...pathActions,
  ...contactActions,
  ...parcoursActions,
  ...actionActions,
  ...bilanActions,
  ...sessionActions,
  ...submitActions,
  ...channelActions,
  ...opinionActions,
  ...decisionActions,
  ...sittingActions,
  ...sendingActions,
  ...handoverActions,
  ...movesActions,
  ...reminderActions,
  ...offerActions,
  ...calibrationActions,
  ...questionnaireActions,
  ...piecesActions,
  ...pointsActions,
  ...transmissionActions,
  ...rightsActions,
} as const;

type Actions = typeof cardActions;
export type CardAction = Actions[keyof Actions];
export type CardVerb = CardAction["verb"];
export type CardData<V extends CardVerb> = z.infer<Extract<CardAction, { verb: V }>["data"]>;
