/** How a file of the PLIE's own software is read, as `config/papers/import.json` says: which column holds what, and what its values mean. */
import { z } from "zod";
import { nameParts } from "../participant/names.ts";
import { directoryId } from "../people/member.ts";

export const IMPORT_FIELDS = [
  "externalId",
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "insee",
  "postalCode",
  "phone",
  "email",
  "address",
  "prescriber",
  "orientationOn",
  "referent",
  "rightToWork",
  "willing",
] as const;
export const importField = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importField>;

const words = z.array(z.string().trim().min(1).max(120)).max(60);

/** Titles and values are compared without accents, case or punctuation: « N° de dossier » is « n de dossier ». */
export const folded = (text: string): string => nameParts(text).join(" ");

const given = (of: z.infer<typeof words>): readonly string[] => of.map(folded);

const twice = (lists: readonly (readonly string[])[]): readonly string[] => {
  const owner = new Map<string, number>();
  return lists.flatMap((list, index) =>
    list.filter((word) => {
      const known = owner.get(word);
      owner.set(word, index);
      return known !== undefined && known !== index;
    }),
  );
};

const saysTwice = (lists: readonly (readonly string[])[], issue: (message: string) => void): void => {
  for (const word of twice(lists)) issue(`« ${word} » y est écrit pour deux choses`);
};

export const importMapping = z
  .strictObject({
    version: z.string().trim().min(1).max(40),
    /** The software that the file comes from: `externalId` counts within it. */
    source: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    /** For each of ours, the titles that a column may bear. */
    columns: z.partialRecord(importField, words),
    /** Columns without which the file is refused. With `externalId`, a person is known again by it; otherwise by name, birth date and orientation. */
    required: z.array(importField).max(IMPORT_FIELDS.length),
    dates: z.strictObject({
      /** Whether a date may be the number that a spreadsheet keeps (46093): only where the software writes so. */
      excelSerial: z.boolean(),
    }),
    /** What says yes, no, or that it is not known. */
    answers: z.strictObject({ yes: words, no: words, unknown: words }),
    /** Our name of a prescriber, and those that the software gives it. */
    prescribers: z.array(z.strictObject({ name: z.string().trim().min(1).max(120), aliases: words })).max(200),
    /** Other names of a référent in that software (e-mail, initials…); their name and their id in team.json are known without. */
    referents: z.array(z.strictObject({ id: directoryId, aliases: words })).max(200),
    /** Names of what above nobody has confirmed to this PLIE yet. */
    unconfirmed: z.array(z.string()).max(20),
  })
  .superRefine(({ columns, required, answers, prescribers, referents }, context) => {
    const say =
      (...path: string[]) =>
      (message: string) =>
        context.addIssue({ code: "custom", path, message });
    saysTwice(Object.values(columns).map(given), say("columns"));
    saysTwice([answers.yes, answers.no, answers.unknown].map(given), say("answers"));
    saysTwice(
      prescribers.map(({ aliases }) => given(aliases)),
      say("prescribers"),
    );
    saysTwice(
      referents.map(({ aliases }) => given(aliases)),
      say("referents"),
    );
    for (const field of required)
      if ((columns[field] ?? []).length === 0) say("required")(`« ${field} » n'a aucun titre de colonne`);
  });
export type ImportMapping = z.infer<typeof importMapping>;

/** Whether persons are known again by their number in that software. */
export const hasExternalId = ({ columns }: ImportMapping): boolean => (columns.externalId ?? []).length > 0;
