/** What is answered in a channel, the same whoever asked: no banner, no participant; and what a chargé de projet is told of it. */
import { CELL_IDS, type CellId } from "../../src/domain/review/codes.ts";
import type { CellLink, Review } from "../../src/domain/review/records.ts";
import type { RosterView } from "../../src/use-cases/confirm-roster.ts";
import type { WholeAgenda } from "../../src/use-cases/parts/agenda.ts";
import type { WaitingOfCell } from "../../src/use-cases/see-channel.ts";
import { agendaWords } from "../../src/wording/agenda.ts";
import {
  channelHelp,
  linkCommand,
  linkedWords,
  listWords,
  lostWords,
  rosterWords,
  toastWords,
} from "../../src/wording/channel.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import { cellWords, outcomeWords, reviewLabel, reviewStateWords } from "../../src/wording/reviews.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { buttons, topOf } from "./top.ts";

interface Item {
  readonly title: string;
  readonly what: string;
}

const words = (title: string, text: string, items: readonly Item[] = [], note: string | null = null): Shown => ({
  name: "channel-words",
  model: { banner: null, notice: null, title, text, items: [...items], note },
});

/** What can be written here; in a channel of no cell, how to link it. */
export const presentChannel = (screen: ScreenOf<"channel">, links: readonly CellLink[]): Shown => {
  const { title, intro, commands, link, privately, whichCell, notAChannel } = channelHelp;
  if (screen.asked === "group") return words(title, notAChannel, [], privately);
  if (screen.asked === "link")
    return words(
      title,
      whichCell,
      CELL_IDS.map((cell) => ({ title: linkCommand[cell], what: cellWords[cell] })),
    );
  const linked = links.filter(({ state }) => state === "linked");
  const [waiting] = links.filter(({ state }) => state !== "linked");
  if (linked.length === 0 && waiting !== undefined) return presentCellLinked(waiting);
  const cells = linked.map(({ cell }) => cell);
  return words(title, intro(cells), cells.length === 0 ? [link] : commands, privately);
};

/** What cannot be done here, and why. */
export const presentChannelRefused = (screen: ScreenOf<"channelRefused">): Shown => {
  const { title, text } = refusalWords[screen.refusal];
  return words(title, text);
};

export const presentCellLinked = (link: CellLink): Shown => {
  const { title, text } = linkedWords(link);
  return words(title, text);
};

const SHOWN_AT_MOST = 50;
const restOf = (count: number): readonly string[] =>
  count > SHOWN_AT_MOST ? [listWords.more(count - SHOWN_AT_MOST)] : [];

const dueOf = ({ dueOn }: Review): readonly string[] => (dueOn === null ? [] : [listWords.due(dayInWords(dueOn))]);
const cellOf = ({ cell }: Review, several: boolean): readonly string[] => (several ? [cellWords[cell]] : []);

/** Labels, what state they are in, until when, how many opinions. */
export const presentWaiting = (found: readonly WaitingOfCell[]): Shown => {
  const reviews = found.flatMap((one) => one.reviews);
  const several = found.length > 1;
  const title = listWords.waitingTitle(found.map(({ cell }) => cell));
  if (reviews.length === 0) return words(title, listWords.nothingWaits);
  const items = reviews.slice(0, SHOWN_AT_MOST).map((review) => ({
    title: reviewLabel(review.id),
    what: [
      reviewStateWords[review.state],
      ...cellOf(review, several),
      ...dueOf(review),
      listWords.opinions(review.givers.length),
    ].join(", "),
  }));
  return words(title, listWords.waitingIntro(reviews.length), items, restOf(reviews.length)[0] ?? null);
};

const shortItems = (agendas: readonly WholeAgenda[]): readonly Item[] => {
  const decided = agendas.flatMap(({ shortDecided }) => shortDecided.map(({ doc }) => doc));
  return decided.slice(0, 10).flatMap(({ id, decided: outcome }) =>
    outcome === null
      ? []
      : [
          {
            title: reviewLabel(id),
            what: listWords.shortLine(outcomeWords[outcome.outcome], dayInWords(outcome.on)),
          },
        ],
  );
};

