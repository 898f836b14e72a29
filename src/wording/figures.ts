/** The figures of the synthesis in words. None of them ranks people. */
import type { Impact, Severity, Framework, SourceKind } from "../domain/framework/schema.ts";
import type { Extent, FranceTravailImpact, Range } from "../domain/diagnostic/figures.ts";
import type { LevelAndWeight } from "../domain/diagnostic/movement.ts";
import type { LeftOut, RuleId } from "../domain/diagnostic/explain.ts";
import { counted, lowerFirst, quoted, upperFirst } from "./lists.ts";
import { stateWords } from "./situation.ts";

/** « Difficulté forte ». */
export const levelWords = (framework: Pick<Framework, "levels">, level: Severity): string => framework.levels[level];

/** « Pèse beaucoup ». */
export const impactWords = ({ impacts }: Pick<Framework, "impacts">, impact: Impact): string =>
  impact === 1 ? impacts[0] : impact === 2 ? impacts[1] : impacts[2];

/** « Difficulté forte, pèse beaucoup ». */
export const difficultyWords = (
  framework: Pick<Framework, "levels" | "impacts">,
  { severity, impact }: { readonly severity: Severity; readonly impact: Impact | null },
): string =>
  impact === null
    ? levelWords(framework, severity)
    : `${levelWords(framework, severity)}, ${lowerFirst(impactWords(framework, impact))}`;

export const notComputable = "non calculable";

export const extentCell = (extent: Extent): string => (extent.kind === "figure" ? String(extent.value) : notComputable);
export const rangeCell = (range: Range): string =>
  range.kind !== "range"
    ? "–"
    : range.low.value === range.high.value
      ? String(range.low.value)
      : `${range.low.value} à ${range.high.value}`;

/** A level among a sentence: none is « rien à signaler », as in the overview. */
export const heardLevel = (framework: Pick<Framework, "levels">, level: Severity): string =>
  level === 0 ? lowerFirst(stateWords.nothing) : lowerFirst(levelWords(framework, level));

/** « Repères au travail : dit le 3 novembre 2026, gêne légère ; observé le 27 novembre 2026, difficulté réelle. » */
export const saidAndSeenSentence = (
  domain: string,
  heard: readonly { readonly kind: SourceKind; readonly day: string; readonly level: string }[],
): string => `${domain} : ${heard.map(({ kind, day, level }) => `${HEARD[kind]} le ${day}, ${level}`).join(" ; ")}.`;

/** A card holds five of them. */
export const seenElsewhere = (count: number): string =>
  `Et ${counted(count, "autre domaine", "autres domaines")}, sur la page de la personne, dans l'onglet.`;

const HEARD: Readonly<Record<SourceKind, string>> = { dit: "dit", observe: "observé", atteste: "attesté" };

const USE = "Ce chiffre sert à suivre l'évolution ; il ne compare personne à personne.";

/** « 34 sur 100, entre 28 et 51 selon ce qui n'est pas encore abordé. » */
export const extentSentence = (extent: Extent, range: Range): string => {
  if (extent.kind !== "figure") return "Non calculable : aucun domaine n'a encore de niveau.";
  if (range.kind !== "range" || range.open.length === 0) return `${extent.value} sur 100. ${USE}`;
  const open = counted(range.open.length, "domaine sans niveau", "domaines sans niveau");
  return `${extent.value} sur 100, entre ${range.low.value} et ${range.high.value} selon ce que dira la suite (${open}). ${USE}`;
};

/** « 10 domaines abordés sur 13. » */
export const addressedCount = (count: number, of: number): string =>
  `${counted(count, "domaine abordé", "domaines abordés")} sur ${of}`;

/** Said under the count when the synthesis is the next thing. */
export const synthesisIsNext = "Plus rien à creuser : « Enregistrer et continuer » mène à la synthèse.";

/** Labels of domains hold commas of their own. */
const apart = (labels: readonly string[]): string => labels.join(" ; ");

