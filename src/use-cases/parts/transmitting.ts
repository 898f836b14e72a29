/** *Transmettre*: what is read of a person to project what would leave, and the form over it. */
import { NOTHING_ASKED } from "../../domain/suggestion/facts.ts";
import { inputsFromProjection } from "../../domain/exchange/transmission-from-inputs.ts";
import { projectTransmission, type Projection } from "../../domain/exchange/project-transmission.ts";
import type { Transmission } from "../../domain/exchange/transmission.ts";
import type { DomainId } from "../../domain/framework/schema.ts";
import { hasDied } from "../../domain/participant/clock-facts.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { everyDocument } from "../frame/every-document.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readSituation, type Dossier } from "./dossier.ts";
import { readForm, type Form } from "./form.ts";
import { carrierAfterEntry } from "./on-case.ts";
import { readHandovers } from "./read-handovers.ts";
import { findingsInForce, readRoundHeads, readRounds, type RoundSeen } from "./read-rounds.ts";
import { readRecord } from "./record.ts";

export interface Transmitting {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly projection: Projection;
  readonly form: Form;
  /** What left already in this parcours, the latest first. */
  readonly kept: readonly Transmission[];
}

/** Everything that was ever transmitted of a person, the latest first. */
export const readTransmissions = async (
  services: Pick<Services, "store">,
  code: string,
): Promise<readonly Transmission[]> => {
  const found: Transmission[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "transmission", key: `case:${code}` }))
    found.push(doc);
  return found.reverse();
};

/** A difficulty that an evaluation before the last word had found. */
const hadOne = (rounds: readonly RoundSeen[]): ReadonlySet<DomainId> =>
  new Set(
    rounds.flatMap(({ findings, earlier }) => [
      ...[...findings].flatMap(([domain, { severity }]) => ((severity ?? 0) >= 1 ? [domain] : [])),
      ...[...earlier].flatMap(([domain, past]) => (past.some(({ severity }) => (severity ?? 0) >= 1) ? [domain] : [])),
    ]),
  );

const projectionOf = async (
  services: Services,
  { file: { doc: file }, framework }: Dossier,
  kept: readonly Transmission[],
): Promise<Projection> => {
  const rounds = await readRounds(services, file, await readRoundHeads(services, file));
  const situation = await readSituation(services, file);
  return projectTransmission({
    findings: findingsInForce(rounds),
    hadOne: hadOne(rounds),
    health: file.health,
    frameworks: [...rounds.map((round) => round.framework).reverse(), services.frameworks.current],
    framework,
    rules: services.papers.exporting,
    facts: situation?.doc.facts ?? NOTHING_ASKED,
    head: file,
    handovers: await readHandovers(services, file),
    sentTo: new Set(kept.map(({ to }) => to)),
  });
};

export const loadTransmitting = async (
  services: Services,
  _actor: Actor,
  input: { readonly code: string },
): Promise<Result<Transmitting>> => {
  const record = await readRecord(services, input.code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const file = dossier.file.doc;
  const ofParcours = (await readTransmissions(services, file.code)).filter(
    ({ parcours }) => parcours === file.parcours,
  );
  const projection = await projectionOf(services, dossier, ofParcours);
  const inputs = inputsFromProjection(projection);
  // What is projected moved when the diagnostic did: what was chosen over it is then looked at again.
  const version = services.ids.digest(JSON.stringify([inputs, ofParcours.length]));
  const form = await readForm(services, "transmission", { ...file, round: null }, { version, inputs });
  return done({ dossier, identity: identity.doc, projection, form, kept: ofParcours });
};

/** Whoever carries the case, once the person was received; nothing leaves about somebody who died. */
export const transmits = (actor: Actor, { dossier }: Pick<Transmitting, "dossier">): RefusalCode | null =>
  carrierAfterEntry(actor, dossier) ?? (hasDied(dossier.file.doc) ? "personDied" : null);
