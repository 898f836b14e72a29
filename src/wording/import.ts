/** What the import of services says to whoever runs it. */
import { counted } from "./lists.ts";

export const USAGE = [
  "Usage : npm run import-services -- --kind services|structures --sources dora,… [--zone 21,242100410] [--closing most] --as <identifiant Entra> [--demo] fichier.json|fichier.csv",
  "  --sources  les producteurs data·inclusion que le fichier contient en entier",
  "  --zone     les communes, départements ou EPCI qu'il couvre ; sans elle, tout ce que ces sources proposent",
  "  --closing most   si le fichier ferme volontairement plus de la moitié de ce qu'il couvre",
  "  --as       qui importe : une personne du fichier d'équipe, chargée de projet ou coordinatrice",
  "  --demo     importe dans les données fictives",
].join("\n");

export const REFUSED_IMPORT_WORDS = {
  stranger: "Cette personne n'est pas dans le fichier d'équipe.",
  roleMayNot: "Seules les personnes chargées de projet et la coordinatrice importent des services.",
} as const;

interface Counts {
  readonly kind: "services" | "structures";
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly reopened: number;
  readonly rejected: number;
}

const NOUNS = { services: ["service", "services"], structures: ["structure", "structures"] } as const;

export const countLines = ({ kind, ...count }: Counts): readonly string[] => {
  const [one, many] = NOUNS[kind];
  const line = (what: string, of: number): string => `  ${what} : ${counted(of, one, many)}`;
  return [
    line("Nouveautés", count.added),
    line("Modifications", count.changed),
    line("Sans changement", count.unchanged),
    ...(kind === "services" ? [line("Fermetures", count.closed), line("Réouvertures", count.reopened)] : []),
    `  Refus : ${counted(count.rejected, "enregistrement", "enregistrements")}`,
  ];
};

export const CLOSED_NOTHING =
  "  Rien n'a été fermé : un enregistrement sans identifiant peut être l'un de ceux qui manquent.";

export const directoryLine = (moved: boolean, number: number): string =>
  moved
    ? `Le répertoire n° ${number} est en service.`
    : `Rien ne change : le répertoire n° ${number} reste en service.`;

export const NOTHING_CHANGED = "Le répertoire n'a pas changé.";

export const rejectedLine = (rank: number, id: string | null, reasons: readonly string[]): string =>
  `    n° ${rank}${id === null ? "" : ` (${id})`} : ${reasons.join(" ; ")}`;
export const moreRejected = (count: number): string => `    … et ${count} de plus.`;
