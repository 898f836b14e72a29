/** `config/services.json`: the PLIE's own directory, and what it knows of services that come from elsewhere. */
import { z } from "zod";
import type { DomainId } from "../framework/domains.ts";
import { serviceRecord, structureRecord } from "./data-inclusion.ts";
import { extension, type Extension } from "./records.ts";

const isObject = z.record(z.string(), z.unknown());

/** A data·inclusion service, with `local` beside its fields: kept apart, so that the record stays what it was. */
const ownService = isObject.transform(({ local, ...record }, context) => {
  const service = serviceRecord.safeParse(record, { error: french });
  const known = extension.optional().safeParse(local, { error: french });
  const issues = [
    ...(service.error?.issues ?? []),
    ...(known.error?.issues ?? []).map((issue) => ({ ...issue, path: ["local", ...issue.path] })),
  ];
  for (const { path, message } of issues) context.addIssue({ code: "custom", path, message });
  if (!service.success || !known.success) return z.NEVER;
  return { record: service.data, local: known.data ?? null };
});

function french(issue: z.core.$ZodRawIssue) {
  return z.locales.fr().localeError(issue);
}

export const servicesFile = z
  .strictObject({
    /** True: shown as *fictif* wherever the directory is. */
    fictional: z.boolean(),
    structures: z.array(structureRecord),
    services: z.array(ownService),
    /** By the id of an imported service. */
    extensions: z.record(z.string(), extension).default({}),
  })
  .superRefine((file, context) => {
    twice(file.structures.map(({ id }) => id)).forEach((index) => {
      context.addIssue({ code: "custom", path: ["structures", index, "id"], message: TWICE });
    });
    twice(file.services.map(({ record }) => record.id)).forEach((index) => {
      context.addIssue({ code: "custom", path: ["services", index, "id"], message: TWICE });
    });
    const structures = new Set(file.structures.map(({ id }) => id));
    file.services.forEach(({ record, local }, index) => {
      if (!structures.has(record.structure_id))
        context.addIssue({
          code: "custom",
          path: ["services", index, "structure_id"],
          message: `la structure « ${record.structure_id} » n'est pas dans le fichier`,
        });
      for (const message of contradictionsOf(local))
        context.addIssue({ code: "custom", path: ["services", index, "local", "lead"], message });
      if (Object.hasOwn(file.extensions, record.id))
        context.addIssue({
          code: "custom",
          path: ["extensions", record.id],
          message: "ce service est dans le fichier : écrivez « local » sur le service lui-même",
        });
    });
    for (const [id, known] of Object.entries(file.extensions))
      for (const message of contradictionsOf(known))
        context.addIssue({ code: "custom", path: ["extensions", id, "lead"], message });
  });
export type ServicesFile = Readonly<z.infer<typeof servicesFile>>;

const TWICE = "cet identifiant est déjà pris dans le fichier";

const twice = (ids: readonly string[]): readonly number[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [index]));

const contradictionsOf = (known: Extension | null): readonly string[] => [
  ...(known?.role === "lead" && known.lead === null ? ["une piste dit laquelle des sept elle est"] : []),
  ...(known !== null && known.role !== "lead" && known.lead !== null
    ? ["seule une piste (role lead) en nomme une"]
    : []),
];

/** Situations by domain, as a framework lists them. */
export type KnownSituations = ReadonlyMap<DomainId, ReadonlySet<string>>;

export const situationsOf = (
  domains: readonly { readonly id: DomainId; readonly situations: readonly { readonly id: string }[] }[],
): KnownSituations => new Map(domains.map(({ id, situations }) => [id, new Set(situations.map((one) => one.id))]));

/** Situations that the framework does not name: `<place> : <reason>`. */
export function unknownSituations(file: ServicesFile, known: KnownSituations): readonly string[] {
  const entries: readonly (readonly [string, Extension | null])[] = [
    ...file.services.map(({ record, local }) => [`service ${record.id}`, local] as const),
    ...Object.entries(file.extensions).map(([id, local]) => [`extensions ${id}`, local] as const),
  ];
  return entries.flatMap(([place, local]) =>
    (local?.works ?? []).flatMap(({ domain, situations }) =>
      situations
        .filter((situation) => !(known.get(domain)?.has(situation) ?? false))
        .map((situation) => `${place} : works : « ${situation} » n'est pas une situation du domaine ${domain}`),
    ),
  );
}