export const addressedSentence = (
  counts: { readonly count: number; readonly of: number },
  missing: readonly string[],
  declined: readonly string[],
  later: readonly string[],
): string =>
  [
    `${addressedCount(counts.count, counts.of)}.`,
    missing.length === 0 ? "" : `Pas encore : ${apart(missing)}.`,
    declined.length === 0 ? "" : `Ne souhaite pas en parler : ${apart(declined)}.`,
    later.length === 0 ? "" : `Après une première action : ${apart(later)}.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");

export const provisionalWords = (count: number, from: number): string =>
  `${counted(count, "domaine est abordé", "domaines sont abordés")} ; il en faut ${from} pour une synthèse complète. D'ici là, tout ce qui suit est provisoire et peut changer.`;

interface Voices {
  readonly domain: string;
  readonly seen: string;
  readonly said: string;
  /** Positive where the référent sees more difficulty than the person says. */
  readonly difference: number;
  /** Whether the reader is the référent of this case. */
  readonly mine: boolean;
}
/** The gap keeps its sign: it is something to talk about. */
export const gapSentence = ({ domain, seen, said, difference, mine }: Voices): string => {
  const sees = mine ? "vous voyez" : "le ou la référent·e voit";
  const words =
    difference > 0
      ? `${sees} plus de difficulté que la personne ne le dit`
      : `la personne dit plus de difficulté que ${mine ? "vous n'en voyez" : "le ou la référent·e n'en voit"}`;
  return `${domain} : ${words} (${quoted(seen)} et ${quoted(said)}).`;
};

export const movementKindWords = {
  new: "nouveau",
  same: "pas de changement",
  better: "moins de difficulté",
  worse: "plus de difficulté",
} as const;

/** « Mobilité : moins de difficulté, de « Bloquant aujourd'hui » à « Difficulté forte ». » */
export const movementSentence = (
  domain: string,
  kind: keyof typeof movementKindWords,
  words: { readonly from: string | null; readonly to: string },
): string => {
  const moved = `${domain} : ${movementKindWords[kind]}`;
  if (words.from === null) return `${moved}, ${quoted(words.to)}.`;
  return kind === "same"
    ? `${moved}, ${quoted(words.to)}.`
    : `${moved}, de ${quoted(words.from)} à ${quoted(words.to)}.`;
};

/** What did not move, in one sentence: nobody reads twelve lines aloud to say so. */
export const unmovedSentence = (domains: readonly string[]): string =>
  `${upperFirst(movementKindWords.same)} : ${apart(domains)}.`;

/** What is named of a level when it moves: the level, and the weight when only that moved. */
export const movedWords = (
  framework: Pick<Framework, "levels" | "impacts">,
  one: LevelAndWeight,
  other: LevelAndWeight | null,
): string =>
  other !== null && one.severity === other.severity && one.impact !== other.impact
    ? difficultyWords(framework, one)
    : levelWords(framework, one.severity);

export const movedExtentSentence = (over: number, from: Extent, to: Extent): string | null =>
  from.kind === "figure" && to.kind === "figure"
    ? `Ensemble, sur ${counted(over, "domaine évalué les deux fois", "domaines évalués les deux fois")} : de ${from.value} à ${to.value}.`
    : null;

export const emptySynthesis = {
  strengths: "Rien n'est encore noté : c'est la première question de chaque domaine.",
  priorities: "La personne n'a pas encore dit ses priorités.",
  difficulties: "Aucune difficulté n'est notée à ce jour.",
} as const;

export const figureTitles = {
  extent: "Ampleur des difficultés repérées",
  extentByFamily: "Ampleur par groupe de domaines",
  range: "Fourchette de l'ampleur",
  addressed: "Domaines abordés",
  gaps: "Écarts à reparler ensemble",
  movement: "Ce qui a bougé",
  franceTravail: "Niveaux pour France Travail",
  weight: (domain: string): string => `Poids : ${domain}`,
} as const;

export const ruleWords: Readonly<Record<RuleId, string>> = {
  weightIsLevelTimesImpact:
    "Le poids d'un domaine est son niveau de difficulté multiplié par son poids sur le projet, de 0 à 12. Il sert à dire de quoi parler d'abord, après les priorités de la personne.",
  extentOverDomainsWithLevel:
    "Seuls comptent les domaines qui ont un niveau, zéro compris. Un domaine pas abordé, à creuser, sans objet ou dont la personne ne souhaite pas parler n'entre pas. Ni le sexe, ni l'âge, ni l'origine, ni l'adresse, ni les textes écrits n'entrent jamais dans ce chiffre.",
  rangeOverDomainsWithoutLevel:
    "La fourchette dit ce que deviendrait l'ampleur si chaque domaine sans niveau était à zéro, puis si chacun était au plus haut. Les domaines sans objet, ou dont la personne ne souhaite pas parler, restent dehors.",
  addressedIsSpokenOfOrDeclined:
    "Un domaine compte comme abordé quand il est évalué, sans rien à signaler, sans objet, ou quand la personne ne souhaite pas en parler. « Pas abordé » n'est jamais compté comme zéro.",
  movementOverBothTimes:
    "On compare seulement ce qui a un niveau les deux fois. Le niveau parle d'abord ; à niveau égal, le poids sur le projet. Un domaine évalué pour la première fois est nouveau : ni mieux, ni moins bien.",
  gapKeepsItsSign:
    "Le niveau noté et celui que dit la personne sont gardés tous les deux, sans moyenne. Quand ils s'écartent, on en reparle ensemble.",
  strengthsAsRecorded: "Ce qui aide est repris tel qu'il a été noté, domaine par domaine.",
  weightToFranceTravail:
    "Pour France Travail, chaque poids devient l'un de trois mots. Ils sont montrés et peuvent être corrigés avant tout envoi ; rien n'est envoyé d'ici.",
};

export const leftOutWords: Readonly<Record<LeftOut, string>> = {
  notAddressed: "pas abordé",
  toExplore: "à creuser",
  declined: "ne souhaite pas en parler",
  notApplicable: "sans objet",
  awaitsFirstAction: "après une première action",
  notPartOfThisFigure: "n'entre pas dans ce chiffre",
};

export const franceTravailWords: Readonly<Record<FranceTravailImpact, string>> = {
  aucun: "Aucun",
  faible: "Faible",
  fort: "Fort",
};

export const versionWords = (version: string): string => `Référentiel ${version}`;

export const wholeLabel = "Ensemble";
/** The bar that gives the others their scale. */
export const scaleLabel = "Le plus haut possible (100)";