/** In order, with the minutes of each and who presents it: a référent is a colleague. */
export const presentAgenda = (agendas: readonly WholeAgenda[], reader: Reader): Shown => {
  const [first] = agendas;
  const minutes = reader.framework.reviews.caseMinutes;
  const reviews = agendas.flatMap((agenda) => agenda.reviews.map(({ doc }) => doc));
  const several = agendas.length > 1;
  const items = reviews.slice(0, SHOWN_AT_MOST).map((review, index) => {
    const referent = reader.member(review.referentId);
    return {
      title: `${index + 1}. ${reviewLabel(review.id)}`,
      what: [
        listWords.minutes(minutes),
        ...cellOf(review, several),
        ...(referent === undefined ? [] : [listWords.presentedBy(referent.name)]),
        ...dueOf(review),
        ...(review.state === "decided" || review.state === "adjourned"
          ? [lowerFirst(reviewStateWords[review.state])]
          : []),
      ].join(", "),
    };
  });
  const later = agendas.reduce((sum, agenda) => sum + agenda.later, 0);
  const urgent = agendas.reduce((sum, { toConfirm }) => sum + toConfirm.length, 0);
  const on = several || first?.on == null ? null : dayInWords(first.on);
  const note = [
    ...(on === null && !several ? [listWords.noDate] : []),
    ...restOf(reviews.length),
    ...(later === 0 ? [] : [listWords.later(later)]),
    // A number: no participant is named in a channel, not even by a code.
    ...(urgent === 0 ? [] : [agendaWords.toConfirm(urgent)]),
  ].join(" ");
  return words(
    listWords.agendaTitle(
      agendas.map(({ cell }) => cell),
      on,
    ),
    reviews.length === 0 ? listWords.nothingToStudy : listWords.agendaIntro(reviews.length, minutes),
    [...items, ...shortItems(agendas)],
    note === "" ? null : note,
  );
};

const NAMED_AT_MOST = 50;

/** Who is in the channel and not in the team, for whoever may say that it is well so. */
export const presentRosterCheck = (
  screen: ScreenOf<"rosterCheck">,
  { link, rev }: RosterView,
  reader: Reader,
): Shown => {
  const { cell, outsiders, state } = link;
  const { title, intro, unnamed, more, next, confirm, settled, confirmed } = rosterWords;
  if (state !== "toConfirm" || outsiders.length === 0)
    return {
      name: "done",
      model: {
        ...topOf(screen, reader),
        text: state === "linked" && link.accepted !== null ? confirmed(cell) : settled(cell),
        buttons: [buttons.home],
      },
    };
  const names = outsiders.slice(0, NAMED_AT_MOST).map(({ name }) => (name.trim() === "" ? unnamed : name));
  const rest = outsiders.length - names.length;
  return {
    name: "roster-check",
    model: {
      ...topOf(screen, reader),
      ...{ cell, rev, title: title(cell), text: intro(outsiders.length), next: next(cell), confirm },
      people: rest === 0 ? names : [...names, more(rest)],
    },
  };
};

export const presentCellLost = (screen: ScreenOf<"cellLost">, reader: Reader): Shown => ({
  name: "sentence",
  model: {
    ...topOf(screen, reader),
    title: lostWords.title(screen.cell),
    text: lostWords[screen.why](screen.cell),
    suggestions: [],
    reference: null,
    buttons: [buttons.home],
  },
});

/** The same words as the few that are shown for a moment. */
export const presentReviewSaid = (screen: ScreenOf<"reviewSaid">): Shown =>
  words(reviewLabel(screen.review), toastWords[screen.said]);

export const cellsIn = (listed: string): readonly CellId[] =>
  CELL_IDS.filter((cell) => listed.split(",").includes(cell));
