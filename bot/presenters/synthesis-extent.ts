/** The extent of what is difficult: the whole, then each family, drawn and said. */
import { DOMAIN_IDS, type DomainId, type Framework } from "../../src/domain/framework/schema.ts";
import {
  extent,
  extentByFamily,
  range,
  type CountingRule,
  type Findings,
} from "../../src/domain/diagnostic/figures.ts";
import { blankFinding } from "../../src/domain/diagnostic/findings.ts";
import { extentCell, extentSentence, rangeCell, scaleLabel, wholeLabel } from "../../src/wording/figures.ts";

/** The same findings as if nothing but these domains existed: the others stay out of every figure. */
const within = (findings: Findings, domains: readonly DomainId[]): Findings => {
  const outside = blankFinding("notApplicable", { by: "-", now: "" });
  return new Map(
    DOMAIN_IDS.flatMap((domain) => {
      const finding = domains.includes(domain) ? findings.get(domain) : outside;
      return finding === undefined ? [] : [[domain, finding] as const];
    }),
  );
};

/** The whole, then each family, with its range. */
const extentRows = (findings: Findings, framework: Framework, counting: CountingRule) => [
  { label: wholeLabel, extent: extent(findings), range: range(findings, counting) },
  ...extentByFamily(findings, framework).map((entry) => ({
    label: framework.families.find(({ id }) => id === entry.family)?.label ?? entry.family,
    extent: entry.extent,
    range: range(within(findings, entry.domains), counting),
  })),
];

export const extentOf = (findings: Findings, framework: Framework, counting: CountingRule) => {
  const rows = extentRows(findings, framework, counting);
  const bars = rows.flatMap((row) => (row.extent.kind === "figure" ? [{ x: row.label, y: row.extent.value }] : []));
  return {
    sentence: extentSentence(extent(findings), range(findings, counting)),
    // The longest bar fills the width: without the whole scale beside it, 20 looks like everything.
    chart: bars.length === 0 ? [] : [...bars, { x: scaleLabel, y: 100 }],
    rows: rows.map((row) => ({ label: row.label, extent: extentCell(row.extent), range: rangeCell(row.range) })),
  };
};
