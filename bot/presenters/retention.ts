/** What the chat says of the end of files: how many wait, never whose. */
import type { RetentionSeen } from "../../src/use-cases/see-retention.ts";
import { retentionWords as words } from "../../src/wording/retention.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { bannerOf, buttons, topOf } from "./top.ts";

/** *Conservation*. */
export const presentRetention = (screen: ScreenOf<"retention">, seen: RetentionSeen, reader: Reader): Shown => {
  const { last, archived } = seen;
  const waiting = last?.list.lines.filter(({ settled }) => settled === null).length ?? 0;
  return {
    name: "retention",
    model: {
      ...topOf(screen, reader),
      lines: [
        last === null ? words.noList : words.waiting(last.list.month, waiting),
        words.human,
        ...(archived.length === 0 ? [] : [words.archived(archived.length)]),
      ],
      url: reader.retentionUrl,
    },
  };
};

/** A card about a file that was archived or erased. */
export const presentFileClosed = (_screen: ScreenOf<"fileClosed">, reader: Reader): Shown => ({
  name: "done",
  model: {
    banner: bannerOf(reader),
    notice: null,
    text: words.fileClosed,
    buttons: [buttons.participants, buttons.home],
  },
});
