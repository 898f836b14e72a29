/**
 * What leaves towards a referring body: France Travail's shared diagnosis and the values of an orientation, as they were confirmed. Nothing in
 * these shapes can hold a level, a note, or what was tried to meet the person.
 */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { contrainteCode } from "./export-rules.ts";
import { orientationValues } from "./orientation.ts";

const VALEURS = ["NON_ABORDEE", "OUI", "CLOTUREE"] as const;
const IMPACTS = ["FAIBLE", "FORT"] as const;
const BESOIN_VALUES = ["POINT_FORT", "BESOIN", "NON_EXPLORE"] as const;
/** REALISE and ABANDONNE are said by nobody here: none is ever projected. */
const OBJECTIF_VALUES = ["NON_ABORDE", "EN_COURS"] as const;
const TRUST_VALUES = ["OUI", "NON", "NE_SAIT_PAS"] as const;
export type Trust = (typeof TRUST_VALUES)[number];

const label = z.string().max(200);
const coded = z.strictObject({ code: z.string().max(3), libelle: label });

const contrainteSent = z.strictObject({
  code: contrainteCode,
  libelle: label,
  valeur: z.enum(VALEURS),
  impact: z.enum(IMPACTS).nullable(),
  estPrioritaire: z.boolean(),
  /** When and by whom it was noted; null where nothing is said of it. */
  dateExploration: day.nullable(),
  agent: memberId.nullable(),
  situations: z.array(coded).max(20),
  objectifs: z.array(z.strictObject({ libelle: label, valeur: z.enum(OBJECTIF_VALUES) })).max(20),
});
export type ContrainteSent = z.infer<typeof contrainteSent>;

const besoinSent = z.strictObject({ ...coded.shape, valeur: z.enum(BESOIN_VALUES) });
export type BesoinSent = z.infer<typeof besoinSent>;

const transmittedValues = z.strictObject({
  contraintes: z.array(contrainteSent).max(8),
  /** All but the seventh, which goes with `numerique`. */
  besoins: z.array(besoinSent).max(20),
  besoinNumerique: besoinSent,
  pouvoirAgir: z.strictObject({
    confiance: z.enum(TRUST_VALUES),
    accompagnement: z.literal("NE_SAIT_PAS"),
    dateExploration: day.nullable(),
    agent: memberId.nullable(),
  }),
  orientation: orientationValues,
});
export type TransmittedValues = z.infer<typeof transmittedValues>;

/** Who refers people: IND is nobody yet, and receives nothing. */
export const BODIES = ["FT", "CD", "ML", "CE"] as const;
const body = z.enum(BODIES);
export type Body = z.infer<typeof body>;

/** One transmission, frozen as it was confirmed: nothing leaves otherwise. */
export const transmission = z.strictObject({
  kind: z.literal("transmission"),
  schemaVersion: z.literal(1),
  /** `P-2026-0001.1.12`: the parcours, then the edition of the case. */
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  to: body,
  values: transmittedValues,
  versions: z.strictObject({ framework: z.string(), export: z.string() }),
  /** The day on which the person was told what leaves, and agreed. */
  agreedOn: day,
  /** The person withdrew that their health be noted: it is in no file any more. */
  withoutHealth: z.boolean(),
  by: memberId,
  at: instant,
});
export type Transmission = z.infer<typeof transmission>;
