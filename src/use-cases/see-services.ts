import { z } from "zod";
import { maySayOfOffer, maySeeCase, type Actor } from "../domain/people/actor.ts";
import { domainId, type DomainId } from "../domain/framework/schema.ts";
import type { OfferNote, StoredService } from "../domain/offer/records.ts";
import type { ServiceSheet } from "../domain/offer/offer-of.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Eligibility } from "../domain/suggestion/condition.ts";
import { metresBetween } from "../domain/suggestion/distance.ts";
import { explainOffer, situationOf } from "../domain/suggestion/eligibility.ts";
import { leadInputsOf } from "../domain/suggestion/inputs.ts";
import { countByDomain, readHead, readService, servicesByDomain } from "./parts/directory.ts";
import { notesOn } from "./parts/offer-notes.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({
  domain: domainId.nullable(),
  /** The person whom the services are for: read by those who read the case. */
  code: participantCode.nullable(),
  page: z.number().int().min(0),
});
type Input = z.infer<typeof input>;

interface Person {
  readonly file: CaseFile;
  readonly identity: Identity;
}
type Loaded = Person | null;

/** A service for one person: whether it takes them, by which stated conditions, and how far it is. */
export interface ForPerson {
  readonly eligibility: Eligibility;
  readonly conditions: readonly string[];
  /** Null: at a distance, or not known. */
  readonly metres: number | null;
}
export interface ServiceLine extends ServiceSheet {
  /** The data·inclusion record, as received. */
  readonly record: StoredService["record"];
  /** Null where nobody is named. */
  readonly forPerson: ForPerson | null;
  /** The day on which places, delay or reach were last confirmed; null: known from the file alone. */
  readonly confirmedOn: string | null;
  /** Said and not confirmed yet: it changes nothing. */
  readonly waiting: readonly OfferNote[];
}

interface Base {
  readonly person: Identity | null;
  /** The PLIE's file says that its services are fictional. */
  readonly fictional: boolean;
  readonly maySay: boolean;
}
export type ServicesView = Base &
  (
    | { readonly kind: "domains"; readonly counts: readonly { readonly domain: DomainId; readonly count: number }[] }
    | {
        readonly kind: "services";
        readonly domain: DomainId;
        readonly lines: readonly ServiceLine[];
        readonly count: number;
        /** From 0; a page that is not there any more is the last one. */
        readonly page: number;
        readonly pages: number;
      }
  );

const SERVICES_A_PAGE = 5;

const load = async (services: Services, _actor: Actor, { code }: Input): Promise<Result<Loaded>> => {
  if (code === null) return done(null);
  const [file, identity] = await Promise.all([services.store.get("case", code), services.store.get("identity", code)]);
  return file === undefined || identity === undefined
    ? refused("noSuchCase")
    : done({ file: file.doc, identity: identity.doc });
};

type Ranked = ServiceSheet & { readonly forPerson: ForPerson | null };

/** What a person's records say to the conditions that services state; nothing of the diagnostic enters. */
const judge = async (services: Services, { file, identity }: Person): Promise<(sheet: ServiceSheet) => ForPerson> => {
  const situation = await services.store.get("situation", `${file.code}.${file.parcours}`);
  const inputs = leadInputsOf({
    framework: services.frameworks.current,
    directoryVersion: "",
    asOf: services.clock.today(),
    findings: new Map(),
    bilanRecorded: false,
    head: file,
    identity,
    facts: situation?.doc.facts ?? null,
    plie: services.plie,
  });
  const person = situationOf(inputs);
  return ({ offer }) => ({
    ...explainOffer(offer, person),
    metres: offer.remote || offer.at === null || inputs.from === null ? null : metresBetween(inputs.from, offer.at),
  });
};

const RANKS: Readonly<Record<Eligibility, number>> = { eligible: 0, soon: 1, toVerify: 1, excluded: 2 };
const orLast = (figure: number | null): number => figure ?? Number.MAX_SAFE_INTEGER;
const byId = (one: Ranked, other: Ranked): number =>
  one.offer.id === other.offer.id ? 0 : one.offer.id < other.offer.id ? -1 : 1;

/** Who takes the person, then who may, then who does not; the nearest, then the soonest. Without a person: by name. */
const inOrder = (one: Ranked, other: Ranked): number => {
  if (one.forPerson === null || other.forPerson === null)
    return one.offer.name.localeCompare(other.offer.name, "fr") || byId(one, other);
  return (
    RANKS[one.forPerson.eligibility] - RANKS[other.forPerson.eligibility] ||
    orLast(one.forPerson.metres) - orLast(other.forPerson.metres) ||
    orLast(one.offer.waitingDays) - orLast(other.offer.waitingDays) ||
    byId(one, other)
  );
};

const lineOf = async (services: Services, sheet: Ranked): Promise<ServiceLine> => {
  const { id } = sheet.offer;
  const [stored, state, notes] = await Promise.all([
    readService(services, id),
    services.store.get("offerState", id),
    notesOn(services, id),
  ]);
  return {
    ...sheet,
    record: stored?.stored.record ?? {},
    confirmedOn: state?.doc.confirmedOn ?? null,
    waiting: notes.filter(({ doc }) => doc.state === "toConfirm").map(({ doc }) => doc),
  };
};

const listDomain = async (
  services: Services,
  base: Base,
  person: Loaded,
  { domain, page }: { readonly domain: DomainId; readonly page: number },
): Promise<ServicesView> => {
  const sheets = await servicesByDomain(services, domain, services.frameworks.current);
  const judged = person === null ? () => null : await judge(services, person);
  const ranked = sheets.map((sheet) => ({ ...sheet, forPerson: judged(sheet) })).sort(inOrder);
  const pages = Math.max(1, Math.ceil(ranked.length / SERVICES_A_PAGE));
  const shown = Math.min(page, pages - 1);
  const here = ranked.slice(shown * SERVICES_A_PAGE, (shown + 1) * SERVICES_A_PAGE);
  const lines = await Promise.all(here.map((sheet) => lineOf(services, sheet)));
  return { ...base, kind: "services", domain, lines, count: ranked.length, page: shown, pages };
};

/** *Services*: what exists for a domain, near one person or on the whole territory, with how to reach it. */
export const seeServices = query<Input, Loaded, ServicesView>({
  act: "services.see",
  input,
  about: ({ code }) => code,
  opens: ({ code }) => code,
  load,
  allow: (actor, person) => (person === null || maySeeCase(actor, person.file) ? null : "noSuchCase"),
  run: async (services, actor, person, { domain, page }) => {
    const base: Base = {
      person: person?.identity ?? null,
      fictional: (await readHead(services))?.fictional ?? false,
      maySay: maySayOfOffer(actor),
    };
    return done(
      domain === null
        ? { ...base, kind: "domains", counts: await countByDomain(services, services.frameworks.current) }
        : await listDomain(services, base, person, { domain, page }),
    );
  },
});
