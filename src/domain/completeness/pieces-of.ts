import { ESF_MILESTONES, type EsfStage } from "../esf/codes.ts";
import { esfStage } from "../esf/standing.ts";
import { esfEntryDue } from "../participant/esf-due.ts";
import { exitOf } from "../participant/exit-of.ts";
import { exitProofOn, exitToProve } from "../participant/exit-proof.ts";
import { handoversDue } from "../participant/handover-due.ts";
import { hasDied } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import { addDays } from "../participant/days.ts";
import { toComplete } from "../participant/identity-from-inputs.ts";
import type { MilestoneId } from "../participant/milestones.ts";
import { suspendedNow } from "../participant/suspended-now.ts";
import { prescriberReturn } from "../outreach/told.ts";
import type { PieceFacts } from "./facts.ts";
import { LACKS, type Lack, type Piece, type PieceId } from "./pieces.ts";

type Read = (facts: PieceFacts) => readonly Piece[];

const NONE: readonly Lack[] = [];

const piece = (
  id: PieceId,
  there: boolean,
  from: Day | null,
  { who = "referent", lacks = NONE }: Partial<Pick<Piece, "who" | "lacks">> = {},
): Piece => ({ piece: id, there, from: there ? null : from, who, lacks: there ? NONE : lacks });

/** What is due on a day is missing from the next one on. */
const after = (on: Day | null): Day | null => (on === null ? null : addDays(on, 1));

const dueOn = ({ due }: PieceFacts, milestone: MilestoneId): Day | null =>
  due.find((one) => one.milestone === milestone)?.on ?? null;

const ENTERED_OR_AWAITED = new Set(["oriented", "entered", "decided", "inPath"]);
const isAccompanied = ({ head }: PieceFacts): boolean => ENTERED_OR_AWAITED.has(head.status);

const ofIdentity: Read = ({ identity, head }) => {
  const fields: readonly string[] = toComplete(identity, head);
  const lacks = LACKS.filter((lack) => fields.includes(lack));
  const enteredOn = head.entry?.on ?? null;
  return [
    piece("identity", lacks.length === 0, head.orientedOn, { lacks }),
    piece("rightToWork", head.rightToWork !== "unknown", enteredOn),
    piece("willing", head.willing !== "unknown", enteredOn),
  ];
};

const ofReception: Read = (facts) => {
  const { head } = facts;
  const isEntered = head.entry !== null;
  return [
    piece("firstContact", isEntered || head.firstContactOn !== null, after(dueOn(facts, "firstContact"))),
    piece("firstAppointment", isEntered || head.appointment !== null, after(dueOn(facts, "firstAppointment"))),
    piece("notice", isEntered, null),
  ];
};

/** Asked with the first diagnostic, whenever that one is done. */
const asked = ({ head: { entry }, clock, delays }: PieceFacts): Day | null =>
  entry === null ? null : after(clock.worked(clock.after(entry.on, delays.t0Days)));

const ofDiagnostic: Read = (facts) => {
  const { head, round, situationAsked } = facts;
  const again = (head.round ?? 0) > 0;
  return [
    piece("health", head.health !== "notAsked", asked(facts)),
    piece("situation", situationAsked, asked(facts)),
    piece("t0", again || (round?.metOn ?? null) !== null, after(dueOn(facts, "t0"))),
    piece("synthesis", (round?.synthesisOn ?? null) !== null, after(dueOn(facts, "synthesis"))),
  ];
};

const FILLED = { notBegun: "begin", begun: "finish", complete: "sign" } as const;

const questionnaire =
  (stage: EsfStage): Read =>
  (facts) => {
    const id = ESF_MILESTONES[stage];
    const filled = facts.esf[stage];
    const who = filled === "complete" ? "assistante" : "referent";
    const isSigned = esfStage(facts.head, stage, facts.delays.esfLaterMonths).signedOn !== null;
    return [piece(id, isSigned, after(dueOn(facts, id)), { who, lacks: [FILLED[filled]] })];
  };

