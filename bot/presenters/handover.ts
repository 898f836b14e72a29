/** *Passage de relais*: where one stands at a glance, what comes next, and the buttons of that step only. */
import { clockOf, byPersonOnly, stateOf } from "../../src/domain/handover/standing.ts";
import { STAYS, type Handover } from "../../src/domain/handover/records.ts";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { HandoversView, HandoverView } from "../../src/use-cases/see-handovers.ts";
import {
  handoverKindWords,
  handoverLines,
  handoverStateWords,
  handoverWords as words,
  sheetLabels,
} from "../../src/wording/handover.ts";
import { stepProblemWords } from "../../src/wording/handover-problems.ts";
import { leadLabel, referringBodyWords } from "../../src/wording/lead.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import { buttonsOf } from "./handover-buttons.ts";
import type { Reader, Shown } from "./shown.ts";
import { readable, topOf } from "./top.ts";

/** « Mission locale · Mission locale de Dijon »; what is still to be chosen says so. */
export const recipientLine = (framework: Framework, handover: Pick<Handover, "to" | "decided">): string => {
  const { to, decided } = handover;
  const lead = to?.lead ?? decided.lead;
  const name = to === null || to.name === "" ? words.toBeChosen : to.name;
  return lead === null ? name : `${leadLabel(framework, lead)} · ${name}`;
};

const otherOf = ({ fallback }: Handover): string | null => {
  if (fallback === null) return null;
  return words.fallback(fallback === STAYS ? words.otherwiseStays : fallback.name);
};

const preparingNext = ({ handover, hindrance, facts }: HandoverView): string => {
  switch (hindrance) {
    case null:
      return words.due.send;
    case "agreementMissing":
      return words.due.agreement;
    case "referringFirst":
      return handover.doc.referring === null
        ? words.due.refer(referringBodyWords(facts.referringBody))
        : words.due.referred;
    case "referringRefused":
      return words.due.referringRefused;
    default:
      return words.due.sheet;
  }
};

const nextOf = (view: HandoverView): string | null => {
  const handover = view.handover.doc;
  if (handover.pausedOn !== null) return words.paused;
  switch (stateOf(handover)) {
    case "preparing":
      return preparingNext(view);
    case "sent":
      return words.due.sent(
        view.delays.handoverReminderDays,
        view.delays.handoverCallDays,
        view.delays.handoverFallbackDays,
      );
    case "refused":
      if (handover.fallback === STAYS) return words.due.refusedStays;
      return handover.fallback === null ? words.due.refusedNoOther : words.due.refused;
    case "accepted":
      if (byPersonOnly(handover)) return words.due.byPersonOnly;
      return handover.appointment === null ? words.due.appointment : words.due.appointmentGiven;
    case "secured":
      return words.due.secured;
    case "followed":
      return handover.followed?.still === "no" ? words.due.notFollowed : null;
    case "closed":
      return null;
  }
};

const sheetOf = ({ sheet }: Handover) =>
  (["asks", "helps", "useful", "practical"] as const).flatMap((field) =>
    sheet[field] === "" ? [] : [{ label: sheetLabels[field], text: readable(sheet[field], 600) }],
  );

export const presentHandover = (screen: ScreenOf<"handover">, view: HandoverView, reader: Reader): Shown => {
  const handover = view.handover.doc;
  const buttons = buttonsOf(view);
  const leading = stateOf(handover) === "secured" ? 0 : 1;
  const { urgent, confirmedIn, what, id } = handover;
  return {
    name: "handover",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      title: handoverKindWords[what],
      person: personLine(view.identity),
      to: recipientLine(view.dossier.framework, handover),
      state: urgent
        ? `${handoverStateWords[stateOf(handover)]} · ${words.urgent(confirmedIn !== null)}`
        : handoverStateWords[stateOf(handover)],
      other: otherOf(handover),
      lines: [...handoverLines(handover)],
      next: nextOf(view),
      problem: screen.problem === null ? null : stepProblemWords[screen.problem],
      sheet: sheetOf(handover),
      hasDate: buttons.some(({ verb }) => verb === "handover.step"),
      on: screen.on === "" ? reader.today : screen.on,
      first: buttons.slice(0, leading),
      buttons: buttons.slice(leading),
      printUrl: handover.sheet.asks === "" ? null : reader.handoverUrl(id),
    },
  };
};

/** « Relais · Auto-école sociale · À préparer ». */
const itemOf = (framework: Framework, handover: Handover): string =>
  [
    handoverKindWords[handover.what],
    recipientLine(framework, handover),
    handoverStateWords[stateOf(handover)],
    ...(handover.urgent ? [words.urgent(handover.confirmedIn !== null)] : []),
  ].join(" · ");

export const presentHandovers = (screen: ScreenOf<"handovers">, view: HandoversView, reader: Reader): Shown => {
  const { framework } = view.dossier;
  const isOpen = (one: Handover): boolean => clockOf(one).closedOn === null;
  const ordered = [...view.handovers.filter(isOpen), ...view.handovers.filter((one) => !isOpen(one))];
  const waits = ordered.some((one) => isOpen(one) && clockOf(one).heldOn === null && one.what === "reorient");
  return {
    name: "handovers",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev: view.rev,
      person: personLine(view.identity),
      empty: ordered.length === 0 ? words.none : null,
      lines: waits && view.may.carry ? [words.stayResponsible] : [],
      items: ordered.map((one) => ({ title: itemOf(framework, one), value: one.id })),
      choice: ordered[0]?.id ?? "",
      mayAdd: view.mayAdd,
      mayDecideAtOnce: view.mayDecideAtOnce,
    },
  };
};
