/**
 * The values that other information systems expect of an orientation (law of 18 December 2023 « pour le plein emploi »), from what is confirmed for
 * France Travail and from the facts of the situation. What is not known stays absent and is named: nothing is guessed.
 */
import { z } from "zod";
import { day } from "../participant/codes.ts";

const IMPACT = ["AUCUNE", "IMPACT_FAIBLE_RECHERCHE_EMPLOI", "IMPACT_FORT_RECHERCHE_EMPLOI"] as const;

/** The lightest first: a value never comes before one that stands for less. */
export const ORIENTATION_SCALES = {
  contrainte_sante: [...IMPACT, "INCAPACITE_RECHERCHE_ACTIVITE_PRO"],
  contrainte_logement: [...IMPACT, "PROCEDURE_EXPULSION", "SANS_LOGEMENT"],
  contrainte_mobilite: ["AUCUNE", "AUTRE", "DEPENDANT_TRANSPORT", "AUCUN_MOYEN_DE_TRANSPORT"],
  contrainte_familiale: [...IMPACT, "AIDANT_FAMILIAL", "ENFANT_SANS_SOLUTION_GARDE"],
  contrainte_financiere: IMPACT,
  contrainte_administrative_juridique: IMPACT,
  contrainte_francais_calcul: IMPACT,
  contrainte_numerique: ["AUCUNE", "REFUS", "NON_MAITRISE", "NON_ACCES_INTERNET"],
} as const;
export const ORIENTATION_CONTRAINTES = [
  "contrainte_sante",
  "contrainte_logement",
  "contrainte_mobilite",
  "contrainte_familiale",
  "contrainte_financiere",
  "contrainte_administrative_juridique",
  "contrainte_francais_calcul",
  "contrainte_numerique",
] as const satisfies readonly (keyof typeof ORIENTATION_SCALES)[];

export const PROJECTS = ["SALARIAT", "ENTREPRENARIAT", "FORMATION", "AUCUN"] as const;
export type Project = (typeof PROJECTS)[number];
const ORGANISMES = ["IND", "FT", "CD", "ML", "CE"] as const;
const REFUSALS = [
  "DECLARATION_INEXACTE",
  "SITUATION_NON_COUVERTE",
  "APPRECIATION_DIFFERENTE",
  "MANQUE_CAPACITE_ACCUEIL",
  "AUTRE",
] as const;

/**
 * Every field of the exchange, each absent while it is not known. `motif_sortie_parcours`, `commentaire_refus` and `agent_decision` have no place:
 * their values are documented nowhere, and a reason to leave may be that someone was not met.
 */
export const orientationValues = z.strictObject({
  situation_professionnelle: z.enum(["EN_ACTIVITE", "DEUX_DERNIERES_ANNEES", "PLUS_DEUX_ANS", "JAMAIS"]).optional(),
  type_emploi: z
    .enum([
      "SAISONNIER",
      "ARTISTE_OU_AUTEUR",
      "INTERMITTENT_SPECTACLE",
      "EXPLOITANT_AGRICOLE",
      "ASSISTANTE_MATERNELLE",
      "CREATEUR_ENTREPRISE_OU_INDEPENDANT",
      "AUTRE",
    ])
    .optional(),
  niveau_etude: z.enum(["AFS", "CP4", "CFG", "C3A", "C12", "NV5", "NV4", "NV3", "NV2", "NV1"]).optional(),
  capacite_a_travailler: z.boolean().optional(),
  projet_pro: z.enum(PROJECTS).optional(),
  contrainte_sante: z.enum(ORIENTATION_SCALES.contrainte_sante).optional(),
  contrainte_logement: z.enum(ORIENTATION_SCALES.contrainte_logement).optional(),
  contrainte_mobilite: z.enum(ORIENTATION_SCALES.contrainte_mobilite).optional(),
  contrainte_familiale: z.enum(ORIENTATION_SCALES.contrainte_familiale).optional(),
  contrainte_financiere: z.enum(ORIENTATION_SCALES.contrainte_financiere).optional(),
  contrainte_administrative_juridique: z.enum(ORIENTATION_SCALES.contrainte_administrative_juridique).optional(),
  contrainte_francais_calcul: z.enum(ORIENTATION_SCALES.contrainte_francais_calcul).optional(),
  contrainte_numerique: z.enum(ORIENTATION_SCALES.contrainte_numerique).optional(),
  brsa: z.boolean().optional(),
  boe: z.boolean().optional(),
  baeeh: z.boolean().optional(),
  scolarite_etablissement_specialise: z.boolean().optional(),
  esat: z.boolean().optional(),
  boe_souhait_accompagnement: z.boolean().optional(),
  msa_demarches_professionnelles: z.enum(["AUCUNE_DEMARCHE", "PEU_DEMARCHES", "PLUSIEURS_DEMARCHES"]).optional(),
  etat_decision: z.enum(["REFUSEE", "ACCEPTEE"]).optional(),
  date_decision: day.optional(),
  motif_refus: z.enum(REFUSALS).optional(),
  organisme: z.enum(ORGANISMES).optional(),
  date_entree_parcours: day.optional(),
  date_sortie_parcours: day.optional(),
});
export type OrientationValues = z.infer<typeof orientationValues>;
export type OrientationField = keyof OrientationValues;

/** What stays empty for everyone who is not concerned: not asked for. */
const ONLY_FOR_SOME: ReadonlySet<string> = new Set([
  "type_emploi",
  "baeeh",
  "scolarite_etablissement_specialise",
  "esat",
  "boe_souhait_accompagnement",
  "msa_demarches_professionnelles",
  "etat_decision",
  "date_decision",
  "motif_refus",
  "organisme",
  "date_sortie_parcours",
]);

/** Fields of the exchange that are to be completed there: nothing here says them. */
export const toComplete = (values: OrientationValues): readonly OrientationField[] =>
  orientationValues
    .keyof()
    .options.filter(
      (field) =>
        values[field] === undefined &&
        (!ONLY_FOR_SOME.has(field) || (field === "type_emploi" && values.situation_professionnelle === "EN_ACTIVITE")),
    );
