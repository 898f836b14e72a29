/** Vignettes, agreement and double scoring. */
import { levelField } from "../../cards/actions/calibration.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { offerDoubleScoring } from "../../src/use-cases/offer-double-scoring.ts";
import { declineDouble, scoreDouble } from "../../src/use-cases/score-double.ts";
import { scoreVignette } from "../../src/use-cases/score-vignette.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "vignettes.open"
  | "vignettes.pick"
  | "vignettes.save"
  | "vignettes.leave"
  | "agreement.open"
  | "double.offer"
  | "double.open"
  | "double.decline"
  | "double.save"
  | "double.leave";

type Intent = "record" | "keep";
type Scoring<A> = {
  readonly about: A;
  readonly rev: string;
  readonly levels: Partial<Record<ReturnType<typeof levelField>, string>>;
};

/** A choice set always comes back with its card: what is missing was not shown. */
const chosen = <A>({ levels }: Scoring<A>): Record<string, string> =>
  Object.fromEntries(
    DOMAIN_IDS.flatMap((domain) => {
      const value = levels[levelField(domain)];
      return value === undefined ? [] : [[domain, value] as const];
    }),
  );

const pick = (turn: BotTurn, choice: string | undefined): Answer =>
  turn.services.vignettes.some(({ id }) => id === choice)
    ? shows({ screen: "vignette", vignette: choice ?? "", check: false, ...quiet })
    : shows({ screen: "vignettes", ...at(turn, "chooseFirst") });

const vignette = (turn: BotTurn, intent: Intent, data: Scoring<{ readonly vignette: string }>): Promise<Answer> =>
  does(
    turn,
    scoreVignette,
    { vignette: data.about.vignette, rev: data.rev, inputs: chosen(data), intent },
    ({ kind }): Screen => {
      const form = { screen: "vignette", vignette: data.about.vignette } as const;
      if (kind === "recorded")
        return { screen: "vignetteGroup", vignette: data.about.vignette, ...at(turn, "vignetteScored") };
      if (kind === "kept") return { screen: "vignettes", ...at(turn, "draftKept") };
      return kind === "toMend" ? { ...form, check: true, ...at(turn, "toMend") } : { ...form, check: false, ...quiet };
    },
    null,
  );

const double = (turn: BotTurn, intent: Intent, data: Scoring<{ readonly code: string }>): Promise<Answer> => {
  const { code } = data.about;
  return does(
    turn,
    scoreDouble,
    { code, rev: data.rev, inputs: chosen(data), intent },
    ({ kind }): Screen => {
      if (kind === "recorded") return { screen: "vignettes", ...at(turn, "doubleDone") };
      if (kind === "kept") return { screen: "vignettes", ...at(turn, "draftKept") };
      return kind === "toMend"
        ? { screen: "double", code, check: true, ...at(turn, "toMend") }
        : { screen: "double", code, check: false, ...quiet };
    },
    code,
  );
};

export const calibrationRoutes: Pick<Routes, Verbs> = {
  "vignettes.open": () => Promise.resolve(shows({ screen: "vignettes", ...quiet })),
  "vignettes.pick": (turn, { choice }) => Promise.resolve(pick(turn, choice)),
  "vignettes.save": (turn, data) => vignette(turn, "record", data),
  "vignettes.leave": (turn, data) => vignette(turn, "keep", data),
  "agreement.open": () => Promise.resolve(shows({ screen: "agreement", check: false, ...quiet })),
  "double.offer": (turn, { choice, second }) =>
    does(
      turn,
      offerDoubleScoring,
      { code: participantCodeFrom(choice ?? "") ?? null, second: (second ?? "").slice(0, 60) },
      ({ kind }): Screen =>
        kind === "offered"
          ? { screen: "agreement", check: false, ...at(turn, "doubleOffered") }
          : { screen: "agreement", check: true, ...quiet },
      null,
    ),
  "double.open": (_turn, { code }) => Promise.resolve(shows({ screen: "double", code, check: false, ...quiet })),
  "double.decline": (turn, { code }) =>
    does(turn, declineDouble, { code }, () => ({ screen: "vignettes", ...at(turn, "doubleDeclined") }), code),
  "double.save": (turn, data) => double(turn, "record", data),
  "double.leave": (turn, data) => double(turn, "keep", data),
};
