/** From what the directory keeps to what the lead reads and what a référent is shown. The record was validated when it came in. */
import { z } from "zod";
import type { Offer } from "../suggestion/offer.ts";
import { MOBILISATION_MODES } from "./data-inclusion-words.ts";
import type { OfferState, StoredService, StoredStructure } from "./records.ts";

const text = z.string().nullish().catch(null);
const texts = z.array(z.string()).nullish().catch(null);
const number = z.number().nullish().catch(null);

const reachedBy = { telephone: text, courriel: text };
/** As long as the schema lets a name be: the structure inside a service is kept as received, whatever it holds. */
const LONGEST_NAME = 150;
const structureName = text.transform((name) => name?.slice(0, LONGEST_NAME));
const structureView = z.object({ nom: structureName, ...reachedBy });
const view = z.object({
  nom: text,
  structure: structureView.nullish().catch(null),
  structure_id: text,
  thematiques: texts,
  publics: texts,
  zone_eligibilite: texts,
  modes_accueil: texts,
  latitude: number,
  longitude: number,
  commune: text,
  ...reachedBy,
  lien_mobilisation: text,
  modes_mobilisation: z.array(z.enum(MOBILISATION_MODES)).nullish().catch(null),
  mobilisation_precisions: text,
  contact_nom_prenom: text,
});

const REMOTE = "a-distance";
const EVERYONE = "tous-publics";

/** The nested structure of the record, else the one that the directory keeps. */
const structureOf = (record: z.infer<typeof view>, kept: StoredStructure | undefined) =>
  record.structure ?? structureView.safeParse(kept?.record).data;

const placeOf = ({ latitude, longitude }: z.infer<typeof view>): Offer["at"] =>
  typeof latitude === "number" && typeof longitude === "number"
    ? { lat: Math.round(latitude * 1_000_000), lon: Math.round(longitude * 1_000_000) }
    : null;

/** What was confirmed wins, whole, over the file and the import: « plus de délai » must be able to say *not known*. */
export const withState = (offer: Offer, state: OfferState | undefined): Offer =>
  state === undefined
    ? offer
    : {
        ...offer,
        places: state.places,
        waitingDays: state.waitingDays,
        reachable: state.reachable,
        stateEdition: state.edition,
      };

/** The offer of a stored service. Without a local extension it is a relay, known by its themes. */
export const offerOf = (service: StoredService, state: OfferState | undefined, structure?: StoredStructure): Offer => {
  const record = view.parse(service.record);
  const { local } = service;
  const offer: Offer = {
    id: service.id,
    name: record.nom ?? service.id,
    structure: structureOf(record, structure)?.nom ?? "",
    role: local?.role ?? "relay",
    lead: local?.lead ?? null,
    intensity: local?.intensity ?? null,
    iae: local?.iae ?? false,
    themes: record.thematiques ?? [],
    works: local?.works ?? [],
    publics: (record.publics ?? []).filter((who) => who !== EVERYONE),
    conditions: local?.conditions ?? [],
    zone: record.zone_eligibilite ?? null,
    remote: record.modes_accueil?.length === 1 && record.modes_accueil[0] === REMOTE,
    at: placeOf(record),
    places: local?.places ?? null,
    waitingDays: local?.waitingDays ?? null,
    reachable: true,
    open: service.closedOn === null,
    stateEdition: 0,
  };
  return withState(offer, state);
};

/** How to mobilise a service: its own fields, the structure's where it says nothing, and what the PLIE knows. Null: not said. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  /** Only http or https. */
  readonly link: string | null;
  readonly modes: readonly (typeof MOBILISATION_MODES)[number][];
  readonly precisions: string | null;
  readonly person: string | null;
  /** From the PLIE: who to call, how to mobilise it. */
  readonly known: string | null;
  readonly howTo: string | null;
}

export const contactOf = (service: StoredService, structure?: StoredStructure): Contact => {
  const record = view.parse(service.record);
  const of = structureOf(record, structure);
  return {
    phone: record.telephone ?? of?.telephone ?? null,
    email: record.courriel ?? of?.courriel ?? null,
    link: record.lien_mobilisation ?? null,
    modes: record.modes_mobilisation ?? [],
    precisions: record.mobilisation_precisions ?? null,
    person: record.contact_nom_prenom ?? null,
    known: service.local?.contact ?? null,
    howTo: service.local?.howTo ?? null,
  };
};

/** What a list in the chat shows of a service. */
export interface ServiceSheet {
  readonly offer: Offer;
  readonly contact: Contact;
  /** The name of the commune where it receives; null: not said. */
  readonly commune: string | null;
  /** The day it appeared or came back. */
  readonly openedOn: string;
}

export const sheetOf = (service: StoredService, structure?: StoredStructure): ServiceSheet => ({
  offer: offerOf(service, undefined, structure),
  contact: contactOf(service, structure),
  commune: view.parse(service.record).commune ?? null,
  openedOn: service.openedOn,
});

/** The structure to look for in the directory: none where the record brings its own. */
export const structureIdOf = (service: StoredService): string | undefined => {
  const { structure, structure_id: id } = view.parse(service.record);
  return typeof structure?.nom === "string" ? undefined : (id ?? undefined);
};
