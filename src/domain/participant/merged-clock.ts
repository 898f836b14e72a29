/** Two records of one person become one: what the clock reads of both, in the head that is kept. */
import { HANDOVERS_AT_MOST, type HandoverClock } from "./clock-facts.ts";
import type { CaseFile } from "./case-file.ts";
import type { Day } from "./codes.ts";

type Days = readonly (Day | null | undefined)[];
const known = (days: Days): readonly Day[] => days.flatMap((day) => day ?? []).toSorted();
const earliest = (...days: Days): Day | null => known(days).at(0) ?? null;
const latest = (...days: Days): Day | null => known(days).at(-1) ?? null;

const activationOf = (one: CaseFile["activation"], other: CaseFile["activation"]): CaseFile["activation"] =>
  one === null || other === null
    ? (one ?? other)
    : {
        chosenOn: earliest(one.chosenOn, other.chosenOn),
        deferredOn: latest(one.deferredOn, other.deferredOn),
        endsOn: earliest(one.endsOn, other.endsOn),
        doneOn: earliest(one.doneOn, other.doneOn),
        bilanOn: earliest(one.bilanOn, other.bilanOn),
      };

const goesOn = ({ closedOn, followedOn }: HandoverClock): boolean => closedOn === null && followedOn === null;

/** Those that go on are never the ones that are left out. */
const handoversOf = (kept: CaseFile, other: CaseFile): CaseFile["handovers"] => {
  const all = [...kept.handovers, ...other.handovers];
  return all.length <= HANDOVERS_AT_MOST
    ? all
    : [...all.filter(goesOn), ...all.filter((one) => !goesOn(one))].slice(0, HANDOVERS_AT_MOST);
};

/** What the person signed in either record is signed: the latest one, which speaks of the present entry or exit if any does. */
const esfOf = (kept: CaseFile["esf"], other: CaseFile["esf"]): CaseFile["esf"] =>
  kept === null || other === null
    ? (kept ?? other)
    : {
        entryOn: latest(kept.entryOn, other.entryOn),
        exitOn: latest(kept.exitOn, other.exitOn),
        laterOn: latest(kept.laterOn, other.laterOn),
      };

/** The person is one: the first contact is the earliest, the last one the latest, and whom they are handed over to goes on. */
export const mergedClock = (kept: CaseFile, other: CaseFile): CaseFile => ({
  ...kept,
  firstContactOn: earliest(kept.firstContactOn, other.firstContactOn),
  lastContactOn: latest(kept.lastContactOn, other.lastContactOn),
  rightsDueOn: earliest(kept.rightsDueOn, other.rightsDueOn),
  appointment: kept.appointment ?? other.appointment,
  outreach: kept.outreach ?? (kept.entry === null ? other.outreach : null),
  activation: activationOf(kept.activation, other.activation),
  handovers: handoversOf(kept, other),
  esf: esfOf(kept.esf, other.esf),
  exitProofOn: latest(kept.exitProofOn, other.exitProofOn),
});
