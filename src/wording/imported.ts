/** What a référent is told of an import. */
import { counted } from "./lists.ts";

export const importedWords = {
  title: (count: number): string => counted(count, "personne vous est confiée", "personnes vous sont confiées"),
  about:
    "Un fichier du logiciel du PLIE vient d'être importé. Chaque personne est dans « Mes participants », avec ses échéances.",
  others: (count: number): string => `et ${counted(count, "autre personne", "autres personnes")}`,
} as const;
