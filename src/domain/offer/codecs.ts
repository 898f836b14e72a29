/** How what people need of the offer, what is said of it and the directory of services are kept and found again. */
import { define } from "../codec.ts";
import { caseNeeds, offerNews } from "./needs.ts";
import {
  directoryHead,
  directoryVersion,
  offerNote,
  offerState,
  serviceExtension,
  storedService,
  storedStructure,
} from "./records.ts";
import { serviceKeys } from "./service-keys.ts";

export const offerCodecs = {
  caseNeeds: define({
    schema: caseNeeds,
    id: (doc) => doc.code,
    keys: () => [],
    order: (doc) => doc.code,
  }),
  offerNews: define({
    schema: offerNews,
    id: (doc) => `${doc.code}.${doc.domain}.${doc.service}`,
    keys: (doc) => [
      `case:${doc.code}`,
      ...(doc.toldAt === null ? [`referent:${doc.referentId}`] : [`told:${doc.referentId}`]),
    ],
    // What was told a moment ago is found without reading all that was ever told.
    order: (doc) => doc.toldAt ?? doc.at,
  }),
  offerNote: define({
    schema: offerNote,
    id: (doc) => doc.id,
    keys: (doc) => [doc.state, `service:${doc.service}`],
    order: (doc) => doc.at,
  }),
  offerState: define({
    schema: offerState,
    id: (doc) => doc.service,
    keys: () => ["all"],
    order: (doc) => doc.service,
  }),
} as const;

/** The directory of services: in a store of its own. */
export const directoryCodecs = {
  structure: define({
    schema: storedStructure,
    id: (doc) => `${doc.version}.${doc.id}`,
    keys: (doc) => [`v:${doc.version}`],
    order: (doc) => doc.id,
  }),
  service: define({
    schema: storedService,
    id: (doc) => `${doc.version}.${doc.id}`,
    keys: serviceKeys,
    order: (doc) => doc.id,
  }),
  serviceExtension: define({
    schema: serviceExtension,
    id: (doc) => `${doc.version}.${doc.id}`,
    keys: (doc) => [`v:${doc.version}`],
    order: (doc) => doc.id,
  }),
  directoryVersion: define({
    schema: directoryVersion,
    id: (doc) => doc.version,
    keys: () => ["all"],
    order: (doc) => doc.version,
  }),
  directory: define({ schema: directoryHead, id: () => "head", keys: () => [], order: () => "" }),
} as const;
