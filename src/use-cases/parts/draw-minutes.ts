/** From what a sitting studied to its minutes: each case is read once, with its opinions and its decision. */
import { addDays } from "../../domain/participant/days.ts";
import { offerAt } from "../../domain/review/destinations.ts";
import { minutesOf, type MinutesModel, type ToldCase } from "../../domain/review/minutes.ts";
import type { Meeting, Review, ReviewDecision } from "../../domain/review/records.ts";
import { NOTHING_ASKED } from "../../domain/suggestion/facts.ts";
import type { Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { readAgenda } from "./agenda.ts";
import { readSituation } from "./dossier.ts";
import { studyIdOf } from "./on-review.ts";
import { cellMembersOf } from "./on-sitting.ts";
import { opinionsOf } from "./opinions-of.ts";
import { readHeldLead } from "./studied.ts";

/** Beyond, what was decided between two sittings is told in the next minutes: a batch has room for so many. */
const TOLD_AT_MOST = 40;

const serviceName = async (services: Services, study: string, decision: ReviewDecision): Promise<string | null> => {
  if ((decision.to?.service ?? null) === null) return null;
  const snapshot = await services.store.get("snapshot", study);
  return offerAt(await readHeldLead(services, snapshot?.doc), decision.to)?.name ?? null;
};

const readToldCase = async (services: Services, review: Review): Promise<ToldCase> => {
  const study = studyIdOf(review);
  const [opinions, decision, situation] = await Promise.all([
    opinionsOf(services, review),
    services.store.get("reviewDecision", study),
    readSituation(services, review),
  ]);
  return {
    review,
    opinions,
    decision: decision?.doc,
    facts: situation?.doc.facts ?? NOTHING_ASKED,
    service: decision === undefined ? null : await serviceName(services, study, decision.doc),
  };
};

export interface DrawnMinutes {
  readonly model: MinutesModel;
  /** Decided, and told in these minutes: they are in no later ones. */
  readonly told: readonly Versioned<Review>[];
}

/** `meeting` as it is once closed. */
export const drawMinutes = async (services: Services, meeting: Meeting, closedAt: string): Promise<DrawnMinutes> => {
  const { cell, order, on } = meeting;
  const { people, plie, frameworks } = services;
  const agenda = await readAgenda(services, cell);
  const outside = agenda.toTell
    .filter(({ doc }) => !order.includes(doc.id))
    .sort((one, other) => one.doc.id.localeCompare(other.doc.id))
    .slice(0, TOLD_AT_MOST);
  const read = (reviews: readonly Versioned<Review>[]): Promise<ToldCase[]> =>
    Promise.all(reviews.map(({ doc }) => readToldCase(services, doc)));
  const [cases, told] = await Promise.all([read(agenda.reviews), read(outside)]);
  const { completeDays } = frameworks.current.reviews;
  const model = minutesOf({
    ...{ meeting, closedAt, cases, told },
    plie: plie.name,
    frameworkVersion: frameworks.current.version,
    quorum: plie.cells[cell]?.quorum ?? 0,
    members: cellMembersOf(services, cell),
    nameOf: (id) => people.byObjectId(id)?.name ?? "",
    next: plie.cells[cell]?.dates.find((day) => day > on) ?? null,
    completeBy: (decidedOn) => addDays(decidedOn, completeDays),
  });
  const decidedHere = agenda.reviews.filter(({ doc }) => doc.state === "decided" && doc.toldIn === null);
  return { model, told: [...decidedHere, ...outside] };
};
