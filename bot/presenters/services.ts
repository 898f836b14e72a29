/** *Services*: what exists for a domain, in the words of the trade. What comes from outside is cut, so that six services always fit a card. */
import { z } from "zod";
import { type DomainId, type Framework } from "../../src/domain/framework/schema.ts";
import { NOTE_KINDS } from "../../src/domain/offer/records.ts";
import { noteFrom } from "../../src/domain/offer/notes.ts";
import type { Contact } from "../../src/domain/offer/offer-of.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { ServiceLine, ServicesView } from "../../src/use-cases/see-services.ts";
import { dayOfInstant, shortDay } from "../../src/wording/dates.ts";
import { upperFirst } from "../../src/wording/lists.ts";
import { personLine } from "../../src/wording/people.ts";
import { conditionInWords } from "../../src/wording/conditions.ts";
import { contactLine } from "../../src/wording/lead-services.ts";
import { noteKindWords, noteWords, saidWords, serviceWords } from "../../src/wording/services.ts";
import { themeInWords } from "../../src/wording/themes.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, labelOf, topOf } from "./top.ts";

/** How much of each text from outside is shown. */
const SHOWN = { name: 110, where: 130, text: 170, facts: 230, contact: 190, choice: 90 } as const;
export const cut = (text: string, atMost: number): string => {
  const letters = Array.from(text.replace(/\s+/gu, " ").trim());
  return letters.length <= atMost
    ? letters.join("")
    : `${letters
        .slice(0, atMost - 1)
        .join("")
        .trimEnd()}…`;
};

const text = z.string().nullish().catch(null);
/** What only people read of a record. */
const record = z.object({
  description: text,
  frais: text,
  frais_precisions: text,
  publics: z.array(z.string()).nullish().catch(null),
  publics_precisions: text,
  conditions_acces: text,
  mobilisable_par: z.array(z.string()).nullish().catch(null),
});
type Record_ = z.infer<typeof record>;

const FICTIONAL = /\s*\(ficti(?:f|ve|fs|ves)\)$/iu;
export const nameOf = (name: string, fictional: boolean): string => (fictional ? name.replace(FICTIONAL, "") : name);

const placesOf = ({ offer }: ServiceLine): { text: string; tone: "good" | "warning" | "attention" } | null => {
  const { places, waitingDays, reachable } = offer;
  if (!reachable) return { text: serviceWords.unreachable, tone: "attention" };
  const said = [
    ...(places === null ? [] : [places === 0 ? serviceWords.full : serviceWords.places(places)]),
    ...(waitingDays === null ? [] : [serviceWords.delay(waitingDays) ?? ""]),
  ].join(", ");
  if (said === "") return null;
  return { text: said.charAt(0).toUpperCase() + said.slice(1), tone: places === 0 ? "attention" : "good" };
};

const stateOf = (line: ServiceLine, today: string) => {
  const places = placesOf(line);
  if (line.confirmedOn === null) return places;
  const { text: said, tone } = places ?? { text: serviceWords.open, tone: "good" as const };
  return { text: serviceWords.confirmedOn(said, shortDay(line.confirmedOn, today)), tone };
};

const WAITING_SHOWN = 2;
const waitingOf = ({ waiting }: ServiceLine, reader: Reader): string[] => {
  const said = waiting.map(({ what, weeks, at }) =>
    serviceWords.waiting(saidWords(what, weeks), shortDay(dayOfInstant(at, reader.timeZone), reader.today)),
  );
  return [...new Set(said)].slice(0, WAITING_SHOWN);
};

const takenOf = ({ forPerson }: ServiceLine) => {
  if (forPerson === null || forPerson.eligibility === "eligible") return null;
  const conditions = forPerson.conditions.map(conditionInWords);
  const { eligibility } = forPerson;
  const said = { toVerify: serviceWords.toVerify, soon: serviceWords.soon, excluded: serviceWords.excluded }[
    eligibility
  ];
  return {
    text: cut(said(conditions), SHOWN.facts),
    tone: eligibility === "excluded" ? "default" : "warning",
  } as const;
};

const SITUATIONS_SHOWN = 3;
/** The situations that the PLIE says it works on, else its themes in this domain. */
const answersOf = ({ offer }: ServiceLine, domain: DomainId, framework: Framework): string => {
  const of = framework.domains.find(({ id }) => id === domain);
  const worked = offer.works.find((entry) => entry.domain === domain);
  if (worked !== undefined && worked.situations.length === 0) return serviceWords.allSituations;
  const situations = (of?.situations ?? []).filter(({ id }) => worked?.situations.includes(id) === true);
  const themes = new Set([...(of?.themes ?? []), ...(of?.situations ?? []).flatMap((entry) => entry.themes)]);
  const said =
    situations.length > 0
      ? situations.map(({ label }) => label)
      : offer.themes.filter((theme) => [...themes].some((known) => known === theme)).map(themeInWords);
  return serviceWords.more(said, SITUATIONS_SHOWN);
};

/** Up to which level the PLIE says that it works; nothing where it is not said, or where it is every level. */
const upToOf = ({ offer }: ServiceLine, domain: DomainId, framework: Framework): string => {
  const upTo = offer.works.find((entry) => entry.domain === domain)?.upTo;
  return upTo === undefined || upTo >= framework.levels.length - 1
    ? ""
    : serviceWords.upToLevel(framework.levels[upTo] ?? String(upTo));
};

const EVERYONE = "tous-publics";
const forWhomOf = ({ publics, publics_precisions: precisions }: Record_): string =>
  [serviceWords.publics((publics ?? []).filter((who) => who !== EVERYONE)), precisions ?? ""]
    .filter((part) => part !== "")
    .join(" · ");

