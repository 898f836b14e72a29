/** Where a reorientation leads, named in the same way wherever it is chosen or read. */
import type { Framework } from "../../src/domain/framework/schema.ts";
import { offerAt, type NamedDestination } from "../../src/domain/review/destinations.ts";
import type { Destination } from "../../src/domain/review/outcomes.ts";
import type { Offer } from "../../src/domain/suggestion/offer.ts";
import { leadServiceWords } from "../../src/wording/lead-services.ts";
import { leadLabel } from "../../src/wording/lead.ts";
import { opinionWords } from "../../src/wording/opinion.ts";
import { destinationWords } from "../../src/wording/reviews.ts";
import { cut } from "./services.ts";

const SHOWN = 60;

/** « Mission locale (structure à choisir) », then each service that is known of it. */
export const destinationTitle = (framework: Framework, { to, service }: NamedDestination): string =>
  service === null
    ? opinionWords.toBeChosen(leadLabel(framework, to.lead))
    : destinationWords(framework, to, cut(leadServiceWords.line(service.name, service.structure), SHOWN));

/** The name of the service, where it was frozen with the lead; null: none was chosen, or it cannot be read any more. */
export const serviceShown = (
  held: { readonly offers: readonly Offer[] } | null,
  to: Destination | null,
): string | null => {
  const offer = offerAt(held, to);
  return offer === undefined ? null : cut(leadServiceWords.line(offer.name, offer.structure), SHOWN);
};
