import type { SendTrouble } from "../../src/domain/review/records.ts";
import type { SendingView } from "../../src/use-cases/see-sending.ts";
import type { SendingsView } from "../../src/use-cases/see-sendings.ts";
import { momentInWords } from "../../src/wording/dates.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { cellWords, reviewLabel } from "../../src/wording/reviews.ts";
import { sendingAskWords, sendingReason, sendingWords } from "../../src/wording/sending.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

const titleOf = ({ review }: SendTrouble): string => (review === null ? sendingWords.reminder : reviewLabel(review));

const cellOf = ({ cell }: SendTrouble): string | null => (cell === null ? null : cellWords[cell]);

const nameOf = (id: string | null, reader: Reader): string =>
  (id === null ? undefined : reader.member(id)?.name) ?? sendingWords.someone;

const whatOf = (trouble: SendTrouble, reader: Reader): string =>
  trouble.what === "message"
    ? sendingWords.message(nameOf(trouble.memberId, reader))
    : sendingWords.what[trouble.what](cellOf(trouble));

const whenOf = (at: string, reader: Reader): string => momentInWords(at, reader.today, reader.timeZone);

/** *Envois à vérifier*. */
export const presentSendings = (screen: ScreenOf<"sendings">, view: SendingsView, reader: Reader): Shown => ({
  name: "sendings",
  model: {
    ...topOf(screen, reader),
    count: view.waiting === 0 ? sendingWords.none : sendingWords.count(view.waiting, view.troubles.length),
    items: view.troubles.map((trouble) => ({
      title: sendingWords.line([
        titleOf(trouble),
        whatOf(trouble, reader),
        sendingReason(trouble.reason),
        whenOf(trouble.at, reader),
      ]),
      value: trouble.entry,
    })),
  },
});

const questionOf = (trouble: SendTrouble, reader: Reader): string => {
  if (trouble.review === null)
    return trouble.reason === "unknown"
      ? sendingAskWords.reminderInChat(nameOf(trouble.memberId, reader))
      : sendingAskWords.reminderStuck;
  const label = lowerFirst(titleOf(trouble));
  if (trouble.reason !== "unknown") return sendingAskWords.stuck(label);
  return trouble.what === "message"
    ? sendingAskWords.inChat(label, nameOf(trouble.memberId, reader))
    : sendingAskWords.inChannel(label);
};

const saidOf = (trouble: SendTrouble, asked: boolean, reader: Reader): string[] => {
  const when = whenOf(trouble.at, reader);
  if (trouble.reason !== "unknown")
    return [sendingAskWords.refused(whatOf(trouble, reader), sendingReason(trouble.reason), when)];
  const isMessage = trouble.what === "message";
  const sent = isMessage ? sendingAskWords.sent(when) : sendingAskWords.posted(cellOf(trouble), when);
  return [sent, ...(asked ? [isMessage ? sendingAskWords.askThem : sendingAskWords.lookThere] : [])];
};

const settledOf = ({ trouble, isOver }: SendingView, reader: Reader): string | null => {
  const { settled } = trouble;
  if (settled === null) return isOver ? sendingAskWords.over : null;
  return sendingAskWords.settled[settled.how](nameOf(settled.by, reader), whenOf(settled.at, reader));
};

/** One sending that may not have arrived, or who said what became of it. */
export const presentSending = (screen: ScreenOf<"sendingAsk">, view: SendingView, reader: Reader): Shown => {
  const { trouble, isOver } = view;
  return {
    name: "sending-ask",
    model: {
      ...topOf(screen, reader),
      title: titleOf(trouble),
      said: saidOf(trouble, !isOver, reader),
      ask: isOver
        ? null
        : {
            question: questionOf(trouble, reader),
            again: trouble.what === "message" ? sendingAskWords.sendAgain : sendingAskWords.postAgain,
            data: { entry: trouble.entry },
          },
      settled: settledOf(view, reader),
    },
  };
};
