import { z } from "zod";
import { countingOf } from "../domain/diagnostic/counting.ts";
import type { Round } from "../domain/diagnostic/assessment.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Dossier } from "./parts/dossier.ts";
import type { Write } from "../ports/store.ts";
import {
  aboutCode,
  carrierAfterEntry,
  decideOnCase,
  emptyAssessment,
  loadDossier,
  queueOfCase,
} from "./parts/on-case.ts";
import { refused, type RefusalCode } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({ code: participantCode, rev: z.string() });
type Input = z.infer<typeof input>;
export type OpenedRound = { readonly kind: "opened"; readonly round: number };

export const newRound = (file: CaseFile, round: number, frameworkVersion: string, openedOn: string): Round => ({
  kind: "round",
  schemaVersion: 1,
  code: file.code,
  parcours: file.parcours,
  round,
  frameworkVersion,
  openedOn,
  metOn: null,
  closedOn: null,
  bilanRecorded: false,
  synthesisOn: null,
  personView: null,
});

/** What was typed and not recorded yet goes on in the next round; the closed one keeps it too. */
const draftsCarried = ({ file, assessments }: Dossier, round: number): readonly Write[] =>
  [...assessments.values()].flatMap(({ doc }): Write[] =>
    doc.draft === null
      ? []
      : [{ op: "put", doc: { ...emptyAssessment(file.doc, round, doc.domain), draft: doc.draft }, expected: "new" }],
  );

/** What a card that opens a round carries: a second press of an old card opens nothing more. */
export const roundRev = (file: CaseFile): string => `${file.parcours}.${file.round ?? "-"}`;

/** Why a card that carries `rev` cannot close the open round; null: it can. */
export const roundRefusal = ({ file, round }: Pick<Dossier, "file" | "round">, rev: string): RefusalCode | null => {
  if (round === undefined) return "notEntered";
  if (rev !== roundRev(file.doc)) return "changedMeanwhile";
  return round.doc.metOn === null ? "roundNotReady" : null;
};

/**
 * *Refaire le point*: closes the open assessment round (T0, T1…) and opens the next, with the framework in force. The closed one is kept as it stands.
 * Refuses while the open round has not reached the threshold of addressed domains.
 */
export const openRound = command<Input, Dossier, OpenedRound>({
  act: "round.open",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDossier,
  allow: carrierAfterEntry,
  decide: (services, _actor, dossier, request) => {
    const file = dossier.file.doc;
    const open = dossier.round;
    if (file.round === null || open === undefined) return refused("notEntered");
    const refusal = roundRefusal(dossier, request.rev);
    if (refusal !== null) return refused(refusal);
    const today = services.clock.today();
    const next = newRound(file, file.round + 1, services.frameworks.current.version, today);
    return decideOnCase<OpenedRound>(services, dossier, {
      act: "round.opened",
      details: { round: next.round, framework: next.frameworkVersion },
      outcome: { kind: "opened", round: next.round },
      writes: [
        { op: "put", doc: { ...open.doc, closedOn: today, ...countingOf(file, open.doc) }, expected: open.version },
        { op: "put", doc: next, expected: "new" },
        ...draftsCarried(dossier, next.round),
      ],
      after: { head: { ...file, round: next.round, place: { at: "overview" } }, round: next, findings: new Map() },
    });
  },
});
