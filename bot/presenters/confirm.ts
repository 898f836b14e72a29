/** The second question, before what cannot be undone. */
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { addressed } from "../../src/domain/diagnostic/figures.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import type { MergeView } from "../../src/use-cases/see-confirm.ts";
import { confirmWords } from "../../src/wording/confirm.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { addressedCount } from "../../src/wording/figures.ts";
import { personLine, shortName } from "../../src/wording/people.ts";
import { roundWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

type Confirm = ScreenOf<"confirm">;

const { back, round: roundSaid, merge: mergeSaid, withdrawal: withdrawalSaid } = confirmWords;

/** Before *Refaire le point*: which evaluation closes, and how far it went. */
export const presentConfirmRound = (screen: Confirm, view: CaseView, reader: Reader): Shown => {
  const { code, rev } = screen;
  const { count, of } = addressed(view.findings, countingOf(view.dossier.file.doc, view.dossier.round?.doc));
  const open = view.dossier.round?.doc;
  return {
    name: "confirm",
    model: {
      ...topOf(screen, reader),
      title: roundSaid.title,
      people: [personLine(view.identity)],
      lines: [
        ...(open === undefined
          ? []
          : [roundSaid.closes(roundWords(open.round), dayInWords(open.openedOn), addressedCount(count, of))]),
        roundSaid.opens,
        roundSaid.forGood,
      ],
      act: { title: roundSaid.act, verb: "round.open", data: { code, rev } },
      style: "default",
      back: { title: back, verb: "sheet.open", data: { code } },
    },
  };
};

/** Before what was noted about health is erased: all that goes with it. */
export const presentConfirmWithdrawal = (screen: Confirm, view: CaseView, reader: Reader): Shown => {
  const { code, rev } = screen;
  return {
    name: "confirm",
    model: {
      ...topOf(screen, reader),
      title: withdrawalSaid.title,
      people: [personLine(view.identity)],
      lines: [withdrawalSaid.erased, withdrawalSaid.argued, withdrawalSaid.cards, withdrawalSaid.forGood],
      act: { title: withdrawalSaid.act, verb: "health.withdraw", data: { code, rev } },
      style: "destructive",
      back: { title: back, verb: "manage.open", data: { code } },
    },
  };
};

/** Before two records become one: which is kept, which is closed, and whether they look like one person. */
export const presentConfirmMerge = (screen: Confirm, { closed, kept }: MergeView, reader: Reader): Shown => {
  const { code, rev } = screen;
  const alike = shortName(closed) === shortName(kept);
  return {
    name: "confirm",
    model: {
      ...topOf(screen, reader),
      title: mergeSaid.title,
      people: [mergeSaid.kept(personLine(kept)), mergeSaid.closed(personLine(closed))],
      lines: [...(alike ? [] : [mergeSaid.otherName]), mergeSaid.happens, mergeSaid.forGood],
      act: { title: mergeSaid.act(kept.code), verb: "record.merge", data: { code, rev, into: kept.code } },
      style: "destructive",
      back: { title: back, verb: "record.mergeOpen", data: { code } },
    },
  };
};
