/**
 * Every stored document that bears a participant's code, kind by kind, as KEEPING says: what the person's copy reads, and what an erasure goes
 * through. Most are listed under `case:<code>`; the others are found as the tables below say. A kind that comes later needs nothing here as long as
 * its list names the case.
 */
import type { ParticipantCode } from "../../domain/participant/codes.ts";
import { MILESTONES } from "../../domain/participant/milestones.ts";
import type { DocumentKind, StoredDocument } from "../../domain/records/catalogue.ts";
import { KEEPING, type Keeping } from "../../domain/records/keeping.ts";
import type { Versioned } from "../../ports/store.ts";
import { caseChain } from "../frame/audit-trail.ts";
import { everyDocument, everyOfKind } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

type Found = AsyncIterable<Versioned<StoredDocument>>;
type Finder = (services: Pick<Services, "store">, code: ParticipantCode) => Found;

async function* byId(
  { store }: Pick<Services, "store">,
  kind: DocumentKind,
  ids: readonly string[],
): AsyncGenerator<Versioned<StoredDocument>> {
  yield* await store.getMany(kind, ids);
}

/** The code, and not the beginning of a longer one. */
const bears = (doc: StoredDocument, code: ParticipantCode): boolean =>
  new RegExp(`${code}(?!\\d)`).test(JSON.stringify(doc));

/** What is listed by no case: read whole. */
const scanned = (kind: DocumentKind): Finder =>
  async function* ({ store }, code) {
    for await (const found of everyOfKind<DocumentKind>(store, kind)) if (bears(found.doc, code)) yield found;
  };

const named =
  (kind: DocumentKind, ids: (code: ParticipantCode) => readonly string[] = (code) => [code]): Finder =>
  (services, code) =>
    byId(services, kind, ids(code));

/** Sendings that a person has to look at name a review. */
const troubles: Finder = async function* ({ store }, code) {
  for await (const { doc } of everyDocument(store, { kind: "review", key: `case:${code}` }))
    yield* everyDocument(store, { kind: "sendTrouble", key: `review:${doc.id}` });
};

/** Cards about them, and lists that name them. */
const posted: Finder = async function* ({ store }, code) {
  for (const key of [`case:${code}`, `names:${code}`]) yield* everyDocument(store, { kind: "posted", key });
};

/** Kinds that are found otherwise than under `case:<code>`. */
const FOUND_OTHERWISE: Readonly<Partial<Record<DocumentKind, Finder>>> = {
  identity: named("identity"),
  case: named("case"),
  summary: named("summary"),
  caseNeeds: named("caseNeeds"),
  listed: named("listed", (code) => [
    `name.${code}`,
    `since.${code}`,
    ...MILESTONES.map((milestone) => `due.${code}.${milestone}`),
  ]),
  chain: named("chain", (code) => [caseChain(code)]),
  audit: ({ store }, code) => everyDocument(store, { kind: "audit", key: `chain:${caseChain(code)}` }),
  posted,
  sendTrouble: troubles,
  session: scanned("session"),
  retentionList: scanned("retentionList"),
  marker: scanned("marker"),
  seen: scanned("seen"),
  click: scanned("click"),
};

const isKind = (name: string): name is DocumentKind => Object.hasOwn(KEEPING, name);
/** What names a review comes before the reviews: what is erased in this order can be found again until the end. */
const KINDS: readonly DocumentKind[] = [
  "sendTrouble",
  ...Object.keys(KEEPING).flatMap((name) => (isKind(name) && name !== "sendTrouble" ? [name] : [])),
];

const ABOUT_SOMEBODY: readonly Keeping[] = ["person", "esf", "derived", "passing", "trace"];

/** `keepings`: only what is kept so. What was typed of somebody who was never registered belongs to nobody. */
export async function* everythingOf(
  services: Pick<Services, "store">,
  code: ParticipantCode,
  keepings: readonly Keeping[] = ABOUT_SOMEBODY,
): AsyncGenerator<Versioned<StoredDocument>> {
  for (const kind of KINDS) {
    if (!keepings.includes(KEEPING[kind])) continue;
    const find = FOUND_OTHERWISE[kind];
    if (find !== undefined) yield* find(services, code);
    else yield* everyDocument<DocumentKind>(services.store, { kind, key: `case:${code}` });
  }
}
