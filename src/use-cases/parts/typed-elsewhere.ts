/**
 * What stands of a person apart from their file: what a member last searched, a form of a new person left unfinished with their name, lines of an
 * import that were refused with their number. Their name and their number tell, as long as they are still there: this goes first.
 */
import { lineId, type ImportLine } from "../../domain/exchange/import-records.ts";
import type { ParticipantCode } from "../../domain/participant/codes.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { sameName } from "../../domain/participant/names.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import { everyDocument, everyOfKind } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { isSearch } from "./search-draft.ts";

const names = ({ code, inputs }: Draft, identity: Identity): boolean => {
  const { givenName = "", familyName = "" } = inputs;
  return code === null && sameName({ givenName, familyName }, identity);
};

/** The others are found by the case that they name. */
const isOfNobody = (line: ImportLine, code: ParticipantCode): boolean =>
  line.code === null && !line.candidates.includes(code);

export const typedElsewhere = async (
  services: Pick<Services, "store">,
  code: ParticipantCode,
): Promise<readonly Write[]> => {
  const identity = (await services.store.get("identity", code))?.doc;
  const numbers = new Set<string>();
  for await (const { doc } of everyDocument(services.store, { kind: "externalId", key: `case:${code}` }))
    if (doc.externalId !== null) numbers.add(doc.externalId);
  const writes: Write[] = [];
  for await (const { doc, version } of everyOfKind(services.store, "draft"))
    // A search may be this name, and members search all day: whatever they typed meanwhile goes as well, and holds back nothing.
    if (isSearch(doc)) writes.push({ op: "delete", kind: "draft", id: doc.id });
    else if (identity !== undefined && names(doc, identity))
      writes.push({ op: "delete", kind: "draft", id: doc.id, expected: version });
  if (numbers.size === 0) return writes;
  for await (const { doc, version } of everyOfKind(services.store, "importLine"))
    if (isOfNobody(doc, code) && numbers.has(doc.externalId ?? ""))
      writes.push({ op: "delete", kind: "importLine", id: lineId(doc), expected: version });
  return writes;
};