const conditionsOf = ({ offer }: ServiceLine, read: Record_): string =>
  [
    ...offer.conditions.map(({ label }) => label),
    ...(read.conditions_acces == null ? [] : [read.conditions_acces]),
    ...(read.frais === "payant" ? [read.frais_precisions ?? serviceWords.paying] : []),
  ].join(" ; ");

const howOf = ({ howTo, precisions, modes }: Contact, { mobilisable_par: by }: Record_): string => {
  const way = howTo ?? precisions ?? modes.map((mode) => serviceWords.modes[mode]).join(", ");
  const professionals = by?.length === 1 && by[0] === "professionnels";
  return [way, ...(professionals && howTo === null ? [serviceWords.byProfessionals] : [])]
    .filter((part) => part !== "")
    .join(" · ");
};

const factsOf = (line: ServiceLine, read: Record_, domain: DomainId, { framework }: Reader) => {
  const answers = answersOf(line, domain, framework);
  const facts: readonly (readonly [string, string, number])[] = [
    [serviceWords.answers, `${cut(answers, SHOWN.text)}${upToOf(line, domain, framework)}`, SHOWN.facts],
    [serviceWords.forWhom, upperFirst(forWhomOf(read)), SHOWN.text],
    [serviceWords.conditions, upperFirst(conditionsOf(line, read)), SHOWN.facts],
    [serviceWords.call, contactLine(line.contact), SHOWN.contact],
    [serviceWords.how, howOf(line.contact, read), SHOWN.facts],
  ];
  return facts.flatMap(([title, value, atMost]) => (value === "" ? [] : [{ title, value: cut(value, atMost) }]));
};

/** Of a service that does not take the person, only that is said. */
const itemOf = (line: ServiceLine, domain: DomainId, fictional: boolean, reader: Reader) => {
  const read = record.parse(line.record);
  const useful = line.forPerson?.eligibility !== "excluded";
  const place = serviceWords.place(line.commune, line.forPerson?.metres ?? null, line.offer.remote);
  return {
    name: cut(nameOf(line.offer.name, fictional), SHOWN.name),
    where: cut(serviceWords.at(nameOf(line.offer.structure, fictional), place), SHOWN.where),
    state: useful ? stateOf(line, reader.today) : null,
    waiting: useful ? waitingOf(line, reader) : [],
    taken: takenOf(line),
    does: useful && read.description != null ? cut(read.description, SHOWN.text) : null,
    facts: useful ? factsOf(line, read, domain, reader) : [],
  };
};

const personOf = (person: Identity | null, reader: Reader): string | null => {
  if (person === null) return null;
  const commune = reader.plie.communes.find(({ insee }) => insee === person.commune)?.name ?? null;
  return serviceWords.forPerson(personLine(person), commune);
};

type OfKind<K extends ServicesView["kind"]> = Extract<ServicesView, { kind: K }>;

const presentDomains = (screen: ScreenOf<"services">, view: OfKind<"domains">, reader: Reader): Shown => ({
  name: "service-domains",
  model: {
    ...topOf(screen, reader),
    person: personOf(view.person, reader),
    intro: view.counts.every(({ count }) => count === 0) ? serviceWords.noDirectory : serviceWords.choose,
    fictional: view.fictional ? serviceWords.fictional : null,
    items: view.counts.map(({ domain, count }) => ({
      title: serviceWords.domainLine(labelOf(reader.framework, domain), count),
      value: domain,
    })),
    of: { code: screen.code },
    sheet: screen.code === null ? null : { code: screen.code },
  },
});

const noteOf = (screen: ScreenOf<"services">, view: OfKind<"services">) => {
  if (!view.maySay || view.lines.length === 0) return null;
  const here = view.lines.some(({ offer }) => offer.id === screen.service);
  return {
    services: view.lines.map((line) => ({
      title: cut(nameOf(line.offer.name, view.fictional), SHOWN.choice),
      value: line.offer.id,
    })),
    kinds: choicesOf(noteKindWords, NOTE_KINDS),
    service: here ? screen.service : "",
    what: screen.what,
    weeks: screen.weeks,
    data: { domain: view.domain, code: screen.code, page: view.page },
  };
};

const countOf = (view: OfKind<"services">): string | null => {
  if (view.count === 0) return null;
  const count = serviceWords.count(view.count, view.page, view.pages);
  return view.person === null || view.count < 2 ? count : `${count}. ${serviceWords.sortedFor}.`;
};

const presentList = (screen: ScreenOf<"services">, view: OfKind<"services">, reader: Reader): Shown => {
  const { domain, page, pages } = view;
  const to = (other: number) => ({ domain, code: screen.code, page: other });
  return {
    name: "services",
    model: {
      ...topOf(screen, reader),
      title: serviceWords.title(labelOf(reader.framework, domain)),
      person: personOf(view.person, reader),
      count: countOf(view),
      fictional: view.fictional && view.count > 0 ? serviceWords.fictional : null,
      empty: view.count === 0 ? serviceWords.none : null,
      items: view.lines.map((line) => itemOf(line, domain, view.fictional, reader)),
      note: noteOf(screen, view),
      problems: screen.notice === "toMend" ? noteWords.problem(noteFrom(screen).problems) : {},
      next: page + 1 < pages ? to(page + 1) : null,
      previous: page > 0 ? to(page - 1) : null,
      otherDomain: { domain: "", code: screen.code },
      sheet: screen.code === null ? null : { code: screen.code },
    },
  };
};

/** A page of what exists for a domain, or the domains to choose from. */
export const presentServices = (screen: ScreenOf<"services">, view: ServicesView, reader: Reader): Shown =>
  view.kind === "domains" ? presentDomains(screen, view, reader) : presentList(screen, view, reader);
