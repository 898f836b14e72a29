/** The values of an orientation, from what leaves for France Travail and from what is known of the person's situation and parcours. */
import type { Handover } from "../handover/records.ts";
import { lastSending } from "../handover/standing.ts";
import type { CaseFile } from "../participant/case-file.ts";
import { exitOf } from "../participant/exit-of.ts";
import type { SituationFacts } from "../suggestion/facts.ts";
import type { LeadKind } from "../suggestion/lead-kinds.ts";
import type { ContrainteCode } from "./export-rules.ts";
import type { ContrainteChoice } from "./ft-contraintes.ts";
import type { OrientationValues, Project } from "./orientation.ts";

/** How one contrainte leaves. */
export interface Leaving {
  readonly choice: ContrainteChoice;
  readonly situations: readonly string[];
}
export interface OrientationSources {
  readonly leaving: ReadonlyMap<ContrainteCode, Leaving>;
  readonly facts: SituationFacts;
  readonly head: Pick<CaseFile, "health" | "entry" | "status" | "ended" | "decided" | "handovers">;
  /** The latest hand-over to another référent, as it stands; null: none. */
  readonly handover: Pick<Handover, "to" | "sendings"> | null;
  readonly capacity: boolean | null;
  readonly project: Project | null;
}

type Impact = NonNullable<OrientationValues["contrainte_financiere"]>;
const impactOf = (choice: ContrainteChoice): Impact | undefined => {
  if (choice === "none" || choice === "closed") return "AUCUNE";
  if (choice === "weak" || choice === "weakPriority") return "IMPACT_FAIBLE_RECHERCHE_EMPLOI";
  if (choice === "strong" || choice === "strongPriority") return "IMPACT_FORT_RECHERCHE_EMPLOI";
  return undefined;
};

/** A situation that has its own value stands before the impact: the first that is named. */
const hardOr = <V extends string>(
  leaving: Leaving | undefined,
  hard: readonly (readonly [code: string, value: V])[],
  otherwise: (choice: ContrainteChoice) => V | undefined,
): V | undefined => {
  if (leaving === undefined) return undefined;
  const named = hard.find(([code]) => leaving.situations.includes(code));
  return named === undefined ? otherwise(leaving.choice) : named[1];
};

/** None where nothing is to report, `other` where there is a difficulty without a value of its own. */
const noneOr =
  <V extends string>(none: V, other: V | undefined) =>
  (choice: ContrainteChoice): V | undefined => {
    const impact = impactOf(choice);
    return impact === "AUCUNE" ? none : impact === undefined ? undefined : other;
  };

/** Situations of France Travail that have a value of their own in an orientation, by contrainte. */
const UNFIT_TO_WORK = [["17", "INCAPACITE_RECHERCHE_ACTIVITE_PRO"]] as const;
const HOMELESS = [["24", "SANS_LOGEMENT"]] as const;
const TRANSPORT = [
  ["6", "AUCUN_MOYEN_DE_TRANSPORT"],
  ["7", "DEPENDANT_TRANSPORT"],
] as const;
const CARE = [
  ["13", "ENFANT_SANS_SOLUTION_GARDE"],
  ["11", "AIDANT_FAMILIAL"],
] as const;
const DIGITAL = [
  ["47", "NON_ACCES_INTERNET"],
  ["46", "NON_MAITRISE"],
  ["52", "NON_MAITRISE"],
  ["53", "NON_MAITRISE"],
  ["48", "REFUS"],
] as const;

/** *Doit quitter le logement* is no procedure yet: `PROCEDURE_EXPULSION` is never projected. */
const contraintesIn = (leaving: OrientationSources["leaving"]): OrientationValues => {
  const impactIn = (code: ContrainteCode): Impact | undefined => impactOf(leaving.get(code)?.choice ?? "notSent");
  return {
    contrainte_sante: hardOr(leaving.get("25"), UNFIT_TO_WORK, impactOf),
    contrainte_logement: hardOr(leaving.get("27"), HOMELESS, impactOf),
    contrainte_mobilite: hardOr(leaving.get("23"), TRANSPORT, noneOr("AUCUNE", "AUTRE")),
    contrainte_familiale: hardOr(leaving.get("24"), CARE, impactOf),
    contrainte_financiere: impactIn("28"),
    contrainte_administrative_juridique: impactIn("29"),
    contrainte_francais_calcul: impactIn("26"),
    contrainte_numerique: hardOr(leaving.get("22"), DIGITAL, noneOr("AUCUNE", undefined)),
  };
};

const said = <V extends string>(value: V | "unknown" | "declined" | null): V | undefined =>
  value === null || value === "unknown" || value === "declined" ? undefined : value;
const flag = (value: "yes" | "no" | "unknown" | "declined" | null): boolean | undefined =>
  value === "yes" ? true : value === "no" ? false : undefined;

/** The status of a disabled worker is of health: it leaves with the same agreement. Without one of its two proofs, nothing says that there is none. */
const disabledWorker = ({ rqth, aah }: SituationFacts, agreed: boolean): true | undefined =>
  agreed && (rqth === "yes" || aah === "yes") ? true : undefined;

const factsIn = ({ facts, head, capacity, project }: OrientationSources): OrientationValues => ({
  situation_professionnelle: said(facts.lastJob),
  niveau_etude: said(facts.diploma),
  capacite_a_travailler: head.health === "agreed" ? (capacity ?? undefined) : undefined,
  projet_pro: project ?? undefined,
  brsa: flag(facts.rsa),
  boe: disabledWorker(facts, head.health === "agreed"),
});

const ORGANISME: Readonly<Record<LeadKind, OrientationValues["organisme"]>> = {
  // A PLIE, and who helps to create an activity, are none of the five.
  plie: undefined,
  creationActivite: undefined,
  franceTravail: "FT",
  accompagnementGlobal: "FT",
  missionLocale: "ML",
  capEmploi: "CE",
  accompagnementSocial: "CD",
};
const REFUSED_BECAUSE: Readonly<
  Record<NonNullable<Handover["sendings"][number]["reason"]>, NonNullable<OrientationValues["motif_refus"]>>
> = {
  full: "MANQUE_CAPACITE_ACCUEIL",
  notEligible: "SITUATION_NON_COUVERTE",
  incomplete: "AUTRE",
  otherNeed: "APPRECIATION_DIFFERENTE",
  person: "AUTRE",
  other: "AUTRE",
};

/** What the partner answered; without an answer, nothing. */
const decisionIn = ({ handover }: OrientationSources): OrientationValues => {
  const last = handover === null ? undefined : lastSending(handover);
  if (last === undefined || last.answeredOn === null || (last.answer !== "accepted" && last.answer !== "refused"))
    return {};
  const refused = last.answer === "refused";
  return {
    etat_decision: refused ? "REFUSEE" : "ACCEPTEE",
    date_decision: last.answeredOn,
    motif_refus: refused && last.reason !== null ? REFUSED_BECAUSE[last.reason] : undefined,
  };
};

const known = (values: OrientationValues): OrientationValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export const orientationOf = (sources: OrientationSources): OrientationValues => {
  const { head, leaving } = sources;
  const to = head.decided?.outcome === "reorient" ? head.decided.to : null;
  return known({
    ...factsIn(sources),
    ...contraintesIn(leaving),
    ...decisionIn(sources),
    organisme: to === null ? undefined : ORGANISME[to.lead],
    date_entree_parcours: head.entry?.on,
    date_sortie_parcours: exitOf(head) ?? undefined,
  });
};
