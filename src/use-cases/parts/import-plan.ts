/** What a line would do now, as the store stands. */
import { compareImport, type Compared } from "../../domain/exchange/compare-import.ts";
import type { AsideReason, ExternalId, LineChoice, Said } from "../../domain/exchange/import-records.ts";
import { nameParts } from "../../domain/participant/names.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { UnreadableDocument, type Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { readDossier, type Dossier } from "./dossier.ts";
import { possibleDuplicates } from "./registration.ts";

export interface Known {
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
}

export type Planned =
  | { readonly what: "create" }
  | { readonly what: "known"; readonly known: Known; readonly compared: Compared }
  | { readonly what: "duplicate"; readonly candidates: readonly string[] }
  | { readonly what: "aside"; readonly why: AsideReason; readonly code: string | null };

export interface LinePlanned {
  readonly link: Versioned<ExternalId> | undefined;
  readonly planned: Planned;
}

/** What tells a person again in that software: its number, or their name, birth date and orientation. Null: nothing does. */
export const keyOf = (services: Services, source: string, externalId: string | null, said: Said): string | null => {
  if (externalId !== null) return services.ids.digest(JSON.stringify([source, "id", externalId]));
  const { givenName, familyName, birthDate, orientedOn } = said;
  if (birthDate === null || orientedOn === null) return null;
  const name = [nameParts(givenName).join(" "), nameParts(familyName).join(" ")];
  return services.ids.digest(JSON.stringify([source, "who", ...name, birthDate, orientedOn]));
};

const MERGED_AT_MOST = 20;

/** The file that is kept of those that were merged. */
const keptCode = async (services: Services, code: string): Promise<string> => {
  let kept = code;
  for (let step = 0; step < MERGED_AT_MOST; step += 1) {
    const into = (await services.store.get("case", kept))?.doc.mergedInto ?? null;
    if (into === null) break;
    kept = into;
  }
  return kept;
};

const ENDED: ReadonlySet<string> = new Set(["left", "reoriented"]);

const closedFor = ({ dossier }: Known): AsideReason | undefined => {
  const { retired, status } = dossier.file.doc;
  if (retired !== null) return retired.as;
  if (status === "cancelled") return "cancelled";
  return ENDED.has(status) ? "ended" : undefined;
};

const ofKnown = async (
  services: Services,
  first: string,
  said: Said,
  link: Versioned<ExternalId> | undefined,
): Promise<Planned> => {
  const code = await keptCode(services, first);
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  if (dossier?.file.doc.retired?.as === "erased") return { what: "aside", why: "erased", code: null };
  if (dossier === undefined || identity === undefined) return { what: "aside", why: "missing", code: null };
  const known = { dossier, identity };
  const why = closedFor(known);
  if (why !== undefined) return { what: "aside", why, code };
  const held = { identity: identity.doc, head: dossier.file.doc };
  return { what: "known", known, compared: compareImport(said, link?.doc.said, held) };
};

interface ToPlan {
  readonly key: string;
  readonly said: Said;
  /** What a human said of who may be the same person. */
  readonly choice: LineChoice | null;
}

const plan = async (services: Services, { key, said, choice }: ToPlan): Promise<LinePlanned> => {
  const link = await services.store.get("externalId", key);
  const code = link?.doc.code ?? (choice?.as === "same" ? choice.code : undefined);
  if (code !== undefined) return { link, planned: await ofKnown(services, code, said, link) };
  // Who was erased does not come back by a file that was not brought up to date.
  if ((await services.store.get("externalMark", key)) !== undefined)
    return { link, planned: { what: "aside", why: "erased", code: null } };
  const candidates = (await possibleDuplicates(services, said)).map(({ identity }) => identity.code);
  return { link, planned: candidates.length === 0 ? { what: "create" } : { what: "duplicate", candidates } };
};

/** Something damaged in a file is the fault of its line alone: the others go on. */
export const planLine = async (services: Services, line: ToPlan): Promise<LinePlanned> => {
  try {
    return await plan(services, line);
  } catch (cause) {
    if (!(cause instanceof UnreadableDocument)) throw cause;
    services.log.error("import.failed", { cause });
    return { link: undefined, planned: { what: "aside", why: "unreadable", code: null } };
  }
};
