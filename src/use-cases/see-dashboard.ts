import { z } from "zod";
import { dashboardOf, type Follow, type Lead } from "../domain/dashboard/dashboard.ts";
import { groupsOf } from "../domain/dashboard/groups.ts";
import { NOT_LISTED } from "../domain/dashboard/handover-marks.ts";
import { LONGEST_PERIOD } from "../domain/dashboard/open-lists.ts";
import { lastMonths, monthsBetween, partsOf, wholeMonths, type Asked } from "../domain/dashboard/reading.ts";
import { recipientOf } from "../domain/handover/recipient-of.ts";
import { day, memberId, type Instant, type MemberId } from "../domain/participant/codes.ts";
import { hasRole, maySeeTerritory, type Actor } from "../domain/people/actor.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { everyService } from "./parts/directory.ts";
import { readCounters } from "./parts/read-counters.ts";

const input = z.strictObject({
  /** The months of these days; the last twelve, the present one whole, where no day is said. */
  from: day.nullable(),
  to: day.nullable(),
  referent: memberId.nullable(),
});
type Input = z.infer<typeof input>;

export interface Colleague {
  readonly id: MemberId;
  /** Null: not in the team any more. */
  readonly name: string | null;
}

export interface SeenDashboard {
  readonly asked: Asked;
  /** Everything recorded until then is counted; null: nothing was counted yet. */
  readonly upTo: Instant | null;
  readonly readingAgain: boolean;
  /** Whom it may be narrowed to, in the order of their names. */
  readonly referents: readonly Colleague[];
  readonly follow: Follow;
  /** Null for whoever follows files and answers for nothing else. */
  readonly lead: Lead | null;
  /** Names of the services of the directory that are told of. */
  readonly partners: Readonly<Record<string, string>>;
}

const DEFAULT_MONTHS = 12;

const askedOf = ({ clock }: Services, { from, to, referent }: Input): Asked | null => {
  const today = clock.today();
  const last = lastMonths(to ?? today, DEFAULT_MONTHS);
  const days = { from: from ?? last.from, to: to ?? last.to };
  const months = monthsBetween(days.from, days.to).length;
  if (days.from > days.to || months > LONGEST_PERIOD) return null;
  return { ...wholeMonths(days.from, days.to), referent, today };
};

const referentsOf = ({ people }: Services): readonly Colleague[] =>
  people
    .members()
    .filter((member) => hasRole(member, "referent"))
    .map(({ aadObjectId, name }) => ({ id: aadObjectId, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));

/** Whoever accompanies somebody without being a référent of the team: they left it, or do something else now. */
const othersOf = ({ people }: Services, known: readonly Colleague[], { workload }: Lead): readonly Colleague[] =>
  workload.flatMap(({ referent: id }) =>
    known.some((one) => one.id === id) ? [] : [{ id, name: people.byObjectId(id)?.name ?? null }],
  );

/** How long decisions take is not of whoever follows files. */
const toFollow = (follow: Follow): Follow => ({
  ...follow,
  delays: follow.delays.filter(({ delay }) => delay !== "decision"),
});

const partnersOf = async (services: Services, lead: Lead | null): Promise<SeenDashboard["partners"]> => {
  const asked = new Set((lead?.handovers.refusals.structures ?? []).map(({ service }) => service));
  asked.delete(NOT_LISTED);
  if (asked.size === 0) return {};
  const sheets = await everyService(services, null, services.frameworks.current);
  const named = sheets.map(({ offer }) => [offer.id, recipientOf(null, offer).name] as const);
  return Object.fromEntries(named.filter(([id]) => asked.has(id)));
};

/** Chargé·e de projet, coordinatrice; the assistante, for entries and milestones. */
const maySee = (actor: Actor): boolean => maySeeTerritory(actor) || hasRole(actor, "assistante");

/** *Tableau de bord*: read from the counters, never from people. */
export const seeDashboard = query<Input, null, SeenDashboard>({
  act: "dashboard.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (maySee(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, said) => {
    const asked = askedOf(services, said);
    if (asked === null) return refused("choiceMissing");
    const { counts, upTo, readingAgain } = await readCounters(services, partsOf(asked));
    const referents = referentsOf(services);
    const { follow, lead } = dashboardOf(counts, asked, {
      framework: services.frameworks.current,
      referents: referents.map(({ id }) => id),
      groups: groupsOf(services.plie.communes),
      prescribers: services.plie.prescribers,
    });
    const seen = maySeeTerritory(actor) ? { follow, lead } : { follow: toFollow(follow), lead: null };
    const everyone = [...referents, ...othersOf(services, referents, lead)];
    const partners = await partnersOf(services, seen.lead);
    return done({ asked, upTo, readingAgain, referents: everyone, partners, ...seen });
  },
});
