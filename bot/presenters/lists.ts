import type { Identity } from "../../src/domain/participant/identity.ts";
import type { MilestonesPage } from "../../src/use-cases/list-milestones.ts";
import { mayChooseReminders } from "../../src/use-cases/see-reminder-settings.ts";
import type { ParticipantRow, ParticipantsPage } from "../../src/use-cases/list-participants.ts";
import { dueInWords } from "../../src/wording/dates.ts";
import { listWords, milestoneListWords } from "../../src/wording/lists-of-people.ts";
import { lowerFirst } from "../../src/wording/lists.ts";
import { personLine } from "../../src/wording/people.ts";
import { piecesWords } from "../../src/wording/pieces.ts";
import { milestoneWords, shortStatusWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import { countWords } from "./home.ts";
import type { Reader, Shown } from "./shown.ts";
import { readable, topOf } from "./top.ts";

const LONGEST_QUERY = 150;

const carriedBy = (identity: Identity, reader: Reader): readonly string[] => {
  const name = reader.member(identity.referentId)?.name;
  return name === undefined ? [] : [listWords.followedBy(name)];
};

const rowOf = ({ identity, file, due }: ParticipantRow, page: ParticipantsPage, reader: Reader) => {
  const next = due[0];
  const what =
    next === undefined
      ? listWords.nothingDue
      : `${lowerFirst(milestoneWords[next.milestone])} ${lowerFirst(dueInWords(next.on, reader.today))}`;
  const said = [personLine(identity), shortStatusWords[file.status], what];
  return { title: [...said, ...(page.everyone ? carriedBy(identity, reader) : [])].join(" · "), value: identity.code };
};

const countOf = (page: ParticipantsPage): string => {
  const count = page.rows.length;
  if (page.query !== "") {
    const query = readable(page.query, LONGEST_QUERY);
    return count === 0 ? listWords.notFound(query) : listWords.found(count, query);
  }
  if (count === 0) return listWords.empty;
  return page.next === null && page.previous === null ? listWords.page(count) : listWords.pageOfMore(count);
};

/** *Mes participants*. */
export const presentParticipants = (
  screen: ScreenOf<"participants">,
  page: ParticipantsPage,
  reader: Reader,
): Shown => {
  const query = Array.from(page.query)
    .slice(0, LONGEST_QUERY / 2)
    .join("");
  return {
    name: "participants",
    model: {
      ...topOf(screen, reader),
      query,
      shownQuery: query,
      cursor: screen.cursor,
      next: page.next === null ? null : { cursor: page.next },
      previous: page.previous,
      count: countOf(page),
      items: page.rows.map((row) => rowOf(row, page, reader)),
      choice: "",
    },
  };
};

const milestonesCount = (page: MilestonesPage): string => {
  if (page.rows.length === 0) return milestoneListWords.none;
  const late = milestoneListWords.count(countWords(page.late), page.late);
  if (page.next !== null || page.previous !== null) return `${late}, ${milestoneListWords.more}`;
  return `${late}${milestoneListWords.upcoming(Math.max(0, page.rows.length - page.late))}`;
};

/** *Mes échéances*: what is late stands first. */
export const presentMilestones = (screen: ScreenOf<"milestones">, page: MilestonesPage, reader: Reader): Shown => ({
  name: "milestones",
  model: {
    ...topOf(screen, reader),
    cursor: screen.cursor,
    next: page.next === null ? null : { cursor: page.next },
    previous: page.previous,
    count: [milestonesCount(page), ...(page.incomplete === 0 ? [] : [piecesWords.count(page.incomplete)])].join("\n\n"),
    items: page.rows.flatMap(({ identity, summary }) =>
      summary.due.slice(0, 1).map(({ milestone, on }) => ({
        title: [
          dueInWords(on, reader.today),
          milestoneWords[milestone],
          personLine(identity),
          ...(page.everyone ? carriedBy(identity, reader) : []),
        ].join(" · "),
        value: identity.code,
      })),
    ),
    choice: "",
    reminds: mayChooseReminders(reader.actor),
  },
});
