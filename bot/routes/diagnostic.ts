/** Tour d'horizon, the domains, their guidance, urgent points and the rounds. */
import type { CardData } from "../../cards/actions.ts";
import { NOT_ASKED } from "../../cards/actions/action.ts";
import { domainFields, overviewField } from "../../cards/actions/diagnostic.ts";
import { DOMAIN_IDS, domainId, type DomainId } from "../../src/domain/framework/schema.ts";
import type { Place } from "../../src/domain/participant/case-file.ts";
import { openRound } from "../../src/use-cases/open-round.ts";
import { saveAssessment, type SavedAssessment } from "../../src/use-cases/save-assessment.ts";
import { saveOverview, type SavedOverview } from "../../src/use-cases/save-overview.ts";
import { seeDiagnostic } from "../../src/use-cases/see-case.ts";
import { settleUrgent } from "../../src/use-cases/settle-urgent.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { overviewChoice, type OverviewChoice } from "../../src/domain/diagnostic/overview.ts";
import { quiet, type Screen } from "../screens.ts";
import { decodeShown } from "../shown-lines.ts";
import { resume, screenAfter, toSettle, urgentFirst } from "./after.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "diagnostic.open"
  | "round.ask"
  | "round.open"
  | "overview.open"
  | "overview.save"
  | "overview.go"
  | "overview.pause"
  | "overview.unchanged"
  | "domain.open"
  | "domain.save"
  | "domain.previous"
  | "domain.guidance"
  | "domain.overview"
  | "domain.pause"
  | "urgent.open"
  | "urgent.done"
  | "urgent.later";

const FIELDS = Object.keys(domainFields).filter((field) => field !== "urgent");

