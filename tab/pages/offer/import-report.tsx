/** What an import did, or would have done: how many of each, then each record that was refused and why. */
import type { ImportReport } from "../../../src/contracts/services.ts";
import { CLOSED_NOTHING } from "../../../src/wording/import.ts";
import { figure } from "../../../src/wording/lists.ts";
import { importWords } from "../../../src/wording/tab-offer.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";

const COUNTS = ["added", "changed", "unchanged", "closed", "reopened", "rejected"] as const;
type CountName = (typeof COUNTS)[number];

type Rejected = ImportReport["first"][number];

const COLUMNS: readonly Column<Rejected>[] = [
  { id: "rank", title: importWords.rank, number: true, cell: ({ rank }) => figure(rank) },
  { id: "id", title: importWords.id, cell: ({ id }) => id ?? importWords.noId },
  { id: "reasons", title: importWords.reasons, cell: ({ reasons }) => reasons.join(" ; ") },
];

/** Nothing closes or comes back but services. */
const countsOf = ({ kind }: ImportReport): readonly CountName[] =>
  kind === "services" ? COUNTS : COUNTS.filter((name) => name !== "closed" && name !== "reopened");

const RejectedOnes = ({ report }: { readonly report: ImportReport }) => {
  const { first, rejected } = report;
  if (first.length === 0) return null;
  return (
    <Section title={importWords.rejectedTitle}>
      <p>
        {importWords.rejectedAbout}
        {first.length < rejected ? ` ${importWords.onlyFirst(first.length, rejected)}` : ""}
      </p>
      <DataTable
        caption={importWords.rejectedTitle}
        captionHidden
        rows={first}
        rowId={({ rank }) => String(rank)}
        columns={COLUMNS}
      />
    </Section>
  );
};

export const Report = ({ title, report }: { readonly title: string; readonly report: ImportReport }) => (
  <>
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={countsOf(report)}
        rowId={(name) => name}
        columns={[
          { id: "what", title: importWords.what, cell: (name) => importWords.counts[name] },
          { id: "count", title: importWords.count, number: true, cell: (name) => figure(report[name]) },
        ]}
      />
      {report.closedNothing ? <p>{CLOSED_NOTHING.trim()}</p> : null}
    </Section>
    <RejectedOnes report={report} />
  </>
);
