/** What a référent is told of an import. */
import { counted } from "./lists.ts";

export const importedWords = {
  title: (count: number): string => counted(count, "personne vous est confiée", "personnes vous sont confiées"),
  about:
    "Un fichier du logiciel du PLIE vient d'être importé. Chaque personne est dans « Mes participants », avec ses échéances.",
  /** To whoever stands in. */
  titleFor: (count: number, absent: string): string =>
    counted(count, `personne est confiée à ${absent}`, `personnes sont confiées à ${absent}`),
  aboutFor:
    "Vous assurez sa suppléance. Un fichier du logiciel du PLIE vient d'être importé. Chaque personne est dans « Mes participants », avec ses échéances.",
  others: (count: number): string => `et ${counted(count, "autre personne", "autres personnes")}`,
} as const;
