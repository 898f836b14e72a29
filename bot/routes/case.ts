/** Fiche, Entrée, Synthèse, Point de vue de la personne, Gérer la fiche. */
import { entryFields, personViewFields } from "../../cards/actions/case.ts";
import { identityFields } from "../../cards/actions/person.ts";
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { reviewId } from "../../src/domain/review/codes.ts";
import { cancelRecord, reopenRecord } from "../../src/use-cases/close-record.ts";
import { correctIdentity } from "../../src/use-cases/correct-identity.ts";
import { enterParticipant } from "../../src/use-cases/enter-participant.ts";
import { mergeRecords } from "../../src/use-cases/merge-records.ts";
import { recordPersonView } from "../../src/use-cases/record-person-view.ts";
import { setHealthAgreement } from "../../src/use-cases/set-health-agreement.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "sheet.open"
  | "entry.open"
  | "entry.save"
  | "entry.leave"
  | "synthesis.open"
  | "synthesis.why"
  | "personView.open"
  | "personView.save"
  | "personView.leave"
  | "manage.open"
  | "identity.open"
  | "identity.save"
  | "identity.leave"
  | "health.agree"
  | "health.refuse"
  | "health.withdrawAsk"
  | "health.withdraw"
  | "record.cancelOpen"
  | "record.cancel"
  | "record.mergeOpen"
  | "record.mergeAsk"
  | "record.merge"
  | "record.reopen";

type Intent = "record" | "keep";
type FormData = Readonly<Record<string, unknown>> & { readonly code: string; readonly rev: string };

const form = (fields: object, intent: Intent, data: FormData) => ({
  code: data.code,
  rev: data.rev,
  inputs: typedIn(Object.keys(fields), data, "interpreter" in fields ? "interpreter" : "whole"),
  intent,
  settles: null,
});

const entry = (turn: BotTurn, intent: Intent, data: FormData): Promise<Answer> =>
  does(
    turn,
    enterParticipant,
    form(entryFields, intent, data),
    ({ kind }): Screen => {
      const { code } = data;
      if (kind === "conflict") return { screen: "conflict", code, about: "entry", ...quiet };
      if (kind === "toMend") return { screen: "entry", code, check: true, ...at(turn, "toMend") };
      if (kind === "kept") return { screen: "sheet", code, ...at(turn, "draftKept") };
      return { screen: "overview", code, ...at(turn, "entered") };
    },
    data.code,
  );

/** A decision may wait for it. */
const waiting = (data: FormData): string | null => reviewId.safeParse(data["back"]).data ?? null;

const personView = (turn: BotTurn, intent: Intent, data: FormData): Promise<Answer> =>
  does(
    turn,
    recordPersonView,
    form(personViewFields, intent, data),
    ({ kind }): Screen => {
      const { code } = data;
      if (kind === "conflict") return { screen: "conflict", code, about: "personView", ...quiet };
      const back = waiting(data);
      if (kind === "toMend")
        return {
          screen: "personView",
          code,
          check: true,
          back,
          ...at(turn, "toMend"),
        };
      const notice = kind === "kept" ? "draftKept" : "viewRecorded";
      if (back !== null) return { screen: "decision", review: back, check: false, ...at(turn, notice) };
      return { screen: "synthesis", code, round: null, ...at(turn, notice) };
    },
    data.code,
  );

const identity = (turn: BotTurn, intent: Intent, data: FormData): Promise<Answer> =>
  does(
    turn,
    correctIdentity,
    form(identityFields, intent, data),
    ({ kind }): Screen => {
      const { code } = data;
      if (kind === "conflict") return { screen: "conflict", code, about: "identity", ...quiet };
      if (kind === "toMend") return { screen: "identity", code, check: true, ...at(turn, "toMend") };
      return kind === "kept"
        ? { screen: "manage", code, ...at(turn, "draftKept") }
        : { screen: "sheet", code, ...at(turn, "corrected") };
    },
    data.code,
  );

const HEALTH_NOTICES = { agreed: "healthAgreed", refused: "healthRefused", withdrawn: "healthWithdrawn" } as const;
const health = (
  turn: BotTurn,
  to: keyof typeof HEALTH_NOTICES,
  data: { readonly code: string; readonly rev: string },
): Promise<Answer> =>
  does(
    turn,
    setHealthAgreement,
    { ...data, to },
    ({ kind }) => ({ screen: "manage", code: data.code, ...at(turn, HEALTH_NOTICES[kind]) }),
    data.code,
  );

