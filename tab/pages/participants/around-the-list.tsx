/** Around the table of people: how many they are, what went wrong, where nobody is, and the other pages. */
import { Button, makeStyles } from "@fluentui/react-components";
import type { ParticipantsPage } from "../../../src/contracts/participants.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { listWords } from "../../../src/wording/lists-of-people.ts";
import { countedPeople, participantsWords } from "../../../src/wording/tab-participants.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { RouteLink } from "../../app/router.tsx";
import { Message } from "../../ui/message.tsx";
import { Announce, EmptyState } from "../../ui/page.tsx";
import type { People } from "./use-people.ts";

const useStyles = makeStyles({
  pages: { display: "flex", flexWrap: "wrap", gap: "0.5rem", marginTop: "1rem" },
});

export const countWords = (page: ParticipantsPage, typed: string): string => {
  if (typed === "") return countedPeople(page.items.length, page.next !== null || page.previous !== null);
  const count = page.count ?? page.items.length;
  return count === 0 ? listWords.notFound(typed) : countedPeople(count, false);
};

export const Trouble = ({ people }: { readonly people: People }) => {
  if (people.problem === null && !people.stale) return <Announce>{""}</Announce>;
  const problem = people.problem === null ? undefined : tabWords.problems[people.problem];
  const words = problem === undefined ? tabWords.stale : `${problem.title}. ${problem.whatToDo}`;
  return (
    <>
      <Announce>{words}</Announce>
      <Message intent="warning">{words}</Message>
    </>
  );
};

/** Both stay where they are, so that a press that changes the page keeps the focus. */
export const Pages = ({
  page,
  onPage,
}: {
  readonly page: ParticipantsPage;
  readonly onPage: (cursor: string) => void;
}) => {
  const styles = useStyles();
  const { next, previous } = page;
  if (next === null && previous === null) return null;
  const button = (words: string, cursor: string | null) => (
    <Button disabledFocusable={cursor === null} onClick={() => (cursor === null ? undefined : onPage(cursor))}>
      {words}
    </Button>
  );
  return (
    <nav className={styles.pages} aria-label={participantsWords.pages}>
      {button(participantsWords.previous, previous)}
      {button(participantsWords.next, next)}
    </nav>
  );
};

export const Nobody = ({ typed, narrowed, page }: { typed: string; narrowed: boolean; page: ParticipantsPage }) => {
  if (typed !== "")
    return (
      <EmptyState>
        {listWords.notFound(typed)}{" "}
        {page.referents.length > 0 && page.referent !== null ? (
          <RouteLink to={tabAddress("participants", null, { referent: "tous" })}>
            {participantsWords.amongEveryone}
          </RouteLink>
        ) : null}
      </EmptyState>
    );
  if (page.previous !== null) return <EmptyState>{participantsWords.emptied}</EmptyState>;
  return (
    <EmptyState>
      {participantsWords.nobody}
      {narrowed ? "" : ` ${participantsWords.begin}`}
    </EmptyState>
  );
};
