/** Words of the vignettes, of how much the group agrees, and of files scored twice. */
import type { Coefficient } from "../domain/calibration/agreement.ts";
import { counted, lowerFirst, quoted } from "./lists.ts";

const people = (count: number): string => counted(count, "personne", "personnes");

export const vignettesWords = {
  scores:
    "Des situations fictives, à coter seul·e : vos niveaux ne sont jamais montrés à votre nom. Une fois la vôtre cotée, vous voyez le groupe. Elles servent à se mettre d'accord sur ce que veut dire chaque niveau, jamais à évaluer quelqu'un.",
  reads:
    "Des situations fictives que les référent·es cotent chacun·e de leur côté. Vous lisez ici ce que dit le groupe, jamais qui a dit quoi.",
  none: "Aucune vignette n'est installée ici.",
  toDo: "à faire",
  doneOn: (day: string): string => `faite le ${day}`,
  offer: (code: string, until: string): string =>
    `On vous propose une double cotation : Situation ${code}, jusqu'au ${until}.`,
  moreOffers: (count: number): string => `Et ${count} ${count === 1 ? "autre" : "autres"} ensuite.`,
} as const;

export const scoringWords = {
  notScored: "Pas abordé",
  once: "Votre première cotation est la seule : quand vous l'enregistrez, elle ne se change plus, et vous voyez le groupe. Laissez « Pas abordé » là où le texte ne dit rien.",
  about: (age: number, commune: string | null): string =>
    ["Situation fictive", `${age} ans`, ...(commune === null ? [] : [commune])].join(" · "),
  nothingScored: "donnez un niveau à un domaine au moins.",
} as const;

export const groupWords = {
  people: (count: number): string =>
    count === 0
      ? "Personne n'a encore coté cette vignette."
      : `${people(count)} ${count === 1 ? "a" : "ont"} coté cette vignette.`,
  own: (level: string | null): string => `Vous : ${level ?? "pas abordé"}`,
  group: (levels: readonly (readonly [level: number, count: number])[]): string =>
    levels.length === 0
      ? "Groupe : pas encore assez de réponses"
      : `Groupe : ${levels.map(([level, count]) => `${people(count)} au niveau ${level}`).join(", ")}`,
  expected: (level: string, because: string | null): string =>
    because === null ? `Attendu : ${level}` : `Attendu : ${level}. Le texte dit : ${because}`,
  rest: (labels: readonly string[]): string => `Sans difficulté attendue ni cotée : ${labels.join(" ; ")}.`,
  routeTitle: "Ce qu'une cellule choisirait",
  route: (lead: string, why: string): string => `${lead}. ${why}`,
  toComplete: "Diagnostic à compléter",
} as const;

/** « 0,62 »; a figure that is not 1 is never rounded to it. */
const decimals = (value: number): string => {
  const shown = value < 1 && value >= 0.995 ? 0.99 : value;
  const text = shown.toFixed(2).replace(".", ",");
  return text === "-0,00" ? "0,00" : text.replace("-", "−");
};

/** Landis et Koch, 1977. */
const kappaMeans = (value: number): string => {
  const shown = Math.round(value * 100);
  if (shown < 0) return "moins que le hasard";
  if (shown <= 20) return "très faible";
  if (shown <= 40) return "faible";
  if (shown <= 60) return "moyen";
  return shown <= 80 ? "bon" : "très bon";
};
/** Krippendorff, 2004. */
const alphaMeans = (value: number): string =>
  value >= 0.8 ? "fiable" : value >= 0.667 ? "à prendre avec prudence" : "insuffisant";

const coefficient = (name: string, figure: Coefficient, means: (value: number) => string): readonly string[] => {
  if (figure.kind === "tooFew") return [];
  if (figure.kind === "total") return [`accord total, ${name} non défini`];
  return [`${name} ${decimals(figure.value)} (${means(figure.value)})`];
};

export interface ToldAgreement {
  readonly raters: number;
  readonly items: number;
  readonly percent: number | null;
  readonly kappa: Coefficient;
  readonly pairsWithoutVariance: number;
  readonly alpha: Coefficient;
}

