/** Urgent points: who to call, for the référent of the case; for the others, that there is one, and whether it was dealt with. */
import type { Person, PersonRead } from "../../../src/contracts/person.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { urgentTabWords as words } from "../../../src/wording/tab-person.ts";
import { Badge, Panel } from "../../ui/page.tsx";
import { momentOf } from "./reading.ts";
import { useShared } from "./styles.ts";

type Point = NonNullable<PersonRead["urgent"]["points"]>[number];

const OnePoint = ({ point, person }: { readonly point: Point; readonly person: Person }) => {
  const shared = useShared();
  const { label, calls, raisedOn, done } = point;
  return (
    <li>
      <strong>{label}</strong>. {words.raised(momentOf(person, raisedOn))}{" "}
      {done === null ? (
        <ul className={shared.list} aria-label={words.calls}>
          {calls.map(({ who, number }) => (
            <li key={who}>{words.call(who, number)}</li>
          ))}
        </ul>
      ) : (
        words.doneBy(dayInWords(done.on), done.by)
      )}
    </li>
  );
};

export const Urgent = ({ person, read }: { readonly person: Person; readonly read: PersonRead }) => {
  const shared = useShared();
  const { open, done, points } = read.urgent;
  if (open + done === 0) return null;
  return (
    <Panel>
      <div className={shared.badges}>
        {open === 0 ? null : <Badge tone="late">{words.open(open)}</Badge>}
        {done === 0 ? null : <Badge tone="neutral">{words.done(done)}</Badge>}
      </div>
      {points === null ? null : (
        <>
          <ul className={shared.list}>
            {points.map((point) => (
              <OnePoint key={`${point.label}${point.raisedOn}`} point={point} person={person} />
            ))}
          </ul>
          {open === 0 ? null : <p className={shared.muted}>{words.settle(person.code)}</p>}
        </>
      )}
    </Panel>
  );
};
