/** What is behind a person and what comes, as a line of dates. */
import type { Person } from "../contracts/person.ts";
import type { Day } from "../domain/participant/codes.ts";
import { suspendedNow } from "../domain/participant/suspended-now.ts";
import type { PersonView } from "../use-cases/see-person.ts";

type Milestones = Person["milestones"];
type Met = Milestones["met"][number];
type Coming = Milestones["coming"][number];

const at = (what: Met["what"], on: Day | null | undefined, round: number | null = null): readonly Met[] =>
  on == null ? [] : [{ what, on, round }];

const metOf = ({ dossier, heads }: PersonView): readonly Met[] => {
  const { orientedOn, entry, decided } = dossier.file.doc;
  const rounds = heads.flatMap(({ round, openedOn, metOn, synthesisOn }) => [
    ...(round === 0 ? at("t0", metOn) : at("round", openedOn, round)),
    ...at("synthesis", synthesisOn, round),
  ]);
  const met = [...at("oriented", orientedOn), ...at("entered", entry?.on), ...rounds, ...at("decided", decided?.on)];
  return [...met].sort((one, other) => one.on.localeCompare(other.on));
};

const comingOf = ({ due, target }: PersonView): readonly Coming[] =>
  due.map(({ milestone, on }) => ({
    what: milestone,
    on,
    announced: milestone !== "cell" || target?.announced !== false,
  }));

const pauseOf = ({ dossier }: PersonView): Milestones["pause"] => {
  const open = suspendedNow(dossier.file.doc);
  return open === undefined ? null : { from: open.from, returnOn: open.returnOn };
};

export const milestonesOf = (view: PersonView): Milestones => ({
  met: metOf(view),
  coming: comingOf(view),
  pause: pauseOf(view),
});
