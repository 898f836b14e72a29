/** What happens to the team in the year: everyone's leave, covered by a colleague, and one référent who leaves for good. */
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays } from "../../../domain/participant/days.ts";
import type { Member, Role } from "../../../domain/people/member.ts";
import { actorOf, type Doing } from "../doing.ts";
import { informed, planMove } from "../moving.ts";
import type { Story, TeamStep } from "./story.ts";

/** The last of the référents leaves in the middle of the year; whoever comes afterwards is received by the others. */
export const LEAVES_ON: Day = "2026-07-01";
const LEAVE_BEGINS: Day = "2026-04-27";
/** Twelve days of leave each, one after the other. */
const [LEAVE_DAYS, LEAVE_EVERY] = [12, 16];

export const referentsOf = ({ services }: Pick<Story, "services">): readonly Member[] =>
  services.people.members().filter(({ roles }) => roles.includes("referent"));

/** Who receives someone who is oriented that day. */
export const receivesOn = (story: Pick<Story, "services">, day: Day, at: number): Member | undefined => {
  const all = referentsOf(story);
  const there = day >= LEAVES_ON ? all.slice(0, -1) : all;
  return there[at % Math.max(1, there.length)];
};

/** Another référent, who does not leave. */
export const successorOf = (story: Pick<Story, "services">, id: string): string => {
  const stay = referentsOf(story).slice(0, -1);
  const at = stay.findIndex(({ aadObjectId }) => aadObjectId === id);
  return stay[(at + 1) % Math.max(1, stay.length)]?.aadObjectId ?? "";
};

/** The first of the team who has this role. */
export const colleagueOf = ({ services }: Pick<Story, "services">, role: Role, step: string): Doing => {
  const member = services.people.members().find(({ roles }) => roles.includes(role));
  if (member === undefined) throw new RangeError(`nobody of the team of the year is ${role}`);
  return { services, actor: actorOf(services, member), step };
};
export const leaderOf = (story: Pick<Story, "services">, step: string): Doing =>
  colleagueOf(story, "chargeDeProjet", step);

const goesAway =
  (fromId: string, from: Day): TeamStep =>
  async (story, name) => {
    const until = addDays(from, LEAVE_DAYS);
    const inputs = { what: "absence", fromId, toId: successorOf(story, fromId), from, until };
    story.note("leave", (await planMove(leaderOf(story, name), null, inputs)).kind);
  };

const tellsEveryone =
  (move: string): TeamStep =>
  async (story, name) => {
    const { items } = await story.services.store.list({ kind: "movedCase", key: `move:${move}`, limit: 200 });
    for (const { doc } of items) story.note("person informed", await informed(leaderOf(story, name), move, doc.code));
  };

const leavesForGood =
  (fromId: string): TeamStep =>
  async (story, name) => {
    const inputs = { what: "transfer", why: "leaves", fromId, toId: successorOf(story, fromId), from: LEAVES_ON };
    const { kind, move } = await planMove(leaderOf(story, name), null, inputs);
    story.note("transfer", kind);
    story.forTeam(story.worked(addDays(LEAVES_ON, 5)), tellsEveryone(move));
  };

export const teamYear = (story: Story): void => {
  const all = referentsOf(story);
  for (const [at, { aadObjectId }] of all.slice(0, -1).entries()) {
    const from = addDays(LEAVE_BEGINS, at * LEAVE_EVERY);
    story.forTeam(story.worked(addDays(from, -10)), goesAway(aadObjectId, from));
  }
  const last = all.at(-1);
  if (last !== undefined) story.forTeam(story.worked(addDays(LEAVES_ON, -20)), leavesForGood(last.aadObjectId));
};
