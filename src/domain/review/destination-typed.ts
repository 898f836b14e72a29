/** *Vers quelle structure*: how the choice of a form is written, and read back. */
import { destination, type Destination } from "./outcomes.ts";

/** « missionLocale », or « missionLocale:dora--12 » with one of its services. */
export const typedDestination = ({ lead, service }: Destination): string =>
  service === null ? lead : `${lead}:${service}`;

/** Undefined: nothing was chosen, or nothing of ours. */
const destinationFrom = (typed: string): Destination | undefined => {
  const cut = typed.indexOf(":");
  const [lead, service] = cut === -1 ? [typed, null] : [typed.slice(0, cut), typed.slice(cut + 1)];
  const read = destination.safeParse({ lead, service });
  return read.success ? read.data : undefined;
};

/** The one that was chosen, among those that a form offers; null: none, or another. */
export const chosenDestination = (typed: string, offered: readonly Destination[]): Destination | null => {
  const to = destinationFrom(typed);
  return offered.find(({ lead, service }) => lead === to?.lead && service === to.service) ?? null;
};
