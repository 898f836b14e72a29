/** What the parts of the page read in the same way: names of domains, moments, figures as the wording takes them. */
import { REFERRING_BODIES } from "../../../src/contracts/codes.ts";
import type { FrameworkWords, Person, PersonRead, PersonRound } from "../../../src/contracts/person.ts";
import { momentInWords } from "../../../src/wording/dates.ts";
import { domainLabel } from "../../../src/wording/lead.ts";

export type Domain = PersonRound["findings"][number]["domain"];

/** The framework that something was made with; the present one where it is not known any more. */
export const frameworkOf = ({ frameworks }: PersonRead, version?: string): FrameworkWords | undefined =>
  frameworks.find((one) => one.version === version) ?? frameworks[0];

/** Labels of domains hold commas of their own. */
export const labelsOf = (framework: FrameworkWords, domains: readonly Domain[]): string =>
  domains.map((domain) => domainLabel(framework, domain)).join(" ; ");

/** « aujourd'hui à 14 h 32 ». */
export const momentOf = ({ today, timeZone }: Pick<Person, "today" | "timeZone">, at: string): string =>
  momentInWords(at, today, timeZone);

type Figure = PersonRound["extent"];
/** As the words of figures take them. */
export const extentIn = (figure: Figure, domains: number) =>
  figure === null ? ({ kind: "notComputable" } as const) : ({ kind: "figure", ...figure, domains } as const);
export const rangeIn = (range: PersonRound["range"]) =>
  range === null ? ({ kind: "notComputable" } as const) : ({ kind: "range", ...range } as const);

/** Whose word a reorientation waits for. */
export const referredIn = ({ situation }: PersonRead) => {
  const answer = (fact: "rsa" | "referringBody") => situation?.facts.find((one) => one.fact === fact)?.answer ?? null;
  const said = answer("referringBody");
  return { onRsa: answer("rsa") === "yes", body: REFERRING_BODIES.find((body) => body === said) ?? null };
};
