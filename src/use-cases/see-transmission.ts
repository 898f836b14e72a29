import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { maySeeCase } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Transmission } from "../domain/exchange/transmission.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode, loadDossier } from "./parts/on-case.ts";
import type { Dossier } from "./parts/dossier.ts";
import { readRecord } from "./parts/record.ts";
import { loadTransmitting, readTransmissions, transmits, type Transmitting } from "./parts/transmitting.ts";

const input = z.strictObject({ code: participantCode });

/** *Transmettre*: every value that would leave, where it comes from, and what may be chosen instead. Nothing has left. */
export const seeTransmission = query<z.infer<typeof input>, Transmitting, Transmitting>({
  act: "transmission.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadTransmitting,
  allow: transmits,
  run: (_services, _actor, view) => done(view),
});

const one = z.strictObject({ code: participantCode, transmission: z.string().max(60) });

export interface TransmissionView {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly transmission: Transmission;
}

/** One transmission as it was confirmed: what its file holds. */
export const readTransmission = query<z.infer<typeof one>, TransmissionView, TransmissionView>({
  act: "transmission.read",
  input: one,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, _actor, { code, transmission: id }) => {
    const [record, transmission] = await Promise.all([
      readRecord(services, code),
      services.store.get("transmission", id),
    ]);
    if (!record.ok || transmission?.doc.code !== code) return refused("noSuchCase");
    const { dossier, identity } = record.value;
    return done({ dossier, identity: identity.doc, transmission: transmission.doc });
  },
  allow: (actor, { dossier }) => (maySeeCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: (_services, _actor, view) => done(view),
});

/** Everything that was transmitted of a person, for who reads their case. */
export const listTransmissions = query<z.infer<typeof input>, Dossier, readonly Transmission[]>({
  act: "transmissions.list",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadDossier,
  allow: (actor, { file }) => (maySeeCase(actor, file.doc) ? null : "noSuchCase"),
  run: async (services, _actor, _dossier, { code }) => done(await readTransmissions(services, code)),
});
