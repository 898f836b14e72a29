/** *Tableau de bord*, live for the tab, or as a file of what is seen. */
import type { Request } from "restify";
import {
  dashboardExportQuery,
  dashboardQuery,
  type DashboardNames,
  type DashboardPage,
} from "../contracts/dashboard.ts";
import { dashboardFile } from "../documents/dashboard-file.ts";
import { groupsOf } from "../domain/dashboard/groups.ts";
import type { Actor } from "../domain/people/actor.ts";
import { seeDashboard, type SeenDashboard } from "../use-cases/see-dashboard.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { refused, type Result } from "../use-cases/frame/result.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { FILE_TYPES } from "./file-types.ts";
import { problemOf } from "./refusals.ts";
import { fileReply, liveReply, problemReply, type Reply } from "./reply.ts";

const said = (request: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(request.getQuery()));

type Said = ReturnType<typeof dashboardQuery.parse>;

const see = (
  services: Services,
  actor: Actor,
  { from, to, referent }: Said,
): Result<SeenDashboard> | Promise<Result<SeenDashboard>> => {
  const read = seeDashboard.input.safeParse({ from: from ?? null, to: to ?? null, referent: referent ?? null });
  return read.success ? ask(services, actor, seeDashboard, read.data) : refused("choiceMissing");
};

const namesOf = (
  { frameworks: { current }, plie }: Services,
  { partners }: Pick<SeenDashboard, "partners">,
): DashboardNames => ({
  partners,
  domains: Object.fromEntries(current.domains.map(({ id, label }) => [id, label])),
  leads: Object.fromEntries(current.suggestion.leads.map(({ kind, label }) => [kind, label])),
  levels: current.levels,
  groups: groupsOf(plie.communes),
  prescribers: plie.prescribers,
});

const MINUTE = "2026-11-27T14:32".length;
/** To the second, the same page would never be the same again. */
const toTheMinute = (upTo: string | null): string | null => (upTo === null ? null : `${upTo.slice(0, MINUTE)}:00.000Z`);

/** `GET /api/dashboard?from&to&referent`. */
export const dashboardRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = dashboardQuery.safeParse(said(request));
  if (!asked.success) return problemReply("invalid");
  const answer = await see(services, actor, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { timeZone } = services.plie;
  const { partners, ...seen } = answer.value;
  const page = { ...seen, upTo: toTheMinute(seen.upTo), timeZone, names: namesOf(services, { partners }) };
  return liveReply(request, page satisfies DashboardPage);
};

/** `GET /api/dashboard/export?format&from&to&referent`: what this member sees, small numbers masked everywhere. */
export const dashboardExportRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = dashboardExportQuery.safeParse(said(request));
  if (!asked.success) return problemReply("invalid");
  const answer = await see(services, actor, asked.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { format } = asked.data;
  const { plie } = services;
  const file = await dashboardFile(
    { ...answer.value, names: namesOf(services, answer.value), plie: plie.name },
    format,
  );
  const { from, to } = answer.value.asked;
  return fileReply(file, `tableau-de-bord-${from}-${to}.${format}`, FILE_TYPES[format]);
};