export const agreementWords = {
  people: (count: number): string =>
    count === 0
      ? "Personne n'a encore coté de vignette."
      : `${people(count)} ${count === 1 ? "a coté une vignette" : "ont coté une vignette"} au moins. Ces chiffres sont ceux du groupe : ils ne disent rien de personne.`,
  of: (items: number, one: string, many: string, raters: number | null): string =>
    [counted(items, one, many), ...(raters === null ? [] : [people(raters)])].join(", "),
  vignettes: ["vignette", "vignettes"],
  situations: ["situation", "situations"],
  line: (told: ToldAgreement, of: string, from: string): string => {
    if (told.percent === null) return "Pas encore assez de réponses.";
    const figures =
      told.kappa.kind === "total" && told.alpha.kind === "total"
        ? ["accord total, kappa et alpha non définis"]
        : [...coefficient("kappa", told.kappa, kappaMeans), ...coefficient("alpha", told.alpha, alphaMeans)];
    const apart =
      told.kappa.kind === "figure" && told.pairsWithoutVariance > 0
        ? [`${counted(told.pairsWithoutVariance, "paire", "paires")} en accord total, sans kappa`]
        : [];
    return [of, `même niveau : ${told.percent} %`, ...(figures.length === 0 ? [from] : figures), ...apart].join(" · ");
  },
  from: (count: number, many: string): string => `kappa et alpha à partir de ${count} ${many}`,
  reading: [
    "Même niveau : sur 100 comparaisons de deux personnes, combien donnent exactement le même niveau.",
    "Kappa : l'accord au-delà du hasard, un écart de deux niveaux comptant quatre fois plus qu'un écart d'un seul (kappa pondéré quadratique, moyenne des paires). Jusqu'à 0,20 très faible ; 0,40 faible ; 0,60 moyen ; 0,80 bon ; au-delà très bon (Landis et Koch, 1977).",
    "Alpha : la même question pour tout le groupe à la fois, niveaux dans l'ordre, réponses manquantes comprises (Krippendorff, 2004). À partir de 0,80 fiable ; de 0,667 à prendre avec prudence ; en dessous insuffisant : les repères de ce domaine sont à relire ensemble.",
    "Accord total, non défini : tout le monde a donné un seul et même niveau partout. C'est un accord, mais rien ne permet de le comparer au hasard.",
  ],
  filesTitle: "Situations réelles cotées deux fois",
  files: (count: number, needed: number): string =>
    [
      `${count === 0 ? "Aucune double cotation faite" : counted(count, "double cotation faite", "doubles cotations faites")}.`,
      ...(count < needed ? [`L'accord se lit à partir de ${needed}.`] : []),
    ].join(" "),
  offerTitle: "Proposer une double cotation",
  offer: (percent: number): string =>
    `${percent} % des situations dont la première évaluation est faite sont tirées au sort. Qui la cote ne voit que cette situation, sans nom ni niveau, pendant quatorze jours.`,
  nothingToOffer: (percent: number): string =>
    `${percent} % des situations dont la première évaluation est faite sont tirées au sort. Aucune n'attend d'être proposée.`,
  file: (code: string, metOn: string): string => `${code} · première évaluation du ${metOn}`,
  choose: "choisissez une situation, et un·e référent·e qui ne la suit pas.",
} as const;

export const doubleWords = {
  title: (code: string): string => `Double cotation · Situation ${code}`,
  until: (day: string): string => `Ouverte pour vous jusqu'au ${day}, sauf si vous enregistrez ou déclinez avant.`,
  about:
    "Voici ce qui a été noté, sans le nom de la personne ni les niveaux donnés. Cotez comme si c'était votre entretien. Chaque ouverture est inscrite au journal de la situation.",
  anchorsElsewhere: "Il n'y a pas la place ici pour les repères des niveaux : relisez-les sur une vignette.",
  nothing: "Plus rien n'est à coter ici : ce qui était noté a changé depuis la proposition.",
  helps: (text: string): string => `Ce qui aide déjà : ${text}`,
  facts: (text: string): string => `Faits utiles : ${text}`,
  situations: (labels: readonly string[]): string => `Ce qui se passe : ${labels.map(lowerFirst).join(" ; ")}`,
  source: (source: string, day: string): string => `${source}, le ${day}`,
  nothingNoted: "Aucune note.",
  offeredTitle: "Une double cotation vous est proposée",
  offered: (code: string, until: string): string =>
    `Situation ${code}, jusqu'au ${until}. Il s'agit de coter une seconde fois ce qui a été noté, pour vérifier que les niveaux se lisent de la même façon. Vous pouvez décliner. Vous la retrouvez en écrivant ${quoted("vignettes")}.`,
  open: "Ouvrir la double cotation",
  vignettes: "Vignettes",
} as const;
