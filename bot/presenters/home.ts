import { COUNTED_AT_MOST, type DueRow } from "../../src/use-cases/list-milestones.ts";
import type { HomeView } from "../../src/use-cases/see-home.ts";
import { dueInWords } from "../../src/wording/dates.ts";
import { helpWords } from "../../src/wording/help.ts";
import { homeWords } from "../../src/wording/lists-of-people.ts";
import { enumerated, upperFirst } from "../../src/wording/lists.ts";
import { firstNameOf, personLine } from "../../src/wording/people.ts";
import { rolesInWords } from "../../src/wording/roles.ts";
import { milestoneWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

/** Beyond what is counted, « plus de ». */
export const countWords = (count: number): string =>
  count >= COUNTED_AT_MOST ? homeWords.moreThan(COUNTED_AT_MOST) : String(count);

const nextOf = ({ identity, summary }: DueRow, today: string) =>
  summary.due.slice(0, 1).map(({ milestone, on }) => ({
    when: dueInWords(on, today),
    what: `${milestoneWords[milestone]} · ${personLine(identity)}`,
  }));

/** *Accueil*. */
export const presentHome = (screen: ScreenOf<"home">, view: HomeView, reader: Reader): Shown => {
  const { waiting } = view;
  const next = view.next.flatMap((row) => nextOf(row, reader.today)).slice(0, 5);
  return {
    name: "home",
    model: {
      ...topOf(screen, reader),
      greeting: homeWords.greeting(firstNameOf(view.actor.name)),
      identity: `${upperFirst(rolesInWords(view.actor.roles))} · ${view.plieName}`,
      waiting:
        waiting === null || Object.values(waiting).every((count) => count === 0)
          ? []
          : [
              { label: homeWords.toReceive, count: countWords(waiting.toReceive) },
              { label: homeWords.diagnostics, count: countWords(waiting.diagnostics) },
              { label: homeWords.late, count: countWords(waiting.late) },
            ],
      next,
      nextEmpty: next.length > 0 ? null : waiting === null ? homeWords.noList : homeWords.nothingDue,
    },
  };
};

/** *Aide*. */
export const presentHelp = (screen: ScreenOf<"help">, reader: Reader): Shown => ({
  name: "help",
  model: {
    ...topOf(screen, reader),
    intro: helpWords.intro,
    commands: [...helpWords.commands, ...(reader.playedByName === null ? [] : [helpWords.localCommand])],
    contact: reader.contacts.length === 0 ? null : helpWords.contact(enumerated(reader.contacts, "ou")),
  },
});
