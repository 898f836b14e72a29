/** What is missing in the files. */
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { listPieces } from "../../src/use-cases/list-pieces.ts";
import { seeReminderSettings } from "../../src/use-cases/see-reminder-settings.ts";
import { PIECES_SHOWN, presentPieces } from "../presenters/pieces.ts";
import { through, type Showing, type Shows } from "./show.ts";

/** The weekly card is the only one that this member is sent, and they did not stop it. */
const mayStop = async ({ services, actor }: Showing): Promise<boolean> => {
  const chosen = await ask(services, actor, seeReminderSettings, {});
  if (!chosen.ok) return false;
  const { digest, carries, leads, minute } = chosen.value;
  return digest && !carries && !leads && minute !== null;
};

export const piecesShows: Pick<Shows, "pieces"> = {
  pieces: (screen, on) =>
    through(screen, on, listPieces, { whose: null, among: null, cursor: null, limit: PIECES_SHOWN }, async (seen) =>
      presentPieces(screen, { seen, stops: await mayStop(on) }, on.reader),
    ),
};
