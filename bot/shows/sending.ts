/** What was sent and may not have arrived. */
import { seeSending } from "../../src/use-cases/see-sending.ts";
import { seeSendings } from "../../src/use-cases/see-sendings.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const sendingShows: Pick<Shows, "sendings" | "sendingAsk"> = {
  sendings: (screen, on) =>
    through(screen, on, seeSendings, {}, (view) => present.presentSendings(screen, view, on.reader)),
  sendingAsk: (screen, on) =>
    through(screen, on, seeSending, { entry: screen.entry }, (view) => present.presentSending(screen, view, on.reader)),
};