/** Its clock stops with the parcours; what the financer asks at the entry is asked for all the same, since it cannot be rebuilt later. */
const entryStillToSign: Read = (facts) => {
  const { head, delays, clock } = facts;
  const [due] = esfEntryDue({ enteredOn: head.entry?.on ?? null, esf: head.esf }, delays, clock);
  return head.entry === null ? [] : questionnaire("entry")({ ...facts, due: due === undefined ? [] : [due] });
};

const ofActions: Read = (facts) => {
  const kept = facts.actions.filter(({ state }) => state !== "cancelled");
  const unsigned = kept.filter(({ state, pmsmp }) => state === "planned" && pmsmp !== null && pmsmp.signedOn === null);
  const bilanOn = dueOn(facts, "bilan");
  return [
    ...(kept.some(({ pmsmp }) => pmsmp !== null)
      ? [
          piece("convention", unsigned.length === 0, unsigned.map(({ from }) => from).sort()[0] ?? null, {
            who: "host",
          }),
        ]
      : []),
    ...(kept.some(({ state }) => state === "done") || bilanOn !== null
      ? [piece("bilan", bilanOn === null, after(bilanOn))]
      : []),
  ];
};

/** Each by its own clock: what another hand-over waits for makes nothing older. */
const ofHandovers: Read = ({ head, handovers, delays, clock }) => {
  const open = handovers.filter(({ closed }) => closed === null);
  if (open.length === 0) return [];
  const toAgree = open.filter(({ agreed, revised }) => agreed === null || agreed.revised !== revised);
  const clocks = head.handovers.filter(({ id }) => toAgree.some((one) => one.id === id));
  const due = handoversDue(clocks, delays, clock).find(({ milestone }) => milestone === "handoverSend");
  return [piece("sheetAgreement", toAgree.length === 0, after(due?.on ?? null), { who: "person" })];
};

/** The prescriber hears of the route once it is decided, or that the person could not be met. */
const ofPrescriber: Read = ({ head, identity, told }) => {
  const { what } = prescriberReturn(head);
  const on = head.ended?.on ?? head.decided?.on ?? null;
  if (identity.prescriber === null || on === null || what === "received" || what === "met") return [];
  return [
    piece(
      "prescriber",
      told.some((one) => one.what === what && one.on >= on),
      after(on),
    ),
  ];
};

const ofExit: Read = ({ head, exitProven }) => {
  const on = exitToProve(head);
  return on === null
    ? []
    : [piece("exitProof", exitProven || exitProofOn(head) !== null, after(on), { who: "person" })];
};

const whileAccompanied: readonly Read[] = [
  ofIdentity,
  ofReception,
  ofDiagnostic,
  questionnaire("entry"),
  ofActions,
  ofHandovers,
];
const onceOut: readonly Read[] = [ofExit, questionnaire("exit"), questionnaire("later")];

/**
 * The pieces of a person's present parcours. Nothing for whoever died, was recorded by mistake, or whose file is retired; while a parcours is
 * suspended nothing is missing: only what the clock asks for is.
 */
export const piecesOf = (facts: PieceFacts): readonly Piece[] => {
  const { head } = facts;
  if (head.status === "cancelled" || head.mergedInto !== null || head.retired !== null || hasDied(head)) return [];
  const isOut = head.entry !== null && exitOf(head) !== null;
  const reads = [
    ...(isAccompanied(facts) ? whileAccompanied : [entryStillToSign]),
    ...(head.status === "reoriented" ? [ofHandovers] : []),
    ofPrescriber,
    ...(isOut ? onceOut : []),
  ];
  const pieces = reads.flatMap((read) => read(facts));
  return suspendedNow(head) === undefined ? pieces : pieces.map((one) => ({ ...one, from: null }));
};
