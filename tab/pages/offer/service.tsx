/** One service: how it stands and since when, what it answers, how to reach it, and what was said of it. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { OfferOverview, OfferService, Standing } from "../../../src/contracts/offer.ts";
import { dayInWords, dayOfInstant } from "../../../src/wording/dates.ts";
import { enumerated, upperFirst } from "../../../src/wording/lists.ts";
import { saidWords, serviceWords } from "../../../src/wording/services.ts";
import { offerRoleWords, offerWords, standingWords } from "../../../src/wording/tab-offer.ts";
import { themeInWords } from "../../../src/wording/themes.ts";
import { Badge, Panel, type Tone } from "../../ui/page.tsx";
import { SayOfService } from "./say-of-service.tsx";

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", gap: "0.25rem 0.75rem", alignItems: "center" },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: 1.3, fontWeight: tokens.fontWeightSemibold },
  line: { marginBlock: "0.25rem" },
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(7rem, max-content) minmax(0, 1fr)",
    gap: "0.25rem 0.75rem",
    marginBlock: "0.5rem",
    "@media (max-width: 30rem)": { gridTemplateColumns: "minmax(0, 1fr)", gap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  said: { margin: 0, "@media (max-width: 30rem)": { marginBottom: "0.375rem" } },
});

const TONES: Readonly<Record<Standing, Tone>> = {
  taking: "good",
  full: "warning",
  unreachable: "late",
  closed: "neutral",
};

const knownFrom = ({ confirmed, own, source, updatedOn }: OfferService): string =>
  confirmed === null
    ? offerWords.fromFile(own, source, updatedOn === null ? null : dayInWords(updatedOn))
    : offerWords.confirmed(dayInWords(confirmed.on), confirmed.by, confirmed.said);

type Fact = readonly [string, ReactNode];

const modesOf = (modes: readonly string[]): string => {
  const words: Readonly<Record<string, string>> = serviceWords.modes;
  return enumerated(modes.flatMap((mode) => words[mode] ?? []));
};

const contactFacts = ({ contact }: OfferService): readonly Fact[] => {
  const how = [modesOf(contact.modes), contact.precisions, contact.howTo].filter(
    (part) => part !== null && part !== "",
  );
  const facts: readonly (Fact | null)[] = [
    contact.phone === null
      ? null
      : [
          offerWords.phone,
          <Link inline href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>
            {contact.phone}
          </Link>,
        ],
    contact.email === null
      ? null
      : [
          offerWords.email,
          <Link inline href={`mailto:${contact.email}`}>
            {contact.email}
          </Link>,
        ],
    contact.link === null
      ? null
      : [
          offerWords.link,
          <Link inline href={contact.link} target="_blank" rel="noreferrer">
            {offerWords.openLink}
          </Link>,
        ],
    contact.known === null && contact.person === null ? null : [offerWords.person, contact.known ?? contact.person],
    how.length === 0 ? null : [offerWords.how, how.map((part) => upperFirst(part ?? "")).join(". ")],
  ];
  const known = facts.filter((fact) => fact !== null);
  return known.length === 0 ? [[serviceWords.call, offerWords.noContact]] : known;
};

const factsOf = (service: OfferService): readonly Fact[] => [
  [offerWords.places, service.places === null ? offerWords.notKnown : serviceWords.places(service.places)],
  [offerWords.waitingTime, serviceWords.delay(service.waitingDays) ?? offerWords.notKnown],
  [offerWords.known, knownFrom(service)],
  ...(service.themes.length === 0 ? [] : [[offerWords.answers, service.themes.map(themeInWords).join(" ; ")] as const]),
  ...contactFacts(service),
];

const Facts = ({ service }: { readonly service: OfferService }) => {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {factsOf(service).map(([term, said]) => [
        <dt key={`${term}?`} className={styles.term}>
          {term}
        </dt>,
        <dd key={term} className={styles.said}>
          {said}
        </dd>,
      ])}
    </dl>
  );
};

export const Service = ({
  service,
  offer,
  said,
}: {
  readonly service: OfferService;
  readonly offer: OfferOverview;
  /** Something was said of it: what is around is read again. */
  readonly said: () => void;
}) => {
  const styles = useStyles();
  const dayOf = (at: string): string => dayInWords(dayOfInstant(at, offer.timeZone));
  const accompaniment = service.role === "lead" ? service.accompaniment : null;
  return (
    <Panel>
      <div className={styles.head}>
        <h3 className={styles.name}>{service.name}</h3>
        <Badge tone={TONES[service.standing]}>{standingWords[service.standing]}</Badge>
      </div>
      <p className={styles.line}>{offerWords.structure(service.structure, service.commune)}</p>
      <p className={styles.line}>{offerWords.roleLine(offerRoleWords[service.role], accompaniment)}</p>
      {service.open ? null : <p className={styles.line}>{offerWords.closed}</p>}
      <Facts service={service} />
      {service.waiting.map(({ id, what, weeks, by, at }) => (
        <p key={id} className={styles.line}>
          {offerWords.waiting(saidWords(what, weeks), dayOf(at), by)}
        </p>
      ))}
      {offer.maySay && service.open ? <SayOfService service={service} said={said} /> : null}
    </Panel>
  );
};
