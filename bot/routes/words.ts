/** What people type, once it is understood: the screen that answers. */
import { nameParts, withinOneError } from "../../src/domain/participant/names.ts";
import { ROLE_IDS, type Member } from "../../src/domain/people/member.ts";
import { playPart } from "../../src/use-cases/play-part.ts";
import { roleLabel } from "../../src/wording/roles.ts";
import { cellNamed } from "../channel-commands.ts";
import type { Typed } from "../commands.ts";
import { quiet } from "../screens.ts";
import { resume } from "./after.ts";
import { searchFor } from "./lists.ts";
import { movesScreen } from "./moves.ts";
import { servicesFor } from "./offer.ts";
import { pointsScreen } from "./points.ts";
import { at, does, shows, type Answer, type BotTurn } from "./route.ts";
import { agendaOf, sittingOf } from "./sitting.ts";

/** Whose part: a role in words, or a name of the team file, with one typing error. */
const memberNamed = (members: readonly Member[], who: string): Member | undefined => {
  const words = nameParts(who);
  const near = (said: string): boolean => {
    const parts = nameParts(said);
    return (
      words.length > 0 &&
      words.every((word) => parts.some((part) => part === word || (word.length > 3 && withinOneError(part, word))))
    );
  };
  const role = ROLE_IDS.find((id) => near(roleLabel(id)) || words.join("") === id.toLowerCase());
  const named = members.find((member) => near(member.name));
  if (named !== undefined || role === undefined) return named;
  // Someone with two roles plays the first: whoever has this one first is who is meant.
  return members.find(({ roles }) => roles[0] === role) ?? members.find(({ roles }) => roles.includes(role));
};

const answerPart = (turn: BotTurn, who: string): Promise<Answer> => {
  const member = memberNamed(turn.services.people.members(), who);
  const plays = member?.aadObjectId ?? turn.actor.playedBy ?? turn.actor.memberId;
  const input = { local: turn.local, plays };
  return does(turn, playPart, input, () => ({ screen: "part", plays: member?.aadObjectId ?? "", ...quiet }), null);
};

/** From words to the screen that answers. */
export const answerToWords = async (turn: BotTurn, typed: Typed): Promise<Answer> => {
  switch (typed.kind) {
    case "home":
    case "help":
      return shows({ screen: typed.kind, ...quiet });
    case "newPerson":
      return shows({ screen: "newPerson", rev: null, check: false, ...quiet });
    case "reminders":
      return shows({ screen: "reminderSettings", ...quiet });
    case "milestones":
      return shows({ screen: "milestones", cursor: null, ...quiet });
    case "needs":
      return shows({ screen: "needs", ...quiet });
    case "pieces":
      return shows({ screen: "pieces", ...quiet });
    case "points":
      return shows(pointsScreen);
    case "retention":
      return shows({ screen: "retention", ...quiet });
    case "collectives":
      return shows({ screen: "sessions", code: null, ...quiet });
    case "absences":
      return shows(movesScreen);
    case "vignettes":
      return shows({ screen: "vignettes", ...quiet });
    case "reviews":
      return shows({ screen: "reviews", ...quiet });
    case "agenda":
      return agendaOf(turn, cellNamed(nameParts(typed.query)));
    case "sitting":
      return sittingOf(turn, cellNamed(nameParts(typed.query)));
    case "participants":
      return searchFor(typed.query);
    case "whose":
      return typed.query === ""
        ? shows({ screen: "participants", searching: false, cursor: null, ...at(turn, "chooseFirst") })
        : searchFor(typed.query);
    case "wrongCode":
      return shows({ screen: "participants", searching: false, cursor: null, ...at(turn, "noSuchCode") });
    case "diagnostic":
      return resume(turn, typed.code);
    case "synthesis":
      return shows({ screen: "synthesis", code: typed.code, round: null, ...quiet });
    case "services":
      return servicesFor(turn, typed.query, typed.code);
    case "contacts":
      return shows({ screen: "contact", code: typed.code, check: false, ...quiet });
    case "transmit":
      return shows({ screen: "transmission", code: typed.code, check: false, ...quiet });
    case "questionnaire":
      return shows({ screen: "questionnaire", code: typed.code, stage: null, ...quiet });
    case "rights":
      return shows({ screen: "rights", code: typed.code, ...quiet });
    case "actions":
      return shows({ screen: "actions", code: typed.code, ...quiet });
    case "handovers":
      return shows({ screen: "handovers", code: typed.code, ...quiet });
    case "sheet":
      return shows({ screen: "sheet", code: typed.code, ...quiet });
    case "part":
      return answerPart(turn, typed.who);
    case "nothing":
      return shows({ screen: "wordsOnly", ...quiet });
    case "unknown":
      return shows({ screen: "notUnderstood", suggestions: typed.suggestions.join("|"), ...quiet });
  }
};
