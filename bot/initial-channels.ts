/** The channels that the PLIE's file names: each becomes its cell's without anybody asking, through the same look at who is in it. */
import { findInitialChannels, linkCell, type InitialChannel, type LinkInput } from "../src/use-cases/link-cell.ts";
import { postWaiting } from "../src/use-cases/parts/linking.ts";
import { does, type BotTurn } from "./routes/route.ts";
import { quiet, type Screen } from "./screens.ts";

/** Whoever presents a situation waits for the answer. */
const PATIENCE_MS = 1_500;

export const takeAsConfigured = async (turn: BotTurn, input: InitialChannel): Promise<void> => {
  const { cell } = input;
  const delivery = { activityKey: `${turn.delivery.activityKey}.${cell}`, click: null, answerTo: null };
  const next = (): Screen => ({ screen: "cellLinked", cell, ...quiet });
  const named: LinkInput = { ...input, as: "file" };
  const answer = await does({ ...turn, delivery }, linkCell, named, next, null);
  if (answer.kept) await postWaiting(turn.services, cell, true);
};

/** Before a situation is presented: its cell may have a channel already. Nothing is linked where Teams does not say who is there. */
export const takeInitialChannels = async (turn: BotTurn): Promise<void> => {
  const { services } = turn;
  try {
    const nothing = services.clock.pause(PATIENCE_MS).then((): readonly InitialChannel[] => []);
    for (const place of await Promise.race([findInitialChannels(services), nothing]))
      await takeAsConfigured(turn, place);
  } catch (cause) {
    // What is presented waits for its channel; presenting it does not.
    services.log.error("turn.failed", { verb: "cell.link", cause });
  }
};
