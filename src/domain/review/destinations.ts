/** *Vers quelle structure*: the other leads, each with the services that the lead seen by the cell knew of it. */
import type { Offer } from "../suggestion/offer.ts";
import type { Lead } from "../suggestion/lead.ts";
import { LEAD_KINDS } from "../suggestion/lead-kinds.ts";
import { destination, type Destination } from "./outcomes.ts";

export interface NamedDestination {
  readonly to: Destination;
  /** Null: the structure is still to be chosen. */
  readonly service: Pick<Offer, "name" | "structure"> | null;
}

/** The service that a destination names, as it was frozen with the lead; undefined: none was chosen, or it cannot be read any more. */
export const offerAt = (
  held: { readonly offers: readonly Offer[] } | null,
  to: Destination | null,
): Offer | undefined => held?.offers.find(({ id }) => id === to?.service);

/** `held`: the lead as it was frozen; null: none, or erased since. */
export const destinationsFrom = (
  held: { readonly lead: Pick<Lead, "candidates">; readonly offers: readonly Offer[] } | null,
): readonly NamedDestination[] =>
  LEAD_KINDS.flatMap((kind): NamedDestination[] => {
    const lead = destination.shape.lead.safeParse(kind);
    if (!lead.success) return [];
    const near = held?.lead.candidates.find((candidate) => candidate.kind === kind)?.services ?? [];
    const named = near.flatMap((id) => held?.offers.find((offer) => offer.id === id) ?? []);
    return [
      { to: { lead: lead.data, service: null }, service: null },
      ...named.map(({ id, name, structure }) => ({
        to: { lead: lead.data, service: id },
        service: { name, structure },
      })),
    ];
  });
