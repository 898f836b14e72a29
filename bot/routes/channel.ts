/** The buttons of the channel's card, as they answer in a member's own chat; and the confirmation of a channel. */
import { confirmRoster } from "../../src/use-cases/confirm-roster.ts";
import { postWaiting } from "../../src/use-cases/parts/linking.ts";
import { quiet } from "../screens.ts";
import { opinionRoutes } from "./opinion.ts";
import { does, shows, type Routes } from "./route.ts";

type Verbs = "review.refresh" | "review.giveOpinion" | "review.reveal" | "review.decide" | "cell.confirm";

export const channelRoutes: Pick<Routes, Verbs> = {
  "review.refresh": (_turn, { review }) => Promise.resolve(shows({ screen: "review", review, ...quiet })),
  "review.giveOpinion": (_turn, { review }) =>
    Promise.resolve(shows({ screen: "opinion", review, check: false, ...quiet })),
  "review.reveal": (turn, { review }) => opinionRoutes["reveal.do"](turn, { review }),
  "review.decide": (_turn, { review }) =>
    Promise.resolve(shows({ screen: "decision", review, check: false, ...quiet })),
  "cell.confirm": async (turn, { cell, rev }) => {
    const answer = await does(
      turn,
      confirmRoster,
      { cell, rev },
      () => ({ screen: "rosterCheck", cell, ...quiet }),
      null,
    );
    await postWaiting(turn.services, cell, true);
    return answer;
  },
};
