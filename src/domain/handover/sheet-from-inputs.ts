/** From what was typed in *Fiche pour le partenaire* to what is recorded: what is useful to receive the person, and nothing more. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import { cleanText, lengthOf } from "../text.ts";
import { notForPartner } from "./not-for-partner.ts";
import { SHEET_TEXTS, type SheetField, type SheetText } from "./codes.ts";
import { recipient, STAYS, type Fallback, type Handover, type Recipient } from "./records.ts";

export type SheetProblem =
  | { readonly field: SheetField; readonly code: "missing" | "sameAgain" }
  | { readonly field: SheetField; readonly code: "tooLong"; readonly limit: number; readonly length: number }
  | { readonly field: SheetText; readonly code: "notForPartner"; readonly found: readonly string[] };

/** No other destination yet. */
export const NONE_YET = "notYet";
/** A relay has no lead: another structure, named by hand. */
export const OTHER_STRUCTURE = "other";

const LINE = 200;

type Lead = Recipient["lead"];
/** Undefined: nothing was chosen, or nothing that this hand-over may lead to. */
const leadFrom = ({ what }: Pick<Handover, "what">, typed: string): Lead | undefined => {
  if (what === "relay") return null;
  const read = recipient.shape.lead.safeParse(typed);
  return read.success && read.data !== null ? read.data : undefined;
};

/** Whoever was decided by a cell is not replaced by another kind before they have answered. */
export const leadsOffered = (handover: Handover): readonly NonNullable<Lead>[] => {
  const all = recipient.shape.lead.unwrap().options;
  const { lead } = handover.decided;
  return handover.sendings.length === 0 && lead !== null ? [lead] : all;
};

/** The same service, as long as its name was not changed. */
const named = (before: Recipient | null, lead: Lead, name: string, contact: string): Recipient => ({
  lead,
  service: before?.name === name && before.lead === lead ? before.service : null,
  ...{ name, contact },
});

export interface TypedSheet {
  readonly to: Recipient | null;
  readonly fallback: Fallback | null;
  readonly sheet: Handover["sheet"];
}
export type SheetRead =
  | { readonly ok: true; readonly typed: TypedSheet }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] };

const tooLong = (field: SheetField, text: string, limit: number): readonly SheetProblem[] => {
  const length = lengthOf(text);
  return length > limit ? [{ field, code: "tooLong", limit, length }] : [];
};

const toFrom = (handover: Handover, text: (field: SheetField) => string): Recipient | null => {
  const lead = leadFrom(handover, text("lead"));
  const offered = lead === null || (lead !== undefined && leadsOffered(handover).includes(lead));
  return lead !== undefined && offered && text("name") !== ""
    ? named(handover.to, lead, text("name"), text("contact"))
    : null;
};

const fallbackFrom = (handover: Handover, text: (field: SheetField) => string): Fallback | null | undefined => {
  const chosen = text("otherLead");
  if (chosen === NONE_YET || chosen === "") return null;
  if (chosen === STAYS) return STAYS;
  const lead = leadFrom(handover, chosen);
  const before = handover.fallback === STAYS ? null : handover.fallback;
  if (lead === undefined || text("otherName") === "") return undefined;
  return named(before, lead, text("otherName"), text("otherContact"));
};

const isSame = (to: Recipient | null, other: Fallback | null | undefined): boolean =>
  to !== null &&
  other !== null &&
  other !== undefined &&
  other !== STAYS &&
  to.lead === other.lead &&
  to.name === other.name;

export const sheetFromInputs = (
  inputs: TypedInputs,
  handover: Handover,
  framework: Pick<Framework, "lengths" | "levels" | "urgentPoints">,
): SheetRead => {
  const text = (field: SheetField): string => cleanText(inputs[field] ?? "");
  const to = toFrom(handover, text);
  const other = fallbackFrom(handover, text);
  const problems: readonly SheetProblem[] = [
    ...(to === null && text("name") === "" ? [{ field: "name", code: "missing" } as const] : []),
    ...(to === null && text("name") !== "" ? [{ field: "lead", code: "missing" } as const] : []),
    ...(other === undefined ? [{ field: "otherName", code: "missing" } as const] : []),
    ...(isSame(to, other) ? [{ field: "otherName", code: "sameAgain" } as const] : []),
    ...(text("asks") === "" ? [{ field: "asks", code: "missing" } as const] : []),
    ...(["name", "contact", "otherName", "otherContact"] as const).flatMap((field) =>
      tooLong(field, text(field), LINE),
    ),
    ...SHEET_TEXTS.flatMap((field): readonly SheetProblem[] => {
      const found = notForPartner(text(field), framework);
      const long = tooLong(field, text(field), framework.lengths.facts);
      return found.length === 0 ? long : [...long, { field, code: "notForPartner", found }];
    }),
  ];
  if (problems.length > 0 || other === undefined) return { ok: false, problems };
  const sheet = { asks: text("asks"), helps: text("helps"), useful: text("useful"), practical: text("practical") };
  return { ok: true, typed: { to, fallback: other, sheet } };
};

/** How what is recorded fills the form. */
export const inputsFromSheet = ({ to, fallback, sheet, what }: Handover): Record<SheetField, string> => {
  const other = fallback === null || fallback === STAYS ? null : fallback;
  return {
    lead: to?.lead ?? "",
    name: to?.name ?? "",
    contact: to?.contact ?? "",
    otherLead:
      fallback === STAYS ? STAYS : other === null ? NONE_YET : what === "relay" ? OTHER_STRUCTURE : (other.lead ?? ""),
    otherName: other?.name ?? "",
    otherContact: other?.contact ?? "",
    ...sheet,
  };
};

const sameTo = (one: Recipient | null, other: Recipient | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A change of the sheet or of who receives it is read with the person again. Where the last destination said no, another one takes its place. */
export const withSheet = (handover: Handover, { to, fallback, sheet }: TypedSheet): Handover => {
  const changed = !sameTo(handover.to, to) || JSON.stringify(handover.sheet) !== JSON.stringify(sheet);
  const elsewhere = to?.name !== handover.to?.name || to?.lead !== handover.to?.lead;
  const refused = handover.sendings.at(-1)?.answer === "refused";
  return {
    ...handover,
    ...{ to, fallback, sheet: { ...sheet } },
    revised: changed ? handover.revised + 1 : handover.revised,
    behind: refused && elsewhere ? handover.sendings.length : handover.behind,
  };
};
