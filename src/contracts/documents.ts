/** `GET /api/documents/{kind}/{code?}`: the kinds of document that exist, as they stand in an address. */
import * as z from "zod/mini";

export const DOCUMENT_KINDS = [
  "feuille-entretien",
  "pourquoi-piste",
  "compte-rendu",
  "courrier-decision",
  "fiche-personne",
  "fiche-relais",
  "copie-personne",
  "retour-prescripteur",
  "preparation-referent",
  "preparation-personne",
  "preparation-structure",
  "carte-accident",
  "emargement",
  "points-etape",
  "notice",
  "questionnaire-entree",
  "questionnaire-sortie",
  "questionnaire-six-mois",
] as const;
export const documentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKind>;

/** Kinds that are also given as a file of a word processor, with `?format=docx`. */
export const EDITABLE_DOCUMENTS: readonly DocumentKind[] = ["compte-rendu"];
