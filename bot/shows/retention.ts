/** The end of files. */
import { seeRetention } from "../../src/use-cases/see-retention.ts";
import { presentFileClosed, presentRetention } from "../presenters/retention.ts";
import { through, type Shows } from "./show.ts";

export const retentionShows: Pick<Shows, "retention" | "fileClosed"> = {
  retention: (screen, on) => through(screen, on, seeRetention, {}, (seen) => presentRetention(screen, seen, on.reader)),
  fileClosed: (screen, { reader }) => presentFileClosed(screen, reader),
};
