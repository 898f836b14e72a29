/** *Transmettre*, filled with what is projected or what was chosen over it. */
import type { Choice } from "../../cards/common.ts";
import type { ContrainteCode } from "../../src/domain/exchange/export-rules.ts";
import { isPresent, type ContrainteChoice } from "../../src/domain/exchange/ft-contraintes.ts";
import { toComplete, type orientationValues } from "../../src/domain/exchange/orientation.ts";
import { contrainteField, TOLD, transmissionFromInputs } from "../../src/domain/exchange/transmission-from-inputs.ts";
import { valuesOf } from "../../src/domain/exchange/values-of.ts";
import type { Transmitting } from "../../src/use-cases/parts/transmitting.ts";
import { alsoLeaves } from "../../src/wording/also-leaves.ts";
import { personLine } from "../../src/wording/people.ts";
import {
  bodyWords,
  capacityWords,
  contrainteChoiceWords,
  fromFinding,
  orientationFieldWords,
  projectWords,
  transmissionProblem,
  transmissionWords as words,
  trustWords,
} from "../../src/wording/transmission.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, labelOf, topOfDraft } from "./top.ts";

/** A choice that is not offered any more shows what is projected instead. */
const shownOf = <V extends string>(typed: string | undefined, offered: readonly V[], projected: V): V =>
  offered.find((value) => value === typed) ?? projected;

/** Nothing to choose where there is one value only. */
const one = <V extends string>(
  offered: readonly V[],
  said: Readonly<Record<V, string>>,
  typed: string | undefined,
  projected: V,
) => ({
  choices: offered.length < 2 ? [] : choicesOf(said, offered),
  value: shownOf(typed, offered, projected),
});

const many = (choices: readonly Choice[], typed: string | undefined) => {
  const chosen = (typed ?? "").split(",");
  return {
    choices: [...choices],
    value: choices
      .filter(({ value }) => chosen.includes(value))
      .map(({ value }) => value)
      .join(","),
  };
};

const besoinsAmong = ({ projection }: Transmitting, codes: readonly string[]): readonly Choice[] =>
  projection.sources.rules.franceTravail.besoins
    .filter(({ code }) => codes.includes(code))
    .map(({ code, label }) => ({ title: label, value: code }));

const contraintesOf = (view: Transmitting, reader: Reader, problems: Readonly<Record<string, string>>) => {
  const { sources, offered, projected } = view.projection;
  return sources.rules.franceTravail.contraintes.flatMap(({ code, label, domain }) => {
    const allowed = offered.contraintes.get(code) ?? [];
    if (allowed.length < 2) return [];
    const projectedChoice: ContrainteChoice = projected.contraintes.get(code) ?? "notSent";
    const field = contrainteField(code);
    const finding = projectedChoice === "unweighed" ? undefined : sources.findings.get(domain);
    const by = finding === undefined ? null : (reader.member(finding.by)?.name ?? null);
    return [
      {
        ...{ id: field, label, from: fromFinding(finding, by) },
        choices: choicesOf(contrainteChoiceWords, allowed),
        value: shownOf(view.form.shown[field], allowed, projectedChoice),
        problem: problems[field] ?? null,
      },
    ];
  });
};

/** What the diagnostic leaves unsaid, by the name of its domain. */
const unsaid = ({ projection }: Transmitting, reader: Reader): readonly string[] => {
  const closed = ([, choice]: readonly [ContrainteCode, ContrainteChoice]): boolean =>
    !isPresent(choice) && choice !== "none" && choice !== "closed";
  const codes = [...projection.projected.contraintes].filter(closed).map(([code]) => code);
  return projection.sources.rules.franceTravail.contraintes
    .filter(({ code }) => codes.includes(code))
    .map(({ domain }) => labelOf(reader.framework, domain));
};

const saidOf = (view: Transmitting, reader: Reader) => {
  const values = valuesOf(view.projection, view.projection.projected);
  const wordsOf = (fields: readonly (keyof typeof orientationValues.shape)[]): readonly string[] =>
    fields.map((field) => orientationFieldWords[field]);
  return {
    facts: alsoLeaves(values),
    notSpoken: words.notSpoken(unsaid(view, reader)),
    toComplete: words.toComplete(wordsOf(toComplete(values.orientation))),
    never: words.neverLeaves,
  };
};

const problemsIn = ({ form, projection }: Transmitting): Readonly<Record<string, string>> => {
  const read = transmissionFromInputs(form.shown, projection);
  return read.ok ? {} : Object.fromEntries(read.problems.map((found) => [found.field, transmissionProblem(found)]));
};

const toOf = ({ projection: { offered, projected }, form }: Transmitting) => {
  const value = shownOf(form.shown["to"], offered.to, projected.to);
  return {
    to: offered.to.length === 0 ? words.nobody : words.to(bodyWords[value]),
    toChoices: offered.to.length < 2 ? [] : choicesOf(bodyWords, offered.to),
    toValue: value,
  };
};

export const presentTransmission = (screen: ScreenOf<"transmission">, view: Transmitting, reader: Reader): Shown => {
  const { form, projection, kept } = view;
  const { offered, projected } = projection;
  const problems = screen.check ? problemsIn(view) : {};
  const { shown } = form;
  return {
    name: "transmission",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      ...{ code: screen.code, rev: form.rev, person: personLine(view.identity), about: words.about },
      before: kept.length === 0 ? null : words.seen(kept.length),
      ...toOf(view),
      contraintes: contraintesOf(view, reader, problems),
      situations: many(
        offered.situations.map(({ code, label }) => ({ title: label, value: code })),
        shown["situations"],
      ),
      needs: many(besoinsAmong(view, offered.needs), shown["needs"]),
      strengths: many(besoinsAmong(view, offered.strengths), shown["strengths"]),
      trust: one(offered.trust, trustWords, shown["trust"], projected.trust),
      capacity: one(offered.capacity, capacityWords, shown["capacity"], projected.capacity),
      project: one(offered.project, projectWords, shown["project"], projected.project),
      ...saidOf(view, reader),
      told: shown["told"] === TOLD ? TOLD : "no",
      problems: Object.fromEntries(Object.entries(problems).filter(([field]) => !/^c\d/.test(field))),
    },
  };
};
