/** The second question, before what cannot be undone: read again as the act would read it. */
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { seeManage } from "../../src/use-cases/see-case.ts";
import { seeMerge, seeNewRound, seeWithdrawal } from "../../src/use-cases/see-confirm.ts";
import type { Shown } from "../presenters/shown.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import * as present from "../presenters/index.ts";
import { through, type Showing, type Shows } from "./show.ts";

/** A record to keep that this reader may not open is said under the field where its code was typed. */
const merge = (screen: ScreenOf<"confirm">, on: Showing): Promise<Shown> => {
  const { code, rev, into } = screen;
  return through(screen, on, seeManage, { code }, async (view) => {
    const toMend = (): Shown =>
      present.presentMergeRecord(
        { screen: "mergeRecord", code, into: into ?? "", check: true, notice: "toMend", at: null },
        view,
        on.reader,
      );
    if (into === null || into === code) return toMend();
    const asked = await ask(on.services, on.actor, seeMerge, { code, rev, into });
    if (asked.ok) return present.presentConfirmMerge(screen, asked.value, on.reader);
    return asked.refusal === "noSuchCase"
      ? toMend()
      : present.presentRefusal({ screen: "refusal", refusal: asked.refusal, code, ...quiet }, on.reader);
  });
};

export const confirmShows: Pick<Shows, "confirm"> = {
  confirm: (screen, on) => {
    const { code, rev, what } = screen;
    if (what === "merge") return merge(screen, on);
    return what === "newRound"
      ? through(screen, on, seeNewRound, { code, rev }, (view) => present.presentConfirmRound(screen, view, on.reader))
      : through(screen, on, seeWithdrawal, { code, rev }, (view) =>
          present.presentConfirmWithdrawal(screen, view, on.reader),
        );
  },
};