const roundFrom = (typed: string | undefined): number | null => (/^\d{1,4}$/.test(typed ?? "") ? Number(typed) : null);

const reasonFrom = (typed: string | undefined): "error" | "duplicate" | "request" | null =>
  typed === "error" || typed === "duplicate" || typed === "request" ? typed : null;

export const caseRoutes: Pick<Routes, Verbs> = {
  "sheet.open": (_turn, { code }) => Promise.resolve(shows({ screen: "sheet", code, ...quiet })),
  "entry.open": (_turn, { code }) => Promise.resolve(shows({ screen: "entry", code, check: false, ...quiet })),
  "entry.save": (turn, data) => entry(turn, "record", data),
  "entry.leave": (turn, data) => entry(turn, "keep", data),
  "synthesis.open": (_turn, { code, round }) =>
    Promise.resolve(shows({ screen: "synthesis", code, round: roundFrom(round), ...quiet })),
  "synthesis.why": (_turn, { code, figure, round }) =>
    Promise.resolve(
      shows({ screen: "why", code, figure: (figure ?? "").slice(0, 60), round: roundFrom(round), ...quiet }),
    ),
  "personView.open": (_turn, { code }) =>
    Promise.resolve(shows({ screen: "personView", code, check: false, back: null, ...quiet })),
  "personView.save": (turn, data) => personView(turn, "record", data),
  "personView.leave": (turn, data) => personView(turn, "keep", data),
  "manage.open": (_turn, { code }) => Promise.resolve(shows({ screen: "manage", code, ...quiet })),
  "identity.open": (_turn, { code }) => Promise.resolve(shows({ screen: "identity", code, check: false, ...quiet })),
  "identity.save": (turn, data) => identity(turn, "record", data),
  "identity.leave": (turn, data) => identity(turn, "keep", data),
  "health.agree": (turn, data) => health(turn, "agreed", data),
  "health.refuse": (turn, data) => health(turn, "refused", data),
  "health.withdrawAsk": (_turn, { code, rev }) =>
    Promise.resolve(shows({ screen: "confirm", what: "withdrawHealth", code, into: null, rev, ...quiet })),
  "health.withdraw": (turn, data) => health(turn, "withdrawn", data),
  "record.cancelOpen": (_turn, { code }) =>
    Promise.resolve(shows({ screen: "cancelRecord", code, check: false, ...quiet })),
  "record.cancel": (turn, { code, rev, reason }) => {
    const chosen = reasonFrom(reason);
    if (chosen === null)
      return Promise.resolve(shows({ screen: "cancelRecord", code, check: true, ...at(turn, "toMend") }));
    return does(
      turn,
      cancelRecord,
      { code, rev, reason: chosen },
      () => ({ screen: "sheet", code, ...at(turn, "recordCancelled") }),
      code,
    );
  },
  "record.mergeOpen": (_turn, { code }) =>
    Promise.resolve(shows({ screen: "mergeRecord", code, into: "", check: false, ...quiet })),
  "record.mergeAsk": (turn, { code, rev, into }) => {
    const kept = participantCodeFrom(into ?? "");
    return Promise.resolve(
      shows(
        kept === undefined
          ? { screen: "mergeRecord", code, into: "", check: true, ...at(turn, "toMend") }
          : { screen: "confirm", what: "merge", code, into: kept, rev, ...quiet },
      ),
    );
  },
  "record.merge": (turn, { code, rev, into }) => {
    const kept = participantCodeFrom(into ?? "");
    if (kept === undefined)
      return Promise.resolve(shows({ screen: "mergeRecord", code, into: "", check: true, ...at(turn, "toMend") }));
    return does(
      turn,
      mergeRecords,
      { code, rev, into: kept },
      () => ({ screen: "sheet", code: kept, ...at(turn, "merged") }),
      code,
    );
  },
  "record.reopen": (turn, data) =>
    does(
      turn,
      reopenRecord,
      data,
      () => ({ screen: "sheet", code: data.code, ...at(turn, "recordReopened") }),
      data.code,
    ),
};
