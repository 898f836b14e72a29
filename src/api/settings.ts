/** The page *Réglages*: what the PLIE's files say, how its channels stand, what a version of the framework changed. */
import type { Request } from "restify";
import { changesQuery, type Channel, type FrameworkHistory, type SettingsOut } from "../contracts/settings.ts";
import { toldValue } from "../domain/framework/changes.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { CellLink } from "../domain/review/records.ts";
import { compareFrameworks } from "../use-cases/compare-frameworks.ts";
import { seeSettings, type SettingsView } from "../use-cases/see-settings.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, liveReply, problemReply, type Reply } from "./reply.ts";

const channelOut = ({ people }: Services, link: CellLink): Channel => ({
  state: link.state === "toConfirm" && link.checkedOn === null ? "unread" : link.state,
  outsiders: link.outsiders.length,
  by: people.byObjectId(link.linkedBy)?.name ?? null,
  at: link.linkedAt,
});

const plieOut = ({ plie }: Services): SettingsOut["plie"] => ({
  name: plie.name,
  communes: plie.communes.length,
  groups: [...new Set(plie.communes.map(({ group }) => group))],
  prescribers: plie.prescribers,
  entryCellDates: plie.entryCellDates,
});

const leadRules = ({ suggestion: of }: Framework): SettingsOut["rules"]["suggestion"] => ({
  manyLightFrom: of.manyLightFrom,
  needsOutsideCoreFrom: of.needsOutsideCoreFrom,
  reinforcedFromExtent: of.reinforcedFromExtent,
  equivalentWithin: of.equivalentWithin,
  prescriberMonths: of.prescriberMonths,
  stepsAtMost: of.stepsAtMost,
  relaysAtMost: of.relaysAtMost,
  worksUpToUnlessSaid: of.worksUpToUnlessSaid,
  exhaustiveUpTo: of.exhaustiveUpTo,
  doubleScoredPercent: of.doubleScoredPercent,
});

const rulesOut = ({ framework }: SettingsView): SettingsOut["rules"] => {
  const { thresholds, milestones, reviews } = framework;
  return { thresholds, milestones, reviews, suggestion: leadRules(framework) };
};

const directoryOut = (head: SettingsView["directory"]): SettingsOut["directory"] =>
  head && { number: head.number, services: head.services, structures: head.structures, at: head.at };

/** `GET /api/settings`, asked again and again: a channel may be linked meanwhile. */
export const seeSettingsRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const answer = await ask(services, actor, seeSettings, {});
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { team, teamRefused, cells, directory, framework } = answer.value;
  const body: SettingsOut = {
    today: services.clock.today(),
    timeZone: services.plie.timeZone,
    plie: plieOut(services),
    directory: directoryOut(directory),
    team: { members: team.map(({ name, roles }) => ({ name, roles })), refused: teamRefused },
    cells: cells.map(({ cell, rules, members, link }) => ({
      ...{ cell, quorum: rules.quorum, dates: rules.dates },
      members: members.map(({ name }) => name),
      channel: link && channelOut(services, link),
    })),
    framework: { version: framework.version, publishedOn: framework.publishedOn, levels: framework.levels },
    rules: rulesOut(answer.value),
  };
  return liveReply(request, body);
};

/** `GET /api/settings/framework?from&to`. */
export const frameworkHistoryRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = changesQuery.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  if (!asked.success) return problemReply("invalid");
  const { from = null, to = null } = asked.data;
  const answer = await ask(services, actor, compareFrameworks, { from, to });
  if (!answer.ok) return problemReply(answer.refusal === "choiceMissing" ? "notFound" : problemOf[answer.refusal]);
  const { versions, compared } = answer.value;
  const body: FrameworkHistory = {
    today: services.clock.today(),
    timeZone: services.plie.timeZone,
    versions,
    compared: compared && {
      ...{ from: compared.from, to: compared.to },
      changes: compared.changes.map(({ path, kind, before, after }) => ({
        ...{ path, kind, before: toldValue(before), after: toldValue(after) },
      })),
    },
    domains: services.frameworks.current.domains.map(({ id, label }) => ({ id, label })),
  };
  return jsonReply(200, body);
};
