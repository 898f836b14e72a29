/** The list: what is searched, what narrows it, a page of people, and the way to the others. */
import { Button, makeStyles, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import type { ParticipantsFilters, ParticipantsPage } from "../../../src/contracts/participants.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { listWords } from "../../../src/wording/lists-of-people.ts";
import { countedPeople, participantsWords } from "../../../src/wording/tab-participants.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { ProblemPage } from "../../app/problem-page.tsx";
import { goTo, RouteLink } from "../../app/router.tsx";
import type { Credentials } from "../../app/server.ts";
import { useSession, type Session } from "../../app/session.tsx";
import { Announce, EmptyState, Page } from "../../ui/page.tsx";
import { Filters } from "./filters.tsx";
import { changedAddress, cursorIn, filtersIn, type Change } from "./narrowing.ts";
import { PeopleTable } from "./people-table.tsx";
import { SearchBox } from "./search-box.tsx";
import { isNarrowed, ShownSentence, shownWords } from "./shown.tsx";
import { usePeople, type People as PeopleRead } from "./use-people.ts";

const useStyles = makeStyles({
  tools: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "0.75rem", marginBottom: "1rem" },
  pages: { display: "flex", flexWrap: "wrap", gap: "0.5rem", marginTop: "1rem" },
});

/** What was typed last, while the window lives: one comes back from a person to the same answers. */
const kept = new WeakMap<Credentials, string>();

const useTyped = ({ credentials }: Session) => {
  const [typed, setTyped] = useState(() => kept.get(credentials) ?? "");
  const [cursor, setCursor] = useState<string | null>(null);
  const type = (next: string): void => {
    kept.set(credentials, next);
    setTyped(next);
    setCursor(null);
  };
  return { typed, type, cursor, setCursor };
};

const countWords = (page: ParticipantsPage, typed: string): string => {
  if (typed === "") return countedPeople(page.items.length, page.next !== null || page.previous !== null);
  const count = page.count ?? page.items.length;
  return count === 0 ? listWords.notFound(typed) : countedPeople(count, false);
};

const Trouble = ({ people }: { readonly people: PeopleRead }) => {
  if (people.problem === null && !people.stale) return <Announce>{""}</Announce>;
  const problem = people.problem === null ? undefined : tabWords.problems[people.problem];
  const words = problem === undefined ? tabWords.stale : `${problem.title}. ${problem.whatToDo}`;
  return (
    <>
      <Announce>{words}</Announce>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words}</MessageBarBody>
      </MessageBar>
    </>
  );
};

/** Both stay where they are, so that a press that changes the page keeps the focus. */
const Pages = ({ page, onPage }: { readonly page: ParticipantsPage; readonly onPage: (cursor: string) => void }) => {
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

const Nobody = ({ typed, narrowed, page }: { typed: string; narrowed: boolean; page: ParticipantsPage }) => {
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

const Narrowed = ({ filters, query }: { readonly filters: ParticipantsFilters; readonly query: URLSearchParams }) => {
  const styles = useStyles();
  const { typed, type, cursor, setCursor } = useTyped(useSession());
  const searched = typed.trim();
  const people = usePeople(filters, searched === "" ? cursorIn(query) : cursor, typed);
  const { page } = people;
  const change = (what: Change): void => {
    setCursor(null);
    goTo(changedAddress(query, what), { replace: true });
  };
  const onType = (next: string): void => {
    type(next);
    goTo(changedAddress(query, {}), { replace: true });
  };
  const onPage = (to: string): void => (searched === "" ? goTo(changedAddress(query, { page: to })) : setCursor(to));
  if (people.problem !== null && page === undefined && searched === "")
    return <ProblemPage problem={people.problem} again={people.again} />;
  const caption = page === undefined ? tabWords.pages.participants : shownWords(filters, page);
  return (
    <Page title={tabWords.pages.participants}>
      <div className={styles.tools}>
        <SearchBox typed={typed} onType={onType} />
        {page === undefined || page.behind !== null ? null : (
          <Filters filters={filters} page={page} searching={searched !== ""} onChange={change} />
        )}
      </div>
      <Trouble people={people} />
      <Announce>{page === undefined || !people.current ? "" : `${caption} : ${countWords(page, searched)}`}</Announce>
      {page === undefined ? (
        people.problem === null && <Spinner label={tabWords.loading} />
      ) : (
        <div aria-busy={!people.current}>
          <ShownSentence filters={filters} page={page} words={caption} count={countWords(page, searched)} />
          {page.partial ? <p>{participantsWords.partial}</p> : null}
          {page.items.length === 0 ? (
            <Nobody typed={searched} narrowed={isNarrowed(filters)} page={page} />
          ) : (
            <PeopleTable page={page} caption={caption} />
          )}
          <Pages page={page} onPage={onPage} />
        </div>
      )}
    </Page>
  );
};

export const People = ({ query }: { readonly query: URLSearchParams }) => {
  const filters = filtersIn(query);
  if (filters === undefined) return <ProblemPage problem="invalid" again={() => goTo(tabAddress("participants"))} />;
  return <Narrowed filters={filters} query={query} />;
};
