/** From what was typed about a person to what is recorded. What is missing is to be completed; only what cannot be true is to be mended. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { communeFrom, type Commune } from "./communes.ts";
import type { Day } from "./codes.ts";
import type { Identity } from "./identity.ts";
import {
  birthDateFrom,
  emailFrom,
  LONGEST_NAME,
  personNameFrom,
  phoneFrom,
  recentDayFrom,
  shortTextFrom,
  type DateProblem,
} from "./typed.ts";
import type { Answer } from "./case-file.ts";

export const IDENTITY_FIELDS = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "phone",
  "email",
  "address",
  "prescriber",
] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];
export type PersonField = IdentityField | "orientationOn" | "rightToWork" | "willing";

export type PersonProblem = DateProblem | "noName" | "tooLong" | "notAPhone" | "notAnEmail";
export type PersonProblems = Partial<Readonly<Record<PersonField, PersonProblem>>>;

export interface Registry {
  readonly communes: readonly Commune[];
  readonly today: Day;
}

/** What an identity holds of a person, without code or référent. */
export type PersonDetails = Pick<
  Identity,
  "givenName" | "familyName" | "birthDate" | "commune" | "communeTyped" | "phone" | "email" | "address" | "prescriber"
>;
export type PersonRead =
  { readonly ok: true; readonly details: PersonDetails } | { readonly ok: false; readonly problems: PersonProblems };

const LONGEST_ADDRESS = 200;
const LONGEST_PRESCRIBER = 120;

type Held<V> = { readonly held: V } | { readonly problem: PersonProblem };
type Read<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problem: PersonProblem };

const held = <V, H>(read: Read<V>, empty: H, take: (value: V) => H): Held<H> =>
  read.ok ? { held: take(read.value) } : read.problem === "empty" ? { held: empty } : { problem: read.problem };
const same = <V>(value: V): V => value;

/** An unknown commune, or one that resembles several, is kept as typed and to be completed: nobody is refused for it. */
const communeHeld = (typed: string, registry: Registry): Pick<Identity, "commune" | "communeTyped"> => {
  const read = communeFrom(typed, registry.communes);
  if (read.kind === "found") return { commune: read.commune.insee, communeTyped: null };
  const text = Array.from(typed.trim()).slice(0, LONGEST_NAME).join("");
  return { commune: null, communeTyped: read.kind === "empty" || text === "" ? null : text };
};

/** Reads the identity typed in a form. Without any name there is nobody to record (`noName`); everything else may be missing. */
export const personFromInputs = (inputs: TypedInputs, registry: Registry): PersonRead => {
  const typed = (field: PersonField): string => inputs[field] ?? "";
  const fields = {
    givenName: held(personNameFrom(typed("givenName")), "", same),
    familyName: held(personNameFrom(typed("familyName")), "", same),
    birthDate: held<Day, Day | null>(birthDateFrom(typed("birthDate"), registry.today), null, same),
    phone: held<{ typed: string }, string | null>(phoneFrom(typed("phone")), null, (phone) => phone.typed),
    email: held<string, string | null>(emailFrom(typed("email")), null, same),
    address: held<string, string | null>(shortTextFrom(typed("address"), LONGEST_ADDRESS), null, same),
    prescriber: held<string, string | null>(shortTextFrom(typed("prescriber"), LONGEST_PRESCRIBER), null, same),
  };
  const { givenName, familyName, birthDate, phone, email, address, prescriber } = fields;
  if ("held" in givenName && "held" in familyName && givenName.held === "" && familyName.held === "")
    return { ok: false, problems: { ...problemsIn(fields), givenName: "noName" } };
  if (
    "problem" in givenName ||
    "problem" in familyName ||
    "problem" in birthDate ||
    "problem" in phone ||
    "problem" in email ||
    "problem" in address ||
    "problem" in prescriber
  )
    return { ok: false, problems: problemsIn(fields) };
  return {
    ok: true,
    details: {
      givenName: givenName.held,
      familyName: familyName.held,
      birthDate: birthDate.held,
      ...communeHeld(typed("commune"), registry),
      phone: phone.held,
      email: email.held,
      address: address.held,
      prescriber: prescriber.held,
    },
  };
};

const problemsIn = (fields: Readonly<Partial<Record<PersonField, Held<unknown>>>>): PersonProblems =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, read]) => ("problem" in read ? [[field, read.problem]] : [])),
  );

/** What the orientation says beside the identity. */
export interface OrientationDetails {
  readonly orientedOn: Day;
  readonly rightToWork: Answer;
  readonly willing: Answer;
}
export type OrientationRead =
  | { readonly ok: true; readonly details: OrientationDetails }
  | { readonly ok: false; readonly problems: PersonProblems };

const answerFrom = (typed: string | undefined): Answer => (typed === "yes" || typed === "no" ? typed : "unknown");

/** The day the PLIE received the name: today when nothing is typed. */
export const orientationFromInputs = (inputs: TypedInputs, today: Day): OrientationRead => {
  const on = recentDayFrom(inputs["orientationOn"] ?? "", today);
  if (!on.ok && on.problem !== "empty") return { ok: false, problems: { orientationOn: on.problem } };
  return {
    ok: true,
    details: {
      orientedOn: on.ok ? on.value : today,
      rightToWork: answerFrom(inputs["rightToWork"]),
      willing: answerFrom(inputs["willing"]),
    },
  };
};

const french = (day: Day | null): string => (day === null ? "" : day.split("-").reverse().join("/"));

/** What the identity form is filled with. */
export const inputsFromIdentity = (
  identity: Identity,
  communes: readonly Commune[],
): Readonly<Record<IdentityField, string>> => ({
  givenName: identity.givenName,
  familyName: identity.familyName,
  birthDate: french(identity.birthDate),
  commune: communes.find((commune) => commune.insee === identity.commune)?.name ?? identity.communeTyped ?? "",
  phone: identity.phone ?? "",
  email: identity.email ?? "",
  address: identity.address ?? "",
  prescriber: identity.prescriber ?? "",
});

export const TO_COMPLETE = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "reachable",
  "prescriber",
  "rightToWork",
  "willing",
] as const;
export type ToComplete = (typeof TO_COMPLETE)[number];

/** What is still to be completed, in the order of the form. Reachable: by phone, e-mail or post. */
export const toComplete = (
  identity: Identity,
  file: { readonly rightToWork: Answer; readonly willing: Answer },
): readonly ToComplete[] => {
  const missing: Readonly<Record<ToComplete, boolean>> = {
    givenName: identity.givenName === "",
    familyName: identity.familyName === "",
    birthDate: identity.birthDate === null,
    commune: identity.commune === null,
    reachable: identity.phone === null && identity.email === null && identity.address === null,
    prescriber: identity.prescriber === null,
    rightToWork: file.rightToWork === "unknown",
    willing: file.willing === "unknown",
  };
  return TO_COMPLETE.filter((field) => missing[field]);
};
