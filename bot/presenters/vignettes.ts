/** *Vignettes*: the list, one to score, and the group once it is scored. */
import type { DomainId, Framework, Severity } from "../../src/domain/framework/schema.ts";
import { scoresFromInputs, NOT_SCORED } from "../../src/domain/calibration/scores-from-inputs.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import { frameworkDomain } from "../../src/domain/diagnostic/findings.ts";
import type { VignetteForm } from "../../src/use-cases/score-vignette.ts";
import type { GroupView } from "../../src/use-cases/see-vignette-group.ts";
import type { VignettesView } from "../../src/use-cases/see-vignettes.ts";
import { groupWords, scoringWords, vignettesWords } from "../../src/wording/calibration.ts";
import { dayInWords, dayOfInstant } from "../../src/wording/dates.ts";
import { stateWords } from "../../src/wording/situation.ts";
import { levelField } from "../../cards/actions/calibration.ts";
import type { ScreenOf } from "../screens.ts";
import { levelTitle } from "./domain.ts";
import type { Reader, Shown } from "./shown.ts";
import { readable, topOf, topOfDraft } from "./top.ts";

const OFFERS_SHOWN = 2;

/** The list, and the real files that this member is offered to score. */
export const presentVignettes = (screen: ScreenOf<"vignettes">, view: VignettesView, reader: Reader): Shown => {
  const shown = view.offers.slice(0, OFFERS_SHOWN);
  const more = view.offers.length - shown.length;
  const stateOf = (doneAt: string | null): string =>
    doneAt === null ? vignettesWords.toDo : vignettesWords.doneOn(dayInWords(dayOfInstant(doneAt, reader.timeZone)));
  return {
    name: "vignettes",
    model: {
      ...topOf(screen, reader),
      offers: shown.map(({ code, until }) => ({ text: vignettesWords.offer(code, dayInWords(until)), code })),
      more: more === 0 ? null : vignettesWords.moreOffers(more),
      intro: view.scores ? vignettesWords.scores : vignettesWords.reads,
      empty: view.vignettes.length === 0 ? vignettesWords.none : null,
      items: view.vignettes.map(({ vignette, doneAt }) => ({
        title: view.scores ? `${vignette.title} · ${stateOf(doneAt)}` : vignette.title,
        value: vignette.id,
      })),
      choice: "",
      readsAgreement: view.readsAgreement,
    },
  };
};

const LEVELS: readonly Severity[] = [0, 1, 2, 3, 4];

/** *Pas abordé*, then the five levels. */
export const scoringChoices = (framework: Framework) => [
  { title: scoringWords.notScored, value: NOT_SCORED },
  ...LEVELS.map((level) => ({ title: levelTitle(framework, level), value: String(level) })),
];

/** The domains to score in their families, with their anchors in a fold where there is room. */
export const scoringFamilies = (
  framework: Framework,
  domains: readonly DomainId[],
  inputs: TypedInputs,
  withAnchors: boolean,
) =>
  framework.families.flatMap(({ id, label }) => {
    const ofFamily = domains.filter((domain) => frameworkDomain(framework, domain).family === id);
    if (ofFamily.length === 0) return [];
    return [
      {
        label,
        fold: `anchors_${id}`,
        anchors: withAnchors ? ofFamily.map((domain) => anchorsOf(framework, domain)) : [],
        lines: ofFamily.map((domain) => ({
          domain,
          label: frameworkDomain(framework, domain).label,
          value: inputs[domain] ?? NOT_SCORED,
        })),
      },
    ];
  });

const anchorsOf = (framework: Framework, domain: DomainId) => {
  const { label, anchors } = frameworkDomain(framework, domain);
  return [label, ...anchors.map((anchor, level) => `${level} · ${anchor}`)].join("\n");
};

/** Said under the first domain of the card, once *Enregistrer* was pressed. */
export const scoringProblems = (check: boolean, inputs: TypedInputs, domains: readonly DomainId[]) => {
  const [first] = domains;
  return !check || first === undefined || scoresFromInputs(inputs, domains) !== undefined
    ? {}
    : { [levelField(first)]: scoringWords.nothingScored };
};

/** Characters of a vignette that leave room for the anchors of the levels. */
const ROOM_BESIDE_ANCHORS = 1_700;

/** One vignette, to score alone. */
export const presentVignette = (screen: ScreenOf<"vignette">, view: VignetteForm, reader: Reader): Shown => {
  const { vignette, form } = view;
  const { framework } = reader;
  const domains = framework.domains.map(({ id }) => id);
  const withAnchors = vignette.text.join("").length <= ROOM_BESIDE_ANCHORS;
  const commune = reader.plie.communes.find(({ insee }) => insee === vignette.commune)?.name ?? null;
  return {
    name: "vignette",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      vignette: vignette.id,
      rev: form.rev,
      title: vignette.title,
      about: scoringWords.about(vignette.age, commune),
      paragraphs: [...vignette.text],
      once: scoringWords.once,
      families: scoringFamilies(framework, domains, form.shown, withAnchors),
      choices: scoringChoices(framework),
      problems: scoringProblems(screen.check, form.shown, domains),
    },
  };
};

const expectedOf = ({ vignette }: GroupView, domain: DomainId, framework: Framework): string => {
  const expected = vignette.levels[domain];
  if (expected === undefined) return groupWords.expected(levelTitle(framework, 0), null);
  const { severity, state, because } = expected;
  const level = severity === null ? stateWords[state] : levelTitle(framework, severity);
  return groupWords.expected(level, readable(because, 400));
};

/** Nothing expected, and nobody who gave a level above none: one line for all of these. */
const isPlain = ({ vignette, own, group }: GroupView, domain: DomainId): boolean =>
  (vignette.levels[domain]?.severity === 0 || vignette.levels[domain] === undefined) &&
  (own?.[domain] ?? 0) === 0 &&
  [...(group.get(domain)?.keys() ?? [])].every((level) => level === 0);

/** My levels, the group's, and what the author of the vignette expected. */
export const presentVignetteGroup = (screen: ScreenOf<"vignetteGroup">, view: GroupView, reader: Reader): Shown => {
  const { framework } = reader;
  const plain = framework.domains.filter(({ id }) => isPlain(view, id));
  const { lead, why } = view.vignette.expected;
  const route = framework.suggestion.leads.find(({ kind }) => kind === lead)?.label ?? groupWords.toComplete;
  const ownOf = (domain: DomainId): string | null => {
    const level = view.own?.[domain];
    return view.own === null ? null : groupWords.own(level === undefined ? null : levelTitle(framework, level));
  };
  return {
    name: "vignette-group",
    model: {
      ...topOf(screen, reader),
      title: view.vignette.title,
      people: groupWords.people(view.people),
      lines: framework.domains
        .filter((domain) => !plain.includes(domain))
        .map(({ id, label }) => ({
          label,
          own: ownOf(id),
          group: groupWords.group([...(view.group.get(id) ?? [])]),
          expected: expectedOf(view, id, framework),
        })),
      rest: plain.length === 0 ? null : groupWords.rest(plain.map(({ label }) => label)),
      routeTitle: groupWords.routeTitle,
      route: groupWords.route(route, readable(why)),
    },
  };
};
