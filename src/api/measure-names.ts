/** What the method and the PLIE call the codes of a measure: the browser knows neither. */
import { groupAt, groupsOf } from "../domain/dashboard/groups.ts";
import type { MeasureKind } from "../domain/dashboard/measures.ts";
import type { Services } from "../use-cases/frame/services.ts";

type Named = (services: Services, word: string) => string | null;

const domain: Named = ({ frameworks }, word) => frameworks.current.domains.find(({ id }) => id === word)?.label ?? null;
const level: Named = ({ frameworks }, word) => frameworks.current.levels[Number(word)] ?? null;
const lead: Named = ({ frameworks }, word) =>
  frameworks.current.suggestion.leads.find(({ kind }) => kind === word)?.label ?? null;
const group: Named = ({ plie }, word) => {
  const name = groupAt(groupsOf(plie.communes), word);
  return name === "" ? null : name;
};
const prescriber: Named = ({ plie }, word) => groupAt(plie.prescribers, word) || null;
const none: Named = () => null;

const NAMED: Partial<Readonly<Record<MeasureKind, readonly Named[]>>> = {
  barrier: [none, domain, level],
  moved: [none, domain],
  unmet: [none, domain, group],
  saturated: [none, domain, group],
  sentBy: [none, prescriber],
  sentFrom: [none, group],
  decided: [none, none, lead],
  refused: [none, lead],
};

/** One for each word of the measure; null where its code says enough. */
export const measureNames = (
  services: Services,
  measure: readonly [MeasureKind, ...string[]],
): readonly (string | null)[] => measure.map((word, at) => NAMED[measure[0]]?.[at]?.(services, word) ?? null);
