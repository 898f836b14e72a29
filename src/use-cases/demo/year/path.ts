/** After *poursuite*: a point every three months, suspensions, another référent at the person's request, the exit, and news of it. */
import { addDays } from "../../../domain/participant/days.ts";
import { openPause } from "../../../domain/participant/milestones.ts";
import { followUp, hearAfterExit } from "../going-on.ts";
import { accept, informed, planMove } from "../moving.ts";
import { decide, opine, present, type DecidedInCell, type Presented, type SaidInCell } from "../reviewing.ts";
import { isSuspended } from "./again.ts";
import { asksOnceOut } from "./questionnaires.ts";
import { leaderOf, successorOf } from "./team.ts";
import type { Living, Step, Story } from "./story.ts";

const EXIT_PRESENTED: Presented = {
  cell: "sortie",
  recommendation: {
    choice: "stay",
    why: "Sortie : la suite est trouvée, et la personne souhaite continuer sans nous.",
  },
  view: { agreement: "agrees", words: "Je suis prête." },
  question: "Les justificatifs sont réunis : la sortie peut-elle être prononcée ?",
};
const PROOFS = { exitJob: "jobContract", exitTraining: "trainingStatement", exitOther: "personsStatement" } as const;
type Exit = keyof typeof PROOFS;

const exitDecision = (outcome: Exit): DecidedInCell => ({
  ...{ outcome, to: "", reasons: "La suite est assurée, et les justificatifs sont réunis.", next: "" },
  proofs: PROOFS[outcome],
});
const exitSaid = (outcome: Exit): readonly SaidInCell[] => {
  const said = { outcome, to: "", why: "La suite est assurée." };
  return [said, said, said];
};

const isPresented: Step = async (story, doing, living) => {
  const review = await present(doing, living.code, EXIT_PRESENTED);
  story.note("exit presented", review === undefined ? "no" : "yes");
  if (review !== undefined) living.review = review;
};
const hearsOf: Step = async (story, doing, { code }) => {
  story.note("exit news", await hearAfterExit(doing, code, story.decks.still()));
};
const leaves: Step = async (story, doing, living) => {
  const { exit } = living.plan;
  if (living.review === undefined || exit === null) return;
  await opine(doing, living.review, exitSaid(exit.outcome), living.at);
  await decide(doing, living.review, exitDecision(exit.outcome));
  const head = (await story.services.store.get("case", living.code))?.doc;
  story.note("exit decided", head?.status === "left" ? exit.outcome : "no");
  await asksOnceOut(story, living);
  if (head?.afterExit != null) story.on(story.in(181, 186), living, hearsOf, true);
};

const isLookedAt: Step = async (story, doing, living) => {
  const head = (await story.services.store.get("case", living.code))?.doc;
  if (head === undefined || head.review !== null) return;
  if (openPause(head.pauses) !== undefined) return story.on(story.in(20), living, isLookedAt);
  story.note("point", await followUp(doing, living.code));
  story.on(story.in(86, 91), living, isLookedAt);
};

const asksForAnother: Step = async (story, doing, living) => {
  const from = story.in(8);
  const { kind, move } = await planMove(doing, living.code, { what: "transfer", why: "personAsks", from, toId: "" });
  story.note("another référent", kind);
  story.forTeam(story.in(2), async (_, name) => {
    const leader = leaderOf(story, name);
    const toId = successorOf(story, doing.actor.memberId);
    if (kind === "asked") story.note("another référent", await accept(leader, move, toId));
  });
  story.on(story.worked(addDays(from, 2)), living, async (_, then, { code }) =>
    story.note("person informed", await informed(then, move, code)),
  );
};

/** Once decided: everything that has its day until the exit. */
export const goesOnInPath = (story: Story, living: Living): void => {
  const { exit } = living.plan;
  story.on(story.in(84, 91), living, isLookedAt);
  const isLong = exit === null || exit.decidedOn > addDays(story.today, 130);
  if (isLong && story.decks.isSuspended()) story.on(story.in(20, 50), living, isSuspended);
  if (isLong && story.decks.asksForAnother()) story.on(story.in(10, 40), living, asksForAnother);
  if (exit === null) return;
  story.on(exit.presentedOn, living, isPresented);
  story.on(exit.decidedOn, living, leaves);
};
