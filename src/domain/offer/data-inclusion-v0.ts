/** The old format of data·inclusion (v0), recognised so that its refusal says what to do. */
import { z } from "zod";

const ORIENTATION = "modes_mobilisation et mobilisable_par";
const ZONE = "zone_eligibilite";
const SHORTENED = "description";

/** Old names, and what replaced them. */
export const V0_OF_STRUCTURE: Readonly<Record<string, string>> = {
  typologie: "reseaux_porteurs",
  typologies: "reseaux_porteurs",
  labels_nationaux: "reseaux_porteurs",
  labels_autres: "reseaux_porteurs",
  presentation_resume: SHORTENED,
  presentation_detail: SHORTENED,
};

export const V0_OF_SERVICE: Readonly<Record<string, string>> = {
  types: "type",
  profils: "publics",
  profils_precisions: "publics_precisions",
  frais_autres: "frais_precisions",
  pre_requis: "conditions_acces",
  justificatifs: "conditions_acces",
  presentation_resume: SHORTENED,
  presentation_detail: SHORTENED,
  formulaire_en_ligne: "lien_mobilisation",
  modes_orientation_accompagnateur: ORIENTATION,
  modes_orientation_accompagnateur_autres: ORIENTATION,
  modes_orientation_beneficiaire: ORIENTATION,
  modes_orientation_beneficiaire_autres: ORIENTATION,
  zone_diffusion_type: ZONE,
  zone_diffusion_code: ZONE,
  zone_diffusion_nom: ZONE,
};

const OLD_FEES = ["gratuit-sous-conditions", "adhesion", "pass-numerique"];

const sentence = (found: string, now: string): string =>
  `c'est l'ancien format (data·inclusion v0) : « ${found} » est devenu ${now} ; demandez l'export v1`;

/** One sentence for the first old name, rather than twenty about missing fields. */
export function refuseOldFormat(names: Readonly<Record<string, string>>, raw: unknown, context: z.RefinementCtx): void {
  const found = z.record(z.string(), z.unknown()).safeParse(raw);
  if (!found.success) return;
  const old = Object.keys(names).find((name) => Object.hasOwn(found.data, name));
  if (old !== undefined) context.addIssue({ code: "custom", path: [old], message: sentence(old, names[old] ?? "") });
  else if (hasOldFees(found.data["frais"]))
    context.addIssue({ code: "custom", path: ["frais"], message: sentence("frais", "« gratuit » ou « payant »") });
}

const hasOldFees = (fees: unknown): boolean =>
  Array.isArray(fees) || (typeof fees === "string" && OLD_FEES.includes(fees));
