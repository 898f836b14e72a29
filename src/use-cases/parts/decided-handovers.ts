/** What a decision, a second study asked, or one taken back does to the hand-overs of a case: documents and head, in the same batch. */
import {
  handoversOnceDecided,
  handoversOnceWithdrawn,
  wantedBy,
  withHandovers,
  type Wanted,
} from "../../domain/handover/opened.ts";
import { recipientOf } from "../../domain/handover/recipient-of.ts";
import type { Handover } from "../../domain/handover/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { Contact } from "../../domain/offer/offer-of.ts";
import type { Actor } from "../../domain/people/actor.ts";
import { offerAt } from "../../domain/review/destinations.ts";
import type { Destination } from "../../domain/review/outcomes.ts";
import type { ReviewDecision } from "../../domain/review/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { everyService } from "./directory.ts";
import type { Studied } from "./studied.ts";

interface Handed {
  readonly handovers: CaseFile["handovers"];
  readonly writes: readonly Write[];
}

const readOpen = async (services: Services, { handovers }: CaseFile): Promise<readonly Versioned<Handover>[]> => {
  const ids = handovers.filter(({ closedOn }) => closedOn === null).map(({ id }) => id);
  return ids.length === 0 ? [] : services.store.getMany("handover", ids);
};

const writesOf = (open: readonly Versioned<Handover>[], changed: readonly Handover[]): readonly Write[] => {
  const versions = new Map(open.map(({ doc, version }) => [doc.id, version]));
  return changed.map((doc): Write => ({ op: "put", doc, expected: versions.get(doc.id) ?? "new" }));
};

/** The services as they are known today, with whom to call. */
const knownServices = async (services: Services, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> => {
  if (ids.length === 0) return new Map();
  const sheets = await everyService(services, null, services.frameworks.current);
  return new Map(sheets.filter(({ offer }) => ids.includes(offer.id)).map(({ offer, contact }) => [offer.id, contact]));
};

const namedBy = async (services: Services, { held }: Pick<Studied, "held">, to: Destination | null) => {
  const relays = held?.lead.relays ?? [];
  const offer = offerAt(held, to);
  const named = offer === undefined || to === null ? null : { offer, lead: to.lead };
  const known = await knownServices(
    services,
    [...relays, ...(offer === undefined ? [] : [offer])].map(({ id }) => id),
  );
  return {
    destination: named === null ? null : recipientOf(named.lead, named.offer, known.get(named.offer.id)),
    relays: relays.map((relay): Wanted => ({
      what: "relay",
      decided: { lead: null, service: relay.id },
      to: recipientOf(null, relay, known.get(relay.id)),
      answers: relay.answers,
    })),
  };
};

/** Decided: what it opens, what goes on where it was, and what it undoes. */
export const decidedHandovers = async (
  services: Services,
  actor: Actor,
  studied: Pick<Studied, "held">,
  file: CaseFile,
  decision: Pick<ReviewDecision, "review" | "outcome" | "to" | "on">,
): Promise<Handed> => {
  const open = await readOpen(services, file);
  const wanted = wantedBy(decision, await namedBy(services, studied, decision.to));
  const changed = handoversOnceDecided(
    file,
    open.map(({ doc }) => doc),
    wanted,
    decision.outcome,
    {
      ...{ review: decision.review, urgent: false, on: decision.on, by: actor.memberId },
      at: services.clock.now().toISOString(),
    },
  );
  return { handovers: withHandovers(file, changed), writes: writesOf(open, changed) };
};

/** A second study is asked: nothing is due in the meantime, and nothing is sent. */
export const pausedHandovers = async (services: Services, file: CaseFile, pausedOn: Day): Promise<Handed> => {
  const open = await readOpen(services, file);
  const changed = open
    .map(({ doc }) => doc)
    .filter((one) => one.review !== null && one.pausedOn !== pausedOn)
    .map((one): Handover => ({ ...one, edition: one.edition + 1, pausedOn }));
  return { handovers: withHandovers(file, changed), writes: writesOf(open, changed) };
};

/** The study is taken back: what waited goes on, or is undone with the decision that it had reopened. */
export const withdrawnHandovers = async (services: Services, file: CaseFile, review: string): Promise<Handed> => {
  const open = await readOpen(services, file);
  const changed = handoversOnceWithdrawn(
    file,
    open.map(({ doc }) => doc),
    { review, on: services.clock.today() },
  );
  return { handovers: withHandovers(file, changed), writes: writesOf(open, changed) };
};
