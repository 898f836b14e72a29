/**
 * data·inclusion schema v1: a structure, a service. Read as its API serves them; what the schema does not name (`adresse_certifiee`,
 * `score_qualite`, `extra`, the nested `structure`…) is kept as received. An old v0 record is refused with a sentence that says so.
 */
import { z } from "zod";
import { THEMES } from "../framework/themes.ts";
import * as words from "./data-inclusion-words.ts";
import { V0_OF_SERVICE, V0_OF_STRUCTURE, refuseOldFormat } from "./data-inclusion-v0.ts";

const listed = <const W extends readonly string[]>(list: W, what: string) =>
  z.enum(list, {
    error: ({ input }) => (typeof input === "string" ? `« ${input.slice(0, 80)} » n'est pas ${what}` : undefined),
  });

const text = z.string().nullish();
const link = z.url({ protocol: /^https?$/, error: "une adresse web qui commence par http:// ou https://" }).nullish();
const email = z.email({ pattern: z.regexes.unicodeEmail, error: "une adresse de courriel" }).nullish();
const coordinate = (most: number, error: string) => z.number().min(-most, error).max(most, error).nullish();
const set = <T extends z.ZodType>(item: T) =>
  z.array(item).refine(withoutTwice, "une même valeur est écrite deux fois");
const someOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1, "au moins une valeur, ou le champ absent")
    .refine(withoutTwice, "une même valeur est écrite deux fois");

/** A date; some exports write the midnight of that day, or its milliseconds since 1970. */
const lastChange = z
  .union([z.string(), z.int()], { error: "une date, année-mois-jour" })
  .superRefine((value, context) => {
    const day = lastChangeDay(value);
    if (day === undefined) context.addIssue({ code: "custom", message: "une date qui existe, année-mois-jour" });
    else if (day < "2000-01-01") context.addIssue({ code: "custom", message: "une date du 21e siècle" });
  });

const AS_WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?)?$/;

/** The day of a `date_maj`; undefined: none that exists. */
export function lastChangeDay(value: string | number): string | undefined {
  const instant = typeof value === "number" ? new Date(value) : undefined;
  if (instant !== undefined) return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().slice(0, 10);
  const day = AS_WRITTEN.exec(String(value))?.[1];
  return z.iso.date().safeParse(day).data;
}

const name = z.string().min(3, "entre 3 et 150 caractères").max(150, "entre 3 et 150 caractères");
const description = z.string().min(5, "entre 5 et 10 000 caractères").max(10_000, "entre 5 et 10 000 caractères");

/** The longest that a store keeps as a key; what nobody sees would make two ids look alike, and half a character is not kept as it came. */
const identifier = z
  .string()
  .min(1)
  .max(200, "200 caractères au plus")
  .regex(/^\P{C}*$/u, "aucun caractère invisible");
const source = z.string().min(1).max(100, "100 caractères au plus");

const address = {
  commune: text,
  code_postal: z
    .string()
    .regex(/^\d{5}$/, "un code postal : cinq chiffres")
    .nullish(),
  code_insee: z
    .string()
    .regex(/^\w{5}$/, "un code de commune de l'INSEE : cinq caractères")
    .nullish(),
  adresse: text,
  complement_adresse: text,
  longitude: coordinate(180, "une longitude, entre -180 et 180"),
  latitude: coordinate(90, "une latitude, entre -90 et 90"),
};

/** A commune, a département, an EPCI, a country, or `france`. */
const zoneCode = z
  .string()
  .regex(/^(?:\w{5}|\w{2,3}|\d{9}|france)$/, "un code de commune, de département, d'EPCI ou de pays, ou « france »");

interface Identified {
  readonly id: string;
  readonly source: string;
}
const NOT_ITS_SOURCE = {
  error: "l'identifiant commence par sa source et deux tirets : « source--numéro »",
  path: ["id"],
};
const saysItsSource = ({ id, source: of }: Identified): boolean => id.startsWith(`${of}--`);

const structureFields = z.looseObject({
  source,
  id: identifier,
  nom: name,
  date_maj: lastChange,
  description: description.nullish(),
  lien_source: link,
  siret: z
    .string()
    .regex(/^\d{14}$/, "un numéro SIRET : quatorze chiffres")
    .nullish(),
  ...address,
  telephone: text,
  courriel: email,
  site_web: link,
  horaires_accueil: text,
  accessibilite_lieu: link,
  reseaux_porteurs: set(listed(words.NETWORKS, "un réseau porteur data·inclusion v1")).nullish(),
});

const serviceFields = z.looseObject({
  source,
  structure_id: identifier,
  id: identifier,
  nom: name,
  description,
  lien_source: link,
  date_maj: lastChange,
  type: listed(words.SERVICE_TYPES, "un type de service data·inclusion v1").nullish(),
  thematiques: set(listed(THEMES, "une thématique data·inclusion v1")).nullish(),
  frais: listed(words.FEES, "« gratuit » ou « payant »").nullish(),
  frais_precisions: text,
  publics: someOf(listed(words.PUBLICS, "un public data·inclusion v1"))
    .refine((all) => all.length === 1 || !all.includes("tous-publics"), "« tous-publics » va seul")
    .nullish(),
  publics_precisions: text,
  conditions_acces: text,
  ...address,
  telephone: text,
  courriel: email,
  modes_accueil: set(listed(words.RECEPTION_MODES, "« a-distance » ou « en-presentiel »")).nullish(),
  zone_eligibilite: z.array(zoneCode).min(1, "au moins un code, ou le champ absent").nullish(),
  contact_nom_prenom: text,
  lien_mobilisation: link,
  modes_mobilisation: someOf(listed(words.MOBILISATION_MODES, "un mode de mobilisation data·inclusion v1")).nullish(),
  mobilisable_par: someOf(listed(words.MOBILISERS, "« professionnels » ou « usagers »")).nullish(),
  mobilisation_precisions: text,
  volume_horaire_hebdomadaire: z.number().min(0, "zéro ou plus").nullish(),
  nombre_semaines: z.int().min(1, "une semaine ou plus").nullish(),
  horaires_accueil: text,
});

const ofV1 = <T extends z.ZodType<Identified>>(names: Readonly<Record<string, string>>, fields: T) =>
  z
    .unknown()
    .superRefine((raw, context) => {
      refuseOldFormat(names, raw, context);
    })
    .pipe(fields)
    .refine(saysItsSource, NOT_ITS_SOURCE);

/** One structure. */
export const structureRecord = ofV1(V0_OF_STRUCTURE, structureFields);
export type StructureRecord = z.infer<typeof structureFields>;
/** One service. */
export const serviceRecord = ofV1(V0_OF_SERVICE, serviceFields);
export type ServiceRecord = z.infer<typeof serviceFields>;

function withoutTwice(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
