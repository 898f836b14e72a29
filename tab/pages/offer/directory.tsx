/** The directory: what is chosen and typed narrows it, and each service says how it stands, since when, and how to reach it. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { DOMAINS } from "../../../src/contracts/codes.ts";
import {
  OFFER_ROLES,
  STANDINGS,
  type OfferOverview,
  type OfferPage,
  type OfferSearch,
} from "../../../src/contracts/offer.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords, dayOfInstant } from "../../../src/wording/dates.ts";
import { serviceWords } from "../../../src/wording/services.ts";
import { offerRoleWords, offerWords, standingWords } from "../../../src/wording/tab-offer.ts";
import { goTo, usePlace } from "../../app/router.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Announce, EmptyState, Section } from "../../ui/page.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { Service } from "./service.tsx";
import { useFound } from "./use-found.ts";

const useStyles = makeStyles({
  search: { gridTemplateColumns: "minmax(0, 1fr)" },
  typed: { width: "100%", minWidth: 0 },
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 14rem), 1fr))",
    gap: "0.75rem 1rem",
    alignItems: "end",
    marginBlock: "0.75rem",
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "0.75rem" },
  pages: { display: "flex", flexWrap: "wrap", gap: "0.5rem 1rem", alignItems: "center", marginTop: "1rem" },
});

const oneOf = <V extends string>(known: readonly V[], said: string | null): V | null =>
  known.find((value) => value === said) ?? null;

/** Codes stand in the address; words and places stay in the page. */
const chosenIn = (query: URLSearchParams): Pick<OfferSearch, "domain" | "role" | "standing"> => ({
  domain: oneOf(DOMAINS, query.get("domaine")),
  role: oneOf(OFFER_ROLES, query.get("role")),
  standing: oneOf(STANDINGS, query.get("etat")),
});

type Typed = Pick<OfferSearch, "commune" | "words" | "page">;

const useSearch = () => {
  const place = usePlace();
  const [typed, setTyped] = useState<Typed>({ commune: null, words: "", page: 0 });
  const search: OfferSearch = { ...chosenIn(place?.query ?? new URLSearchParams()), ...typed };
  const type = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, page: 0, ...change }));
  const choose = (name: "domaine" | "role" | "etat", value: string): void => {
    const query = new URLSearchParams(place?.query);
    if (value === "") query.delete(name);
    else query.set(name, value);
    setTyped((before) => ({ ...before, page: 0 }));
    goTo(tabAddress("offre", null, Object.fromEntries(query)), { replace: true });
  };
  return { search, type, choose };
};
type Search = ReturnType<typeof useSearch>;

const optionsOf = <V extends string>(any: string, known: readonly V[], words: (value: V) => string) => [
  { value: "", label: any },
  ...known.map((value) => ({ value, label: words(value) })),
];

const Filters = ({
  search: { search, type, choose },
  offer,
  communes,
}: {
  readonly search: Search;
  readonly offer: OfferOverview;
  readonly communes: readonly string[];
}) => {
  const styles = useStyles();
  const domains = [
    { value: "", label: offerWords.anyDomain },
    ...offer.domains.map(({ id, label }) => ({ value: id, label })),
  ];
  const roles = optionsOf(offerWords.anyRole, OFFER_ROLES, (role) => offerRoleWords[role]);
  const standings = optionsOf(offerWords.anyStanding, STANDINGS, (standing) => standingWords[standing]);
  const here = search.commune === null || communes.includes(search.commune) ? communes : [search.commune, ...communes];
  const places = optionsOf(offerWords.anyCommune, here, (commune) => commune);
  return (
    <search aria-label={offerWords.narrow}>
      <Field className={styles.search} label={offerWords.search} hint={offerWords.searchHint}>
        <Input
          className={styles.typed}
          input={{ className: styles.typed }}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={search.words}
          onChange={(_event, { value }) => type({ words: value })}
        />
      </Field>
      <div className={styles.filters}>
        <Choice
          label={offerWords.domain}
          options={domains}
          value={search.domain ?? ""}
          onChange={(value) => choose("domaine", value)}
        />
        <Choice
          label={offerWords.role}
          options={roles}
          value={search.role ?? ""}
          onChange={(value) => choose("role", value)}
        />
        <Choice
          label={offerWords.standing}
          options={standings}
          value={search.standing ?? ""}
          onChange={(value) => choose("etat", value)}
        />
        <Choice
          label={offerWords.commune}
          options={places}
          value={search.commune ?? ""}
          onChange={(value) => type({ commune: value === "" ? null : value })}
        />
      </div>
    </search>
  );
};

const Pages = ({ page, pages, go }: Pick<OfferPage, "page" | "pages"> & { readonly go: (page: number) => void }) => {
  const styles = useStyles();
  if (pages < 2) return null;
  const button = (words: string, to: number) => (
    <Button disabledFocusable={to < 0 || to >= pages} onClick={() => (to < 0 || to >= pages ? undefined : go(to))}>
      {words}
    </Button>
  );
  return (
    <nav className={styles.pages} aria-label={offerWords.pages}>
      {button(offerWords.previous, page - 1)}
      <span>{offerWords.where(page, pages)}</span>
      {button(offerWords.next, page + 1)}
    </nav>
  );
};

const Head = ({ offer }: { readonly offer: OfferOverview }) => {
  const { directory, timeZone } = offer;
  if (directory === null) return <EmptyState>{serviceWords.noDirectory}</EmptyState>;
  const since = dayInWords(dayOfInstant(directory.at, timeZone));
  return (
    <>
      <p>{offerWords.directory(directory.number, directory.services, directory.structures, since)}</p>
      {directory.fictional ? <p>{serviceWords.fictional}</p> : null}
    </>
  );
};

export const Directory = ({ offer, again }: { readonly offer: OfferOverview; readonly again: () => void }) => {
  const styles = useStyles();
  const search = useSearch();
  const found = useFound(search.search, offer.mark);
  const { page } = found;
  const words = page === null || found.coming ? "" : page.count === 0 ? offerWords.none : offerWords.found(page.count);
  return (
    <Section title={serviceWords.chooseTitle}>
      <Head offer={offer} />
      {offer.directory === null ? null : (
        <>
          <Filters search={search} offer={offer} communes={page?.communes ?? []} />
          {found.problem === null ? null : <Trouble problem={found.problem} again={found.again} />}
          <Announce>{words}</Announce>
          {page === null && found.problem === null ? <Loading /> : null}
          {page === null ? null : (
            <div aria-busy={found.coming}>
              <p>{page.count === 0 ? offerWords.none : offerWords.found(page.count)}</p>
              <ul className={styles.list}>
                {page.items.map((service) => (
                  <li key={service.id}>
                    <Service service={service} offer={offer} said={again} />
                  </li>
                ))}
              </ul>
              <Pages page={page.page} pages={page.pages} go={(to) => search.type({ page: to })} />
            </div>
          )}
        </>
      )}
    </Section>
  );
};
