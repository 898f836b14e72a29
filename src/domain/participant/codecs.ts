/** How a person, their parcours and its points are kept and found again. */
import { define, sortable } from "../codec.ts";
import { caseFile, pastParcours } from "./case-file.ts";
import { delaysFollowed } from "./delays-followed.ts";
import { identity, type Identity } from "./identity.ts";
import { matchKeys, nameOrder, searchKeys } from "./names.ts";
import { checkpoint, exitNews } from "./path-records.ts";
import { stagePoint, stagePointId } from "./stage-point.ts";

/** The lists of whoever accompanies the person, and of whoever stands in. */
const carriersOf = ({ referentId, substituteId }: Pick<Identity, "referentId" | "substituteId">): readonly string[] => [
  `referent:${referentId}`,
  ...(substituteId === null || substituteId === referentId ? [] : [`referent:${substituteId}`]),
];

export const participantCodecs = {
  identity: define({
    schema: identity,
    id: (doc) => doc.code,
    keys: (doc) => [...(doc.listed ? ["all", ...carriersOf(doc), ...searchKeys(doc)] : []), ...matchKeys(doc)],
    order: (doc) => `${nameOrder(doc)} ${doc.code}`,
  }),
  case: define({
    schema: caseFile,
    id: (doc) => doc.code,
    keys: (doc) => ["all", ...(doc.retired === null ? [] : [doc.retired.as])],
    order: (doc) => doc.code,
  }),
  pastParcours: define({
    schema: pastParcours,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => sortable(doc.parcours),
  }),
  checkpoint: define({
    schema: checkpoint,
    id: (doc) => `${doc.code}.${doc.parcours}.${doc.edition}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${doc.at}`,
  }),
  exitNews: define({
    schema: exitNews,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => doc.on,
  }),
  stagePoint: define({
    schema: stagePoint,
    id: stagePointId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${doc.on} ${sortable(doc.edition)}`,
  }),
  delaysFollowed: define({ schema: delaysFollowed, id: () => "cases", keys: () => [], order: () => "" }),
} as const;
