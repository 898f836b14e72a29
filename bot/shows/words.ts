/** What is said without reading anything. */
import * as present from "../presenters/index.ts";
import type { Shows } from "./show.ts";

export const wordsShows: Pick<
  Shows,
  "help" | "withdrawn" | "refusal" | "notUnderstood" | "wordsOnly" | "olderCard" | "part" | "chatRefused"
> = {
  help: (screen, { reader }) => present.presentHelp(screen, reader),
  withdrawn: (screen, { reader }) => present.presentWithdrawn(screen, reader),
  refusal: (screen, { reader }) => present.presentRefusal(screen, reader),
  notUnderstood: (screen, { reader }) => present.presentNotUnderstood(screen, reader),
  wordsOnly: (screen, { reader }) => present.presentWordsOnly(screen, reader),
  olderCard: (screen, { reader }) => present.presentOlderCard(screen, reader),
  part: (screen, { reader }) => present.presentPart(screen, reader),
  chatRefused: (screen, { reader }) => present.presentChatRefused(screen, reader),
};
