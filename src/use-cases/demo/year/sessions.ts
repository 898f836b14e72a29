/** Collective actions: several people join the same one; some are called off, and their people find another. */
import type { BilanOutcome } from "../../../domain/activation/records.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays } from "../../../domain/participant/days.ts";
import { actionsOf } from "../../parts/read-actions.ts";
import { callOff, join, noteCame, propose } from "../acting.ts";
import { actorOf, type Doing } from "../doing.ts";
import { hasBilan } from "./immersion.ts";
import type { Step, Story, TeamStep } from "./story.ts";

interface Proposed {
  readonly id: string;
  readonly from: Day;
  readonly until: Day;
  readonly leader: string;
  readonly isCalledOff: boolean;
  readonly expected: { readonly code: string; readonly outcome: BilanOutcome }[];
}
const PLACES = 10;
const proposedIn = new WeakMap<Story, Proposed[]>();
const sessionsOf = (story: Story): Proposed[] => {
  const known = proposedIn.get(story) ?? [];
  proposedIn.set(story, known);
  return known;
};

const leads = (story: Story, { leader }: Proposed, step: string): Doing | undefined => {
  const member = story.services.people.byObjectId(leader);
  return member && { services: story.services, actor: actorOf(story.services, member), step };
};

const wasHeld =
  (session: Proposed): TeamStep =>
  async (story, name) => {
    const doing = leads(story, session, name);
    const came = session.expected.filter(({ outcome }) => outcome !== "didNotShow").map(({ code }) => code);
    if (doing !== undefined) await noteCame(doing, session.id, came);
  };

const isCalledOff =
  (session: Proposed): TeamStep =>
  async (story, name) => {
    const doing = leads(story, session, name);
    if (doing !== undefined) story.note("session", await callOff(doing, session.id));
  };

const proposes = async (story: Story, doing: Doing): Promise<Proposed | undefined> => {
  const from = story.in(8, 16);
  const until = story.worked(addDays(from, story.dice.roll(2)));
  const kinds = story.services.frameworks.current.activation.kinds;
  const inputs = {
    ...{ what: kinds[story.dice.roll(kinds.length)]?.id ?? "", title: "Découvrir des métiers ensemble", from, until },
    ...{ hours: "3h30", place: "Maison de l'emploi", leaderId: doing.actor.memberId, places: String(PLACES) },
  };
  const id = await propose(doing, inputs);
  story.note("session", id === undefined ? "not opened" : "opened");
  if (id === undefined) return undefined;
  const session = {
    id,
    from,
    until,
    leader: doing.actor.memberId,
    isCalledOff: story.decks.isCalledOff(),
    expected: [],
  };
  if (session.isCalledOff) story.forTeam(story.worked(addDays(from, -2)), isCalledOff(session));
  else story.forTeam(story.worked(addDays(until, 1)), wasHeld(session));
  sessionsOf(story).push(session);
  return session;
};

/** The soonest that has a place left, or a new one. */
export const joinsOthers: Step = async (story, doing, living) => {
  const open = sessionsOf(story).find(
    ({ from, expected }) => from > addDays(story.today, 4) && expected.length < PLACES,
  );
  const session = open ?? (await proposes(story, doing));
  if (session === undefined) return;
  story.note("joined", await join(doing, living.code, session.id));
  if (session.isCalledOff) return story.on(story.worked(addDays(session.from, 2)), living, joinsOthers);
  const outcome = story.decks.bilan();
  session.expected.push({ code: living.code, outcome });
  const actions = await actionsOf(story.services, living.code);
  const action = actions.find(({ doc }) => doc.session === session.id && doc.state === "planned");
  if (action !== undefined) story.on(story.worked(addDays(session.until, 3)), living, hasBilan(action.doc.id, outcome));
};
