/** Two records of one person become one: what was tried, planned, done and handed over follows the person to the record that is kept. */
import type { Session } from "../../domain/activation/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { ParticipantCode } from "../../domain/participant/codes.ts";
import { rowOf, type StoredDocument } from "../../domain/records/catalogue.ts";
import type { Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { sessionWrite } from "./on-session.ts";

const FOLLOWING_KINDS = [
  "attempt",
  "prescriberTold",
  "action",
  "actionDeferral",
  "actionBilan",
  "evidence",
  "handover",
  "esfAnswers",
  "stagePoint",
  "agreement",
  "rightsRequest",
] as const;
/** What was asked or agreed is the person's, whatever the parcours. */
const OF_ANY_PARCOURS: ReadonlySet<string> = new Set(["agreement", "rightsRequest"]);
/** A batch has room for them; what is older than these stays readable in the record that closes. */
const AT_MOST = 60;

const renamed = (
  codes: readonly ParticipantCode[],
  from: ParticipantCode,
  into: ParticipantCode,
): ParticipantCode[] => [...new Set(codes.map((code) => (code === from ? into : code)))];

const withPerson = (session: Session, from: ParticipantCode, into: ParticipantCode): Session => ({
  ...session,
  edition: session.edition + 1,
  codes: renamed(session.codes, from, into),
  came: renamed(session.came, from, into),
});

const sessionsFollow = async (
  services: Services,
  from: ParticipantCode,
  into: ParticipantCode,
  ids: readonly string[],
): Promise<readonly Write[]> => {
  const sessions = await services.store.getMany("session", [...new Set(ids)]);
  return sessions.flatMap((session): readonly Write[] =>
    session.doc.codes.includes(from) ? [sessionWrite(session, withPerson(session.doc, from, into))] : [],
  );
};

/** A paper that the person signed comes before one that they did not. */
const isSignedInstead = (moving: StoredDocument, there: StoredDocument): boolean =>
  moving.kind === "esfAnswers" && there.kind === "esfAnswers" && moving.signedOn !== null && there.signedOn === null;

/** Of the parcours under way. An id that says the code is written again under the other; one that is there already stays as it is. */
export const followMerge = async (services: Services, from: CaseFile, into: CaseFile): Promise<readonly Write[]> => {
  const { code, parcours } = into;
  const writes: Write[] = [];
  const sessions: string[] = [];
  for (const kind of FOLLOWING_KINDS)
    for await (const { doc, version } of everyDocument(services.store, { kind, key: `case:${from.code}` })) {
      if ((doc.parcours !== from.parcours && !OF_ANY_PARCOURS.has(kind)) || writes.length >= AT_MOST) continue;
      const next = { ...doc, code, parcours };
      const [before, id] = [rowOf(doc).id, rowOf(next).id];
      if (before === id) writes.push({ op: "put", doc: next, expected: version });
      else {
        const there = await services.store.get(kind, id);
        if (there === undefined || isSignedInstead(doc, there.doc))
          writes.push(
            { op: "put", doc: next, expected: there?.version ?? "new" },
            { op: "delete", kind, id: before, expected: version },
          );
      }
      if (doc.kind === "action" && doc.session !== null) sessions.push(doc.session);
    }
  return [...writes, ...(await sessionsFollow(services, from.code, code, sessions))];
};
