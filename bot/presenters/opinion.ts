/** *Avis*: one's own, or the one that the secretary notes for a member. */
import type { Choice } from "../../cards/common.ts";
import type { Member } from "../../src/domain/people/member.ts";
import { typedDestination } from "../../src/domain/review/destination-typed.ts";
import type { NamedDestination } from "../../src/domain/review/destinations.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { OpinionForm } from "../../src/use-cases/see-opinion-form.ts";
import { momentInWords } from "../../src/wording/dates.ts";
import { memberProblem, opinionProblem, opinionWords } from "../../src/wording/opinion.ts";
import { keptWords } from "../../src/wording/problems.ts";
import { outcomeWords } from "../../src/wording/reviews.ts";
import type { ScreenOf } from "../screens.ts";
import { destinationTitle } from "./destinations.ts";
import { seenOf, SHORTENED, WHOLE } from "./review-seen.ts";
import { cut } from "./services.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, topOfDraft } from "./top.ts";

/** A card holds a choice among so many members; beside a long one, each lead keeps its nearest service only. */
const MEMBERS = { shown: 40, manyFrom: 15, name: 40 } as const;

const destinationsShown = ({ destinations, members }: OpinionForm): readonly NamedDestination[] => {
  if ((members?.length ?? 0) < MEMBERS.manyFrom) return destinations;
  const nearest = ({ to }: NamedDestination): NamedDestination | undefined =>
    destinations.find((one) => one.to.lead === to.lead && one.service !== null);
  return destinations.filter((named) => named.service === null || named === nearest(named));
};

/** Those whose opinion is still waited for stand first. */
const membersOf = ({ members, view, giversThemselves }: OpinionForm): Choice[] => {
  const { givers } = view.review.doc;
  const gave = ({ aadObjectId }: Member): number =>
    Number(givers.includes(aadObjectId)) + Number(giversThemselves.has(aadObjectId));
  const titles = [(name: string): string => name, opinionWords.hasGiven, opinionWords.hasGivenTheirs];
  return [...(members ?? [])]
    .sort((one, other) => gave(one) - gave(other))
    .slice(0, MEMBERS.shown)
    .map((member) => {
      const name = cut(member.name, MEMBERS.name);
      return { title: titles[gave(member)]?.(name) ?? name, value: member.aadObjectId };
    });
};

const choicesOf = (form: OpinionForm) => ({
  outcome: form.outcomes.map((value) => ({ title: outcomeWords[value], value })),
  to: form.outcomes.includes("reorient")
    ? destinationsShown(form).map((named) => ({
        title: destinationTitle(form.dossier.framework, named),
        value: typedDestination(named.to),
      }))
    : [],
  member: membersOf(form),
});

const memberProblemOf = ({ members, form, giversThemselves }: OpinionForm, reader: Reader): string | null => {
  if (members === null) return null;
  const chosen = members.find(({ aadObjectId }) => aadObjectId === form.shown["member"]);
  if (chosen === undefined) return memberProblem.missing;
  const { aadObjectId, name } = chosen;
  const theirs = giversThemselves.has(aadObjectId) && aadObjectId !== reader.actor.memberId;
  return theirs ? memberProblem.hasGivenTheirs(name) : null;
};

const problemsOf = (view: OpinionForm, reader: Reader) => {
  const member = memberProblemOf(view, reader);
  return {
    ...Object.fromEntries(view.problems.map((found) => [found.field, opinionProblem(found)])),
    ...(member === null ? {} : { member }),
  };
};

const aboutOf = ({ members, given }: OpinionForm, reader: Reader): string => {
  if (members !== null) return opinionWords.noteAbout;
  if (given === undefined) return opinionWords.mayChange;
  const { at, notedBy } = given.doc;
  const moment = momentInWords(at, reader.today, reader.timeZone);
  const said =
    notedBy === null
      ? opinionWords.given(moment)
      : opinionWords.givenBy(moment, reader.member(notedBy)?.name ?? opinionWords.someone);
  return `${said} ${opinionWords.mayChange}`;
};

export const presentOpinion = (
  screen: ScreenOf<"opinion"> | ScreenOf<"opinionNote">,
  view: OpinionForm,
  reader: Reader,
): Shown => {
  const { form, dossier, members } = view;
  const { framework } = dossier;
  const { review } = screen;
  const kept = (field: "why" | "next"): string | null =>
    keptWords(lengthOf(cleanText(form.shown[field] ?? "")), framework.lengths.longText, shownAtMost(field));
  const field = (name: string): string => filled(form.shown, name);
  return {
    name: "opinion",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      review,
      rev: form.rev,
      title: members === null ? opinionWords.title(review) : opinionWords.noteTitle(review),
      about: aboutOf(view, reader),
      noted: members !== null,
      seen: seenOf(framework, view.view.snapshot?.doc, members === null ? WHOLE : SHORTENED, reader.actor),
      fields: {
        outcome: field("outcome"),
        to: field("to"),
        why: field("why"),
        next: field("next"),
        member: field("member"),
      },
      choices: choicesOf(view),
      kept: { why: kept("why"), next: kept("next") },
      problems: screen.check ? problemsOf(view, reader) : {},
    },
  };
};
