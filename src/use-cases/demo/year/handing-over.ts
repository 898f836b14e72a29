/** *Passage de relais* of the year: the sheet, the agreement, the sending, and what the partner answers. */
import { addDays } from "../../../domain/participant/days.ts";
import { noteAnswer, takeStep, writeSheet, type Of } from "../handing.ts";
import type { HandoverStep } from "../../../domain/handover/codes.ts";
import type { Fate, RelayFate } from "./decks.ts";
import { goesOnInPath } from "./path.ts";
import { asksOnceOut } from "./questionnaires.ts";
import type { Living, Step, Story } from "./story.ts";

type OnHandover = (of: Of) => Step;
const kindOf = async ({ services }: Story, { handover }: Of) =>
  (await services.store.get("handover", handover))?.doc.what;

const does =
  (step: HandoverStep, after: (story: Story, living: Living, of: Of) => void = () => undefined): OnHandover =>
  (of) =>
  async (story, doing, living) => {
    const came = await takeStep(doing, of, step);
    story.note(`handover ${step}`, came);
    if (came === "done") after(story, living, of);
  };

const follows: OnHandover = (of) => async (story, doing) => {
  const step = story.decks.followed();
  story.note(`handover ${step}`, await takeStep(doing, of, step));
};
const isSecured = (story: Story, living: Living, of: Of): void => {
  story.on(story.in(88, 94), living, follows(of), true);
  story.on(story.worked(addDays(story.today, 1)), living, (then, _doing, one) => asksOnceOut(then, one), true);
};

/** Both say that the first appointment was held; where the partner cannot be reached at first, it is not secured yet. */
const isReceived =
  (isUnreached: boolean, isLast: boolean): OnHandover =>
  (of) =>
  async (story, doing, living) => {
    story.note("handover heldPerson", await takeStep(doing, of, "heldPerson"));
    if (isUnreached) story.on(story.in(2), living, does("unreached")(of));
    story.on(story.in(isUnreached ? 7 : 1), living, does("heldPartner", isLast ? isSecured : undefined)(of));
  };

const accepts =
  (isUnreached: boolean, isLast: boolean): OnHandover =>
  (of) =>
  async (story, doing, living) => {
    const appointmentOn = story.in(6, 18);
    story.note("handover accepted", await noteAnswer(doing, of, { answer: "accepted", appointmentOn }));
    story.on(appointmentOn, living, isReceived(isUnreached, isLast)(of));
  };

const isSentTo =
  (next: OnHandover): OnHandover =>
  (of) =>
  async (story, doing, living) => {
    story.note("handover send", await takeStep(doing, of, "send"));
    await next(of)(story, doing, living);
  };
const waits =
  (least: number, most: number, next: OnHandover): OnHandover =>
  (of) =>
  (story, _doing, living) => {
    story.on(story.in(least, most), living, next(of));
    return Promise.resolve();
  };

const acceptsElsewhere = does("agree", (story, living, of) =>
  story.on(story.in(1, 2), living, isSentTo(waits(5, 12, accepts(false, true)))(of)),
);
const triesNext = does("next", (story, living, of) => story.on(story.in(1, 3), living, acceptsElsewhere(of)));
const staysHere = does("next", (story, living) => goesOnInPath(story, living));

const refuses =
  (next: OnHandover): OnHandover =>
  (of) =>
  async (story, doing, living) => {
    const reason = story.decks.refusal();
    story.note("handover refused", await noteAnswer(doing, of, { answer: "refused", reason }));
    story.on(story.in(1, 3), living, next(of));
  };

const chased = (least: number, last: OnHandover): OnHandover =>
  waits(15, 16, (of) => async (story, doing, living) => {
    await does("remind")(of)(story, doing, living);
    story.on(story.in(14, 15), living, does("call")(of));
    story.on(story.in(least), living, last(of));
  });

/** What follows a sending. */
const AFTER: Readonly<Record<Fate, OnHandover>> = {
  accepted: waits(4, 14, accepts(false, true)),
  unreached: waits(4, 14, accepts(true, true)),
  slow: chased(20, accepts(false, true)),
  refused: waits(6, 12, refuses(triesNext)),
  expired: chased(31, triesNext),
  stays: waits(6, 12, refuses(staysHere)),
};
const AFTER_RELAY: Readonly<Record<RelayFate, OnHandover>> = {
  held: waits(3, 12, accepts(false, false)),
  refused: waits(4, 9, refuses(does("giveUp"))),
  givenUp: waits(5, 9, does("giveUp")),
};

const agreesAndSends = (story: Story, living: Living, of: Of, next: OnHandover): void => {
  story.on(story.in(2, 3), living, does("agree")(of));
  story.on(story.in(4), living, isSentTo(next)(of));
};

/** For someone on RSA the referring body answers first. */
const isRsa = ({ person }: Living): boolean => person.situation.rsa === "yes";

const prepares: OnHandover = (of) => async (story, doing, living) => {
  const reorients = (await kindOf(story, of)) === "reorient";
  const fate = story.decks[reorients ? "fate" : "relayFate"]();
  const other = { otherLead: "missionLocale", otherName: "Mission locale (fictive)" };
  const none = { otherLead: reorients ? "stays" : "notYet", otherName: "" };
  story.note("handover sheet", await writeSheet(doing, of, reorients && fate !== "stays" ? other : none));
  const next = { ...AFTER, ...AFTER_RELAY, ...(reorients ? AFTER : AFTER_RELAY) }[fate];
  if (!reorients || !isRsa(living)) return agreesAndSends(story, living, of, next);
  story.note("handover refer", await takeStep(doing, of, "refer"));
  story.on(story.in(1, 2), living, does("referAccepted")(of));
  agreesAndSends(story, living, of, next);
};

/** A hand-over that was just decided. */
export const handsOver = (story: Story, living: Living, handover: string): void =>
  story.on(
    story.worked(addDays(story.today, 1 + story.dice.roll(2))),
    living,
    prepares({ code: living.code, handover }),
  );
