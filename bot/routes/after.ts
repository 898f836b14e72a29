/** Where a case goes on: the next screen by a short name, and exactly where it was left. */
import { domainId } from "../../src/domain/framework/schema.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { seeDiagnostic } from "../../src/use-cases/see-case.ts";
import { conflictAbout, type ConflictAbout } from "../../src/use-cases/settle-conflict.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, refusal, shows, type Answer, type BotTurn } from "./route.ts";

const TO_SETTLE = "conflict.";

/** `then` is a domain, `overview`, `pause`, `sheet`, `synthesis` or what has two versions; anything else is the file. */
export const screenAfter = (
  code: string,
  then: string,
  said: { notice: NoticeCode | null; at: string | null },
): Screen => {
  const domain = domainId.safeParse(then);
  if (domain.success) return { screen: "domain", code, domain: domain.data, check: false, ...said };
  if (then === "overview") return { screen: "overview", code, ...said };
  if (then === "pause") return { screen: "paused", code, ...said };
  if (then === "synthesis") return { screen: "synthesis", code, round: null, ...said };
  const about = conflictAbout.safeParse(then.startsWith(TO_SETTLE) ? then.slice(TO_SETTLE.length) : "");
  if (about.success) return { screen: "conflict", code, about: about.data, ...said };
  return { screen: "sheet", code, ...said };
};

/** An urgent point speaks before anything else; the work goes on after it. */
export const urgentFirst = (
  turn: BotTurn,
  code: string,
  urgent: string | null,
  then: string,
  otherwise: Screen,
): Screen =>
  urgent === null ? otherwise : { screen: "urgent", code, urgent, then, check: false, ...at(turn, "saved") };

/** Two versions: both are shown, after the urgent point that mine raised. */
export const toSettle = (turn: BotTurn, code: string, about: ConflictAbout, urgent: string | null): Screen =>
  urgentFirst(turn, code, urgent, `${TO_SETTLE}${about}`, { screen: "conflict", code, about, ...quiet });

/** *Commencer / Continuer le diagnostic*: days later, on another device, exactly there. */
export const resume = async (turn: BotTurn, code: string): Promise<Answer> => {
  const seen = await ask(turn.services, turn.actor, seeDiagnostic, { code });
  if (!seen.ok) return refusal(seen.refusal, code);
  const place = seen.value.dossier.file.doc.place;
  return shows(
    place?.at === "domain"
      ? { screen: "domain", code, domain: place.domain, check: false, ...quiet }
      : { screen: "overview", code, ...quiet },
  );
};
