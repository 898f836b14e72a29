/** The record of a person: their case, and who they are. */
import type { Identity } from "../../domain/participant/identity.ts";
import type { Versioned } from "../../ports/store.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readDossier, type Dossier } from "./dossier.ts";

export interface RecordOf {
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
}

/** Refused as one that does not exist where the identity is gone: nobody is named without it. */
export const readRecord = async (services: Services, code: string): Promise<Result<RecordOf>> => {
  const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
  return dossier === undefined || identity === undefined ? refused("noSuchCase") : done({ dossier, identity });
};
