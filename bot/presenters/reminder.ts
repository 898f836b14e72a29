import type { ReminderSettings } from "../../src/use-cases/see-reminder-settings.ts";
import type { ReminderLine, ReminderView } from "../../src/use-cases/see-reminder.ts";
import { CHOSEN_MINUTES } from "../../src/domain/reminders/when.ts";
import { dueInWords, momentInWords, shortDay } from "../../src/wording/dates.ts";
import { piecesWords } from "../../src/wording/pieces.ts";
import { personLine } from "../../src/wording/people.ts";
import { lateReminderWords, reminderSettingsWords, reminderWords } from "../../src/wording/reminders.ts";
import { milestoneWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

const whenOf = ({ on }: ReminderLine, today: string): string =>
  on < today ? `${dueInWords(on, today)} (${shortDay(on, today)})` : dueInWords(on, today);

const valueOf = ({ code, milestone, on }: ReminderLine): string => `${code}.${milestone}.${on}`;

/** What did not fit, and what waits to be completed: a line each. */
const moreOf = ({ more, incomplete }: ReminderView): string | null => {
  const lines = [
    ...(more === 0 ? [] : [reminderWords.more(more)]),
    ...(incomplete === 0 ? [] : [piecesWords.count(incomplete)]),
  ];
  return lines.length === 0 ? null : lines.join("\n\n");
};

const countOf = (lines: readonly ReminderLine[], today: string): string =>
  lines.length === 0
    ? reminderWords.allDone
    : reminderWords.count({
        late: lines.filter(({ on }) => on < today).length,
        today: lines.filter(({ on }) => on === today).length,
        coming: lines.filter(({ on }) => on > today).length,
      });

const presentOwn = (screen: ScreenOf<"reminder">, view: ReminderView, reader: Reader): Shown => {
  const { on } = screen;
  const { today, timeZone } = reader;
  return {
    name: "reminder",
    model: {
      ...topOf(screen, reader),
      title: on === today ? reminderWords.title : reminderWords.titleOf(shortDay(on, today)),
      count: countOf(view.lines, today),
      more: moreOf(view),
      later: view.later === null ? null : reminderWords.later(momentInWords(view.later, today, timeZone)),
      items: view.lines.map((line) => ({
        title: [whenOf(line, today), milestoneWords[line.milestone], personLine(line.identity)].join(" · "),
        value: valueOf(line),
      })),
      laterItems: view.laterChoices.map((choice) => ({ title: reminderWords.laterChoices[choice], value: choice })),
      laterChoice: view.laterChoices[0] ?? "",
      data: { on },
      pick: { on, card: "own" },
    },
  };
};

const referentOf = ({ summary }: ReminderLine, reader: Reader): string =>
  reader.member(summary.referentId)?.name ?? lateReminderWords.someone;

const lateTitle = (line: ReminderLine, reader: Reader): string =>
  [
    referentOf(line, reader),
    ...(line.when === "noDate"
      ? [lateReminderWords.noDate]
      : [whenOf(line, reader.today), milestoneWords[line.milestone]]),
    personLine(line.identity),
  ].join(" · ");

/** By référent, the oldest first for each. */
const presentLate = (screen: ScreenOf<"reminder">, view: ReminderView, reader: Reader): Shown => {
  const late = view.lines.filter(({ when }) => when === "late").length;
  const byReferent = [...view.lines].sort((one, other) =>
    referentOf(one, reader).localeCompare(referentOf(other, reader), "fr"),
  );
  return {
    name: "reminder-late",
    model: {
      ...topOf(screen, reader),
      count:
        view.lines.length === 0 ? lateReminderWords.allDone : lateReminderWords.count(late, view.lines.length - late),
      more: moreOf(view),
      items: byReferent.map((line) => ({ title: lateTitle(line, reader), value: valueOf(line) })),
      pick: { on: screen.on, card: "lead" },
    },
  };
};

/** *À faire aujourd'hui*, or what is late in the team. */
export const presentReminder = (screen: ScreenOf<"reminder">, view: ReminderView, reader: Reader): Shown =>
  screen.card === "own" ? presentOwn(screen, view, reader) : presentLate(screen, view, reader);

const NONE = "none";

/** *Mes rappels*. */
export const presentReminderSettings = (
  screen: ScreenOf<"reminderSettings">,
  view: ReminderSettings,
  reader: Reader,
): Shown => {
  const words = reminderSettingsWords;
  const { minute, stopped } = view;
  const minutes = minute === null ? CHOSEN_MINUTES : [...new Set([...CHOSEN_MINUTES, minute])].sort((a, b) => a - b);
  return {
    name: "reminder-settings",
    model: {
      ...topOf(screen, reader),
      intro: view.digest && !view.carries ? words.digest : words.intro,
      leads: view.leads ? words.leads : null,
      hours: [
        { title: words.none, value: NONE },
        ...minutes.map((one) => ({ title: words.hour(one), value: String(one) })),
      ],
      minute: minute === null ? NONE : String(minute),
      stoppedSaid: stopped.length === 0 ? words.noneStopped : words.takeBack,
      stopped: stopped.map((identity) => ({ title: personLine(identity), value: identity.code })),
      moreStopped: view.moreStopped ? words.moreStopped : null,
    },
  };
};
