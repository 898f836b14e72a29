/** A person enters the register: their code, their identity and the head of their case, in one go. */
import type { Actor } from "../../domain/people/actor.ts";
import type { OrientationDetails, PersonDetails } from "../../domain/participant/identity-from-inputs.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { participantCodeOf } from "../../domain/participant/codes.ts";
import { blankFile, type CaseFile } from "../../domain/participant/case-file.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { nextNumber } from "./next-number.ts";

/** The next code of the year, and the write that makes sure it is never given twice. */
export const nextCode = async (services: Services): Promise<{ readonly code: string; readonly write: Write }> => {
  const year = Number(services.clock.today().slice(0, 4));
  const { number, write } = await nextNumber(services, `participant.${year}`);
  return { code: participantCodeOf(year, number), write };
};

export const newIdentity = (code: string, referentId: string, person: PersonDetails): Identity => ({
  kind: "identity",
  schemaVersion: 1,
  code,
  ...person,
  language: "",
  reach: null,
  referentId,
  substituteId: null,
  listed: true,
});

export const newCase = (code: string, actor: Actor, parcours: number, orientation: OrientationDetails): CaseFile => ({
  kind: "case",
  schemaVersion: 1,
  code,
  edition: 0,
  parcours,
  referentId: actor.memberId,
  status: "oriented",
  ...orientation,
  ...blankFile,
});
