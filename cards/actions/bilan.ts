/** *Bilan d'action*, its grid, and what was observed. */
import { z } from "zod";
import { OBSERVED_DOMAINS, OBSERVERS, type ObservedDomain } from "../../src/domain/activation/codes.ts";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

const actionId = z.string().max(100);
export const bilanFields = {
  outcome: typed,
  lastDay: typed,
  missedHours: typed,
  objectiveMet: typed,
  facts: typed,
  agreement: typed,
  words: typed,
  understood: typed,
} as const;
const bilan = z.strictObject({ code, action: actionId, rev, whole, ...bilanFields });

/** A criterion that nobody saw, and a proposal that waits, are choices of their own on a card. */
export const NOT_SEEN = "none";
export const WAIT = "wait";

const seen = z.string().max(20);
/** `by` is who observed; `asked` the criteria of the card, so that one that came back empty is told from one that was not asked. */
const grid = z
  .object({ code, action: actionId, rev, whole, by: z.enum(OBSERVERS), asked: z.string().max(1_500) })
  .catchall(seen)
  .transform(({ code: of, action: id, rev: version, whole: toggle, by, asked, ...lines }) => ({
    ...{ code: of, action: id, rev: version, whole: toggle, by, asked },
    lines: z.record(z.string(), seen).parse(lines),
  }));

const each = <P extends "keep" | "impact" | "situations">(part: P) =>
  OBSERVED_DOMAINS.map((domain): `${P}_${ObservedDomain}` => `${part}_${domain}`);
/** For each domain that a host may speak to: what is kept, its weight, which situations. */
export const EVIDENCE_FIELDS = [...each("keep"), ...each("impact"), ...each("situations")] as const;
const settling = z.partialRecord(z.enum(EVIDENCE_FIELDS), z.string().max(1_000));
const evidence = z
  .object({ code, rev, whole })
  .catchall(z.string().max(1_000))
  .transform(({ code: of, rev: version, whole: toggle, ...rest }, context) => {
    const read = settling.safeParse(rest);
    if (!read.success) {
      context.addIssue({ code: "custom", message: "unknown line" });
      return z.NEVER;
    }
    return { code: of, rev: version, whole: toggle, fields: read.data };
  });

export const bilanActions = {
  openBilan: action("bilan.open", z.object({ code, action: actionId })),
  saveBilan: action("bilan.save", bilan),
  leaveBilan: action("bilan.leave", bilan),
  gridFromBilan: action("bilan.toGrid", bilan),
  saveGrid: action("bilan.saveGrid", grid),
  bilanFromGrid: action("bilan.fromGrid", grid),
  pauseGrid: action("bilan.pauseGrid", grid),
  openEvidence: action("evidence.open", ofCase),
  saveEvidence: action("evidence.save", evidence),
  keepAllEvidence: action("evidence.keepAll", evidence),
  leaveEvidence: action("evidence.leave", evidence),
} as const;
