/** *Rencontrer*, *Faire le point sur les démarches*, *Mettre fin au parcours*, *Retour au prescripteur*. */
import { contactFields, endingFields, outreachFields } from "../../cards/actions/contact.ts";
import { endParcours } from "../../src/use-cases/end-parcours.ts";
import { noteContact } from "../../src/use-cases/note-contact.ts";
import { reviewOutreach } from "../../src/use-cases/review-outreach.ts";
import { settleAppointment } from "../../src/use-cases/settle-appointment.ts";
import { tellPrescriber } from "../../src/use-cases/tell-prescriber.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "contact.open"
  | "contact.log"
  | "contact.go"
  | "contact.missed"
  | "contact.held"
  | "contact.review"
  | "contact.reviewLeave"
  | "ending.open"
  | "ending.save"
  | "ending.leave"
  | "told.open"
  | "told.note";

type Intent = "record" | "keep";
type FormData = Readonly<Record<string, unknown>> & { readonly code: string; readonly rev: string };

const form = (fields: object, toggle: string, intent: Intent, data: FormData) => ({
  code: data.code,
  rev: data.rev,
  inputs: typedIn(Object.keys(fields), data, toggle),
  intent,
  settles: null,
});
const contactForm = (intent: Intent, data: FormData) => form(contactFields, "noMessage", intent, data);

const GOES: Readonly<Record<"sheet" | "outreach" | "told" | "ending", (code: string) => Screen>> = {
  sheet: (code) => ({ screen: "sheet", code, ...quiet }),
  outreach: (code) => ({ screen: "outreach", code, check: false, ...quiet }),
  told: (code) => ({ screen: "told", code, ...quiet }),
  ending: (code) => ({ screen: "ending", code, check: false, ...quiet }),
};

const log = (turn: BotTurn, data: FormData): Promise<Answer> =>
  does(
    turn,
    noteContact,
    contactForm("record", data),
    ({ kind }) =>
      kind === "noted"
        ? { screen: "contact", code: data.code, check: false, ...at(turn, "contactNoted") }
        : { screen: "contact", code: data.code, check: true, ...at(turn, "toMend") },
    data.code,
  );

const APPOINTMENT = {
  missed: "appointmentMissed",
  missedOutreach: "outreachOpened",
  held: "appointmentHeld",
} as const;
const settle = (
  turn: BotTurn,
  what: "missed" | "held",
  data: FormData & { readonly appointment: string },
): Promise<Answer> => {
  const { code, rev, inputs } = contactForm("keep", data);
  return does(
    turn,
    settleAppointment,
    { code, rev, inputs, appointment: data.appointment, what },
    ({ kind }) => ({ screen: "contact", code, check: false, ...at(turn, APPOINTMENT[kind]) }),
    code,
  );
};

const review = (turn: BotTurn, intent: Intent, data: FormData): Promise<Answer> =>
  does(
    turn,
    reviewOutreach,
    form(outreachFields, "whole", intent, data),
    ({ kind }): Screen => {
      const { code } = data;
      if (kind === "toMend") return { screen: "outreach", code, check: true, ...at(turn, "toMend") };
      const notice = kind === "kept" ? "draftKept" : "outreachReviewed";
      return { screen: "contact", code, check: false, ...at(turn, notice) };
    },
    data.code,
  );

const ENDED = {
  ended: "parcoursEnded",
  endedMoved: "parcoursEndedMoved",
  endedDeath: "parcoursEndedDeath",
  kept: "draftKept",
} as const;
const end = (turn: BotTurn, intent: Intent, data: FormData): Promise<Answer> =>
  does(
    turn,
    endParcours,
    form(endingFields, "whole", intent, data),
    ({ kind }): Screen => {
      const { code } = data;
      if (kind === "toMend") return { screen: "ending", code, check: true, ...at(turn, "toMend") };
      return { screen: "sheet", code, ...at(turn, ENDED[kind]) };
    },
    data.code,
  );

export const contactRoutes: Pick<Routes, Verbs> = {
  "contact.open": (_turn, { code }) => Promise.resolve(shows({ screen: "contact", code, check: false, ...quiet })),
  "contact.log": (turn, data) => log(turn, data),
  "contact.go": (turn, { to, ...data }) =>
    does(turn, noteContact, contactForm("keep", data), () => GOES[to](data.code), data.code),
  "contact.missed": (turn, data) => settle(turn, "missed", data),
  "contact.held": (turn, data) => settle(turn, "held", data),
  "contact.review": (turn, data) => review(turn, "record", data),
  "contact.reviewLeave": (turn, data) => review(turn, "keep", data),
  "ending.open": (_turn, { code }) => Promise.resolve(shows({ screen: "ending", code, check: false, ...quiet })),
  "ending.save": (turn, data) => end(turn, "record", data),
  "ending.leave": (turn, data) => end(turn, "keep", data),
  "told.open": (_turn, { code }) => Promise.resolve(shows({ screen: "told", code, ...quiet })),
  "told.note": (turn, data) =>
    does(
      turn,
      tellPrescriber,
      data,
      () => ({ screen: "told", code: data.code, ...at(turn, "prescriberTold") }),
      data.code,
    ),
};
