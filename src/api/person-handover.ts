/** Hand-overs of a person in codes and dates. */
import type { PersonHandover } from "../contracts/person-handover.ts";
import { STAYS, type Handover } from "../domain/handover/records.ts";
import { stateOf } from "../domain/handover/standing.ts";

export const handoverOf = (handover: Handover): PersonHandover => {
  const { id, what, urgent, confirmedIn, to, decided, fallback, sheet, decidedOn, referring, revised, agreed } =
    handover;
  const { sendings, behind, appointment, held, followed, pausedOn, closed } = handover;
  return {
    ...{ id, what, urgent, decidedOn, referring, revised, behind, held, followed, pausedOn, closed },
    confirmed: confirmedIn !== null,
    state: stateOf(handover),
    lead: to?.lead ?? decided.lead,
    to: to === null ? null : { name: to.name },
    fallback: fallback === null || fallback === STAYS ? fallback : { name: fallback.name },
    sheet: sheet.asks !== "",
    agreed: agreed === null ? null : { on: agreed.on, revised: agreed.revised },
    sendings: sendings.map(({ to: { name }, on, remindedOn, calledOn, answer, reason, answeredOn }) => ({
      ...{ to: { name }, on, remindedOn, calledOn, answer, reason, answeredOn },
    })),
    appointment: appointment === null ? null : { on: appointment.on },
  };
};
