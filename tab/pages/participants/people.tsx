/** The list: what is searched, what narrows it, a page of people, and the way to the others. */
import { makeStyles, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import type { ParticipantsFilters, ParticipantsPage } from "../../../src/contracts/participants.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { participantsWords } from "../../../src/wording/tab-participants.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { ProblemPage } from "../../app/problem-page.tsx";
import { goTo } from "../../app/router.tsx";
import type { Credentials } from "../../app/server.ts";
import { useSession, type Session } from "../../app/session.tsx";
import { Announce, Page } from "../../ui/page.tsx";
import { countWords, Nobody, Pages, Trouble } from "./around-the-list.tsx";
import { Filters } from "./filters.tsx";
import { changedAddress, cursorIn, filtersIn, type Change } from "./narrowing.ts";
import { PeopleTable } from "./people-table.tsx";
import { SearchBox } from "./search-box.tsx";
import { isNarrowed, ShownSentence, shownWords } from "./shown.tsx";
import { usePeople } from "./use-people.ts";

const useStyles = makeStyles({
  tools: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "0.75rem", marginBottom: "1rem" },
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

interface Asked {
  readonly filters: ParticipantsFilters;
  readonly query: URLSearchParams;
}

/** Where the list stands: in the address, but for what is searched. */
const useAsked = ({ query }: Asked) => {
  const { typed, type, cursor, setCursor } = useTyped(useSession());
  const searched = typed.trim();
  return {
    ...{ typed, searched, cursor: searched === "" ? cursorIn(query) : cursor },
    onType: (next: string): void => {
      type(next);
      goTo(changedAddress(query, {}), { replace: true });
    },
    onChange: (change: Change): void => {
      setCursor(null);
      goTo(changedAddress(query, change), { replace: true });
    },
    onPage: (to: string): void => (searched === "" ? goTo(changedAddress(query, { page: to })) : setCursor(to)),
  };
};

/** `current` false: what is shown is what was asked before, while the next comes. */
const Shown = ({
  filters,
  page,
  searched,
  current,
  onPage,
}: {
  readonly filters: ParticipantsFilters;
  readonly page: ParticipantsPage;
  readonly searched: string;
  readonly current: boolean;
  readonly onPage: (cursor: string) => void;
}) => {
  const words = shownWords(filters, page);
  const count = countWords(page, searched);
  return (
    <>
      <Announce>{current ? `${words} : ${count}` : ""}</Announce>
      <div aria-busy={!current}>
        <ShownSentence filters={filters} page={page} words={words} count={count} />
        {page.partial ? <p>{participantsWords.partial}</p> : null}
        {page.items.length === 0 ? (
          <Nobody typed={searched} narrowed={isNarrowed(filters)} page={page} />
        ) : (
          <PeopleTable page={page} caption={words} />
        )}
        <Pages page={page} onPage={onPage} />
      </div>
    </>
  );
};

const Narrowed = (asked: Asked) => {
  const styles = useStyles();
  const { filters } = asked;
  const { typed, searched, cursor, onType, onChange, onPage } = useAsked(asked);
  const people = usePeople(filters, cursor, searched);
  const { page, problem, current } = people;
  if (problem !== null && page === undefined && searched === "")
    return <ProblemPage problem={problem} again={people.again} />;
  return (
    <Page title={tabWords.pages.participants}>
      <div className={styles.tools}>
        <SearchBox typed={typed} onType={onType} />
        {page === undefined || page.behind !== null ? null : (
          <Filters filters={filters} page={page} searching={searched !== ""} onChange={onChange} />
        )}
      </div>
      <Trouble people={people} />
      {page === undefined && problem === null ? <Spinner label={tabWords.loading} /> : null}
      {page === undefined ? null : <Shown {...{ filters, page, searched, current, onPage }} />}
    </Page>
  );
};

export const People = ({ query }: { readonly query: URLSearchParams }) => {
  const filters = filtersIn(query);
  if (filters === undefined) return <ProblemPage problem="invalid" again={() => goTo(tabAddress("participants"))} />;
  return <Narrowed filters={filters} query={query} />;
};