export const listed = (typed: string | undefined): string[] =>
  (typed ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const linesIn = (lines: CardData<"overview.save">["lines"]): Partial<Record<DomainId, OverviewChoice>> =>
  Object.fromEntries(
    DOMAIN_IDS.flatMap((domain) => {
      const choice = overviewChoice.safeParse(lines[overviewField(domain)]);
      return choice.success ? [[domain, choice.data] as const] : [];
    }),
  );

const typedInDomain = (data: CardData<"domain.save">): Record<string, string> => {
  const inputs = typedIn(FIELDS, data, "priority");
  return inputs["selfSeverity"] === NOT_ASKED ? { ...inputs, selfSeverity: "" } : inputs;
};

type Recorded = Extract<SavedOverview, { kind: "recorded" }>;

const overview = (
  turn: BotTurn,
  data: CardData<"overview.save">,
  options: { readonly place: Place | null; readonly restUnchanged?: boolean },
  then: (outcome: Recorded) => { readonly then: string; readonly screen: Screen },
): Promise<Answer> =>
  does(
    turn,
    saveOverview,
    {
      code: data.code,
      rev: data.rev,
      shown: decodeShown(data.shown),
      lines: linesIn(data.lines),
      urgent: listed(data.urgent),
      restUnchanged: options.restUnchanged ?? false,
      place: options.place,
      settles: null,
    },
    (outcome) => {
      if (outcome.kind === "conflict") return toSettle(turn, data.code, "overview", outcome.urgent);
      const next = then(outcome);
      return urgentFirst(turn, data.code, outcome.urgent, next.then, next.screen);
    },
    data.code,
  );

/** What *Enregistrer et continuer* leads to: the next domain to explore, else the synthesis, else what is still missing. */
export const afterOverview = (turn: BotTurn, code: string, outcome: Recorded): { then: string; screen: Screen } => {
  if (outcome.notApplied.length > 0)
    return { then: "overview", screen: { screen: "overview", code, ...at(turn, "someNotApplied") } };
  if (outcome.next !== null) return { then: outcome.next, screen: screenAfter(code, outcome.next, at(turn, "saved")) };
  if (outcome.ready)
    return { then: "synthesis", screen: { screen: "synthesis", code, round: null, ...at(turn, "saved") } };
  return { then: "overview", screen: { screen: "overview", code, ...at(turn, "nothingToExplore") } };
};

const onOverview = (turn: BotTurn, code: string) => (outcome: Recorded) => ({
  then: "overview",
  screen: {
    screen: "overview",
    code,
    ...at(turn, outcome.notApplied.length > 0 ? "someNotApplied" : "saved"),
  } satisfies Screen,
});

/** After a domain: the next one to explore, else the overview says what is left, or the synthesis. */
export const afterDomain = (turn: BotTurn, code: string, next: DomainId | null): { then: string; screen: Screen } =>
  next === null
    ? { then: "overview", screen: { screen: "overview", code, ...at(turn, "saved") } }
    : { then: next, screen: screenAfter(code, next, at(turn, "saved")) };

const saveDomain = (
  turn: BotTurn,
  data: CardData<"domain.save">,
  how: { readonly intent: "record" | "keep"; readonly place: Place | null },
  next: (outcome: Exclude<SavedAssessment, { kind: "conflict" }>) => Screen,
): Promise<Answer> => {
  const { code, domain, rev } = data;
  const inputs = typedInDomain(data);
  return does(
    turn,
    saveAssessment,
    { code, domain, rev, inputs, urgent: listed(data.urgent), settles: null, ...how },
    (outcome) => (outcome.kind === "conflict" ? toSettle(turn, code, domain, outcome.urgent) : next(outcome)),
    code,
  );
};

const recordDomain = (turn: BotTurn, data: CardData<"domain.save">): Promise<Answer> =>
  saveDomain(turn, data, { intent: "record", place: null }, (outcome) => {
    const { code, domain } = data;
    if (outcome.kind !== "recorded") {
      const again: Screen = { screen: "domain", code, domain, check: true, ...at(turn, "toMend") };
      return urgentFirst(turn, code, outcome.urgent, domain, again);
    }
    const next = afterDomain(turn, code, outcome.next);
    return urgentFirst(turn, code, outcome.urgent, next.then, next.screen);
  });

/** Every other button of the domain: what was typed is kept first, then it goes where it says. */
const leaveDomain = (
  turn: BotTurn,
  data: CardData<"domain.save">,
  place: Place,
  then: string,
  to: Screen,
): Promise<Answer> =>
  saveDomain(turn, data, { intent: "keep", place }, ({ urgent: raised }) =>
    urgentFirst(turn, data.code, raised, then, to),
  );

/** The domain explored before this one, in order; undefined for the first. */
const previousOf = async (turn: BotTurn, code: string, domain: DomainId): Promise<DomainId | undefined> => {
  const seen = await ask(turn.services, turn.actor, seeDiagnostic, { code });
  if (!seen.ok) return undefined;
  const before = DOMAIN_IDS.slice(0, DOMAIN_IDS.indexOf(domain));
  return before.findLast((id) => ["toExplore", "assessed"].includes(seen.value.findings.get(id)?.state ?? ""));
};

const urgent = (turn: BotTurn, intent: "done" | "later", data: CardData<"urgent.done">): Promise<Answer> =>
  does(
    turn,
    settleUrgent,
    { code: data.code, urgent: data.urgent, intent, doneOn: data.doneOn ?? "", doneBy: data.doneBy ?? "" },
    (outcome): Screen => {
      if (outcome.kind === "toMend")
        return {
          screen: "urgent",
          code: data.code,
          urgent: data.urgent,
          then: data.then,
          check: true,
          ...at(turn, "toMend"),
        };
      if (outcome.kind === "done" && outcome.next !== null)
        return {
          screen: "urgent",
          code: data.code,
          urgent: outcome.next,
          then: data.then,
          check: false,
          ...at(turn, "urgentDone"),
        };
      return screenAfter(data.code, data.then, at(turn, outcome.kind === "done" ? "urgentDone" : "urgentLater"));
    },
    data.code,
  );

export const diagnosticRoutes: Pick<Routes, Verbs> = {
  "diagnostic.open": (turn, { code }) => resume(turn, code),
  "round.ask": (_turn, { code, rev }) =>
    Promise.resolve(shows({ screen: "confirm", what: "newRound", code, into: null, rev, ...quiet })),
  "round.open": (turn, data) =>
    does(turn, openRound, data, () => ({ screen: "overview", code: data.code, ...at(turn, "roundOpened") }), data.code),
  "overview.open": (_turn, { code }) => Promise.resolve(shows({ screen: "overview", code, ...quiet })),
  "overview.save": (turn, data) =>
    overview(turn, data, { place: null }, (outcome) => afterOverview(turn, data.code, outcome)),
  "overview.go": (turn, data) => {
    const target = domainId.safeParse(data.target);
    if (!target.success)
      return overview(turn, data, { place: { at: "overview" } }, () => ({
        then: "overview",
        screen: { screen: "overview", code: data.code, ...at(turn, "chooseFirst") },
      }));
    return overview(turn, data, { place: { at: "domain", domain: target.data } }, () => ({
      then: target.data,
      screen: screenAfter(data.code, target.data, at(turn, "saved")),
    }));
  },
  "overview.pause": (turn, data) =>
    overview(turn, data, { place: { at: "overview" } }, () => ({
      then: "pause",
      screen: { screen: "paused", code: data.code, ...at(turn, "saved") },
    })),
  "overview.unchanged": (turn, data) =>
    overview(turn, data, { place: { at: "overview" }, restUnchanged: true }, onOverview(turn, data.code)),
  "domain.open": (_turn, { code, domain }) =>
    Promise.resolve(shows({ screen: "domain", code, domain, check: false, ...quiet })),
  "domain.save": recordDomain,
  "domain.previous": async (turn, data) => {
    const before = await previousOf(turn, data.code, data.domain);
    const place: Place = before === undefined ? { at: "overview" } : { at: "domain", domain: before };
    const then = before ?? "overview";
    return leaveDomain(turn, data, place, then, screenAfter(data.code, then, at(turn, "saved")));
  },
  "domain.guidance": (turn, data) =>
    leaveDomain(turn, data, { at: "domain", domain: data.domain }, data.domain, {
      screen: "guidance",
      code: data.code,
      domain: data.domain,
      ...at(turn, "saved"),
    }),
  "domain.overview": (turn, data) =>
    leaveDomain(turn, data, { at: "overview" }, "overview", {
      screen: "overview",
      code: data.code,
      ...at(turn, "saved"),
    }),
  "domain.pause": (turn, data) =>
    leaveDomain(turn, data, { at: "domain", domain: data.domain }, "pause", {
      screen: "paused",
      code: data.code,
      ...at(turn, "saved"),
    }),
  "urgent.open": (_turn, data) =>
    Promise.resolve(
      shows({ screen: "urgent", code: data.code, urgent: data.urgent, then: "sheet", check: false, ...quiet }),
    ),
  "urgent.done": (turn, data) => urgent(turn, "done", data),
  "urgent.later": (turn, data) => urgent(turn, "later", data),
};
