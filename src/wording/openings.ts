/** *Qui a ouvert le dossier*: what a trail says, grouped by day and by member. */
import type { Day, Instant } from "../domain/participant/codes.ts";
import type { Role } from "../domain/people/member.ts";
import { dayInWords, dayOfInstant } from "./dates.ts";
import { pastActWords } from "./past-acts.ts";
import { rightsWords } from "./rights.ts";
import { rolesInWords } from "./roles.ts";

interface Opened {
  readonly at: Instant;
  readonly by: { readonly name: string; readonly roles: readonly Role[] } | null;
  readonly act: string;
}
export interface OpeningLine {
  readonly day: Day;
  readonly who: string;
  readonly role: string;
  readonly acts: readonly string[];
}

const ACTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(pastActWords),
  // Where an urgent point was raised is for the référent alone.
  ["assessment.recordedUrgent", pastActWords["assessment.recorded"]],
  ["urgent.raised", rightsWords.otherAct],
  ["urgent.done", rightsWords.otherAct],
  ["case.opened", rightsWords.opened],
]);

/** One line for each member and day; what was done that day, once each. */
export const openingLines = (openings: readonly Opened[], timeZone: string): readonly OpeningLine[] =>
  openings.reduce<readonly OpeningLine[]>((lines, { at, by, act }) => {
    const said = ACTS.get(act) ?? rightsWords.otherAct;
    const next: OpeningLine = {
      day: dayOfInstant(at, timeZone),
      who: by?.name ?? rightsWords.gone,
      role: by === null ? "" : rolesInWords(by.roles),
      acts: [said],
    };
    const same = lines.findIndex(({ day, who }) => day === next.day && who === next.who);
    if (same === -1) return [...lines, next];
    return lines.map((line, index) =>
      index !== same || line.acts.includes(said) ? line : { ...line, acts: [...line.acts, said] },
    );
  }, []);

/** « 24 novembre 2026 · Basile Tilleul, référent·e de parcours : dossier ouvert, domaine noté ». */
export const openingTitle = ({ day, who, role }: OpeningLine): string =>
  `${dayInWords(day)} · ${who}${role === "" ? "" : `, ${role}`}`;
