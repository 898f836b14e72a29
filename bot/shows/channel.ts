/** The channel of a cell: what is read there by everyone, and what a chargé de projet reads of it. */
import { seeRoster } from "../../src/use-cases/confirm-roster.ts";
import { seeChannelAgenda, seeLinks, seeWaiting } from "../../src/use-cases/see-channel.ts";
import { seeReviewCard } from "../../src/use-cases/see-review-card.ts";
import {
  cellsIn,
  presentAgenda,
  presentCellLinked,
  presentCellLost,
  presentChannel,
  presentChannelRefused,
  presentReviewSaid,
  presentRosterCheck,
  presentWaiting,
} from "../presenters/channel.ts";
import { presentMovedReview, presentReviewCard } from "../presenters/review-card.ts";
import { through, type Shows } from "./show.ts";

type Screens =
  | "channel"
  | "channelRefused"
  | "cellLinked"
  | "waiting"
  | "agendaCard"
  | "reviewCard"
  | "reviewMoved"
  | "reviewSaid"
  | "rosterCheck"
  | "cellLost";

export const channelShows: Pick<Shows, Screens> = {
  channel: (screen, on) =>
    through(screen, on, seeLinks, { cells: cellsIn(screen.cells) }, (links) => presentChannel(screen, links)),
  channelRefused: (screen) => presentChannelRefused(screen),
  cellLinked: (screen, on) =>
    through(screen, on, seeLinks, { cells: [screen.cell] }, ([link]) =>
      link === undefined
        ? presentChannel({ screen: "channel", cells: "", asked: "help", notice: null, at: null }, [])
        : presentCellLinked(link),
    ),
  waiting: (screen, on) => through(screen, on, seeWaiting, { cells: cellsIn(screen.cells) }, presentWaiting),
  agendaCard: (screen, on) =>
    through(screen, on, seeChannelAgenda, { cells: cellsIn(screen.cells) }, (agendas) =>
      presentAgenda(agendas, on.reader),
    ),
  reviewCard: (screen, on) => through(screen, on, seeReviewCard, { review: screen.review }, presentReviewCard),
  reviewMoved: (screen) => presentMovedReview(screen.review),
  reviewSaid: (screen) => presentReviewSaid(screen),
  rosterCheck: (screen, on) =>
    through(screen, on, seeRoster, { cell: screen.cell }, (view) => presentRosterCheck(screen, view, on.reader)),
  cellLost: (screen, { reader }) => presentCellLost(screen, reader),
};
