/** *Points d'étape*: who is on the list and what was agreed last; then the form of one person. */
import { AGREED_AT_MOST } from "../../src/domain/participant/path-records.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { SeenStagePoints } from "../../src/use-cases/see-stage-points.ts";
import type { StagePointView } from "../../src/use-cases/see-stage-point.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords } from "../../src/wording/problems.ts";
import { stagePointWords as words } from "../../src/wording/tab-stage-points.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, readable, topOf, topOfDraft } from "./top.ts";

const PAGE = 25;
const REFERENTS_SHOWN = 60;

type Row = SeenStagePoints["rows"][number];
const titleOf = ({ row, last }: Row): string =>
  [personLine(row), last === null ? words.never : words.lastOn(last.from, last.on)].join(" · ");

export const presentPoints = (screen: ScreenOf<"points">, seen: SeenStagePoints, reader: Reader): Shown => {
  const { rows, referents, referent, quarter, opens } = seen;
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = Math.min(screen.page, last);
  const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
  const place = (at: number) => ({ referent: referent.id, page: at });
  const noted = rows.filter((row) => row.last?.thisQuarter === true).length;
  return {
    name: "points",
    model: {
      ...topOf(screen, reader),
      title: words.title(quarter),
      count: rows.length === 0 ? words.nobody : words.count(rows.length, noted),
      items: opens ? shown.map((row) => ({ title: titleOf(row), value: row.row.code })) : [],
      lines: opens ? [] : shown.map(titleOf),
      referents:
        referents.length < 2
          ? []
          : referents.slice(0, REFERENTS_SHOWN).map(({ id, name }) => ({ title: name, value: id })),
      whose: referent.id,
      place: place(page),
      previous: page === 0 ? null : place(page - 1),
      next: page === last ? null : place(page + 1),
      url: reader.pointsUrl(referent.id),
    },
  };
};

const problemIn = (agreed: string): string | null => {
  const length = lengthOf(cleanText(agreed));
  if (length === 0) return words.problems.missing;
  return length > AGREED_AT_MOST ? words.problems.tooLong : null;
};

export const presentPointsForm = (screen: ScreenOf<"pointsForm">, view: StagePointView, reader: Reader): Shown => {
  const { identity, last, form } = view;
  const { code, referent, page } = screen;
  const agreed = form?.shown["agreed"] ?? "";
  const problem = screen.check && form !== null ? problemIn(agreed) : null;
  return {
    name: "points-form",
    model: {
      ...(form === null ? topOf(screen, reader) : topOfDraft(screen, form.draft?.doc, reader)),
      person: personLine(identity),
      last: {
        title: last === null ? words.last : words.lastOn(last.from, last.on),
        text: last === null ? words.never : readable(last.words ?? ""),
      },
      form: form === null ? null : { about: words.inMeeting, agreed: filled(form.shown, "agreed") },
      kept: keptWords(lengthOf(cleanText(agreed)), AGREED_AT_MOST, shownAtMost("agreed")),
      data: { code, rev: form?.rev ?? "", referent, page },
      back: { referent, page },
      problems: problem === null ? {} : { agreed: problem },
    },
  };
};
