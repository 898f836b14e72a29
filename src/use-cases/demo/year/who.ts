/** One person of the year: drawn, invented, and said to be. No word of it comes from anyone. */
import { DOMAIN_IDS } from "../../../domain/framework/domains.ts";
import type { Framework } from "../../../domain/framework/schema.ts";
import type { SituationFacts } from "../../../domain/suggestion/facts.ts";
import type { Plie } from "../../../ports/plie.ts";
import { level, type DemoLevel, type DemoPerson } from "../person.ts";
import type { Dice } from "./dice.ts";

const GIVEN = [
  ...(["Amina", "Bastien", "Carmen", "Djibril", "Elsa", "Farid", "Gaëlle", "Hugo", "Ilona", "Jonas"] as const),
  ...(["Karima", "Léon", "Mathilde", "Nour", "Oscar", "Paola", "Rachid", "Salomé", "Tom", "Yasmine"] as const),
] as const;
const FAMILY = [
  ...(["Aubépine", "Bruyère", "Capucine", "Digitale", "Églantine", "Fougère", "Genêt", "Hortensia"] as const),
  ...(["Iris", "Jonquille", "Lavande", "Mélèze", "Noisetier", "Orme", "Pervenche", "Sureau", "Tilleul"] as const),
] as const;
const STRENGTHS = [
  "Vient à l'heure et prévient quand c'est impossible.",
  "A déjà travaillé plusieurs années dans le même métier.",
  "Un proche l'aide pour les papiers.",
  "Apprend vite quand on lui montre.",
] as const;

/** What is drawn of a person. */
export interface YearPerson {
  readonly identity: Pick<DemoPerson, "givenName" | "familyName" | "birthDate" | "commune"> & {
    readonly prescriber: string;
  };
  readonly health: DemoPerson["health"];
  readonly levels: readonly DemoLevel[];
  readonly nothing: DemoPerson["nothing"];
  readonly situation: Partial<SituationFacts>;
}

const identityOf = (dice: Dice, plie: Plie, index: number): YearPerson["identity"] => {
  const communes = plie.communes.map(({ name }) => name);
  const dijon = communes.find((name) => name === "Dijon") ?? communes[0] ?? "";
  const pad = (count: number): string => String(count).padStart(2, "0");
  return {
    givenName: dice.pick(GIVEN),
    // A number makes two people of one name two people.
    familyName: `${dice.pick(FAMILY)}-${dice.pick(FAMILY)} ${index + 1} (fictif)`,
    birthDate: `${pad(1 + dice.roll(28))}/${pad(1 + dice.roll(12))}/${1962 + dice.roll(45)}`,
    commune: dice.chance(60) ? dijon : (communes[dice.roll(communes.length)] ?? dijon),
    prescriber: plie.prescribers[dice.roll(plie.prescribers.length)] ?? "",
  };
};

/** 45 % on RSA, 29 % in a QPV, 73 % with a diploma of level V or below: figures of the PLIE in 2020. The rest is stated in `live-year.ts`. */
const situationOf = (dice: Dice): Partial<SituationFacts> => ({
  seeksWork: dice.weighted([
    ["yes", 92],
    ["notNow", 5],
    ["doesNotWish", 1],
    ["unknown", 2],
  ]),
  rsa: dice.chance(45) ? "yes" : "no",
  qpv: dice.chance(29) ? "yes" : "no",
  rqth: dice.chance(12) ? "yes" : "no",
  iae: dice.chance(15) ? "yes" : "no",
  franceTravail: dice.chance(85) ? "yes" : "no",
  aah: dice.chance(3) ? "yes" : "no",
  diploma: dice.chance(73) ? "NV5" : "NV4",
});

const BARRIERS: readonly [number, ...number[]] = [2, 3, 3, 4, 4, 5, 6];

/** A few difficulties each, nothing to report elsewhere; health is spoken of where the person agrees. */
const levelsOf = (dice: Dice, framework: Framework, health: YearPerson["health"]): readonly DemoLevel[] => {
  const open = DOMAIN_IDS.filter((domain) => domain !== "travail" && (domain !== "sante" || health === "agreed"));
  const chosen = new Set<(typeof open)[number]>();
  for (let draw = dice.pick(BARRIERS); draw > 0; draw -= 1) chosen.add(open[dice.roll(open.length)] ?? "mobilite");
  return [...chosen].map((domain, at) => {
    const severity = dice.weighted([
      [1, 25],
      [2, 40],
      [3, 28],
      [4, 7],
    ]);
    const situations = framework.domains.find(({ id }) => id === domain)?.situations ?? [];
    const ticked = situations.length === 0 ? [] : [situations[dice.roll(situations.length)]?.id ?? ""];
    const impact = 1 + dice.roll(3);
    const self = Math.max(0, Math.min(4, severity + dice.roll(3) - 1));
    return level(
      domain,
      [severity, impact, self],
      dice.pick(STRENGTHS),
      "Ce qui se passe est noté ici, en faits.",
      ticked,
      at === 0,
    );
  });
};

export const drawPerson = (
  dice: Dice,
  { plie, framework }: { plie: Plie; framework: Framework },
  index: number,
): YearPerson => {
  const health = dice.weighted<YearPerson["health"]>([
    ["agreed", 60],
    ["notAsked", 30],
    ["refused", 10],
  ]);
  const levels = levelsOf(dice, framework, health);
  const found = new Set(levels.map(({ domain }) => domain));
  const nothing = DOMAIN_IDS.filter((domain) => !found.has(domain) && domain !== "sante" && domain !== "travail");
  return { identity: identityOf(dice, plie, index), health, levels, nothing, situation: situationOf(dice) };
};
