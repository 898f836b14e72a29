/** What waits, with what is asked of the member who reads. */
import type { WaitingCase } from "../../../src/contracts/cells.ts";
import { upperFirst } from "../../../src/wording/lists.ts";
import { cellWords } from "../../../src/wording/reviews.ts";
import { askedOf, tabCellsWords as words } from "../../../src/wording/tab-cells.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { CaseName, Mark, standColumns } from "./case-words.tsx";

const Asked = ({ one }: { readonly one: WaitingCase }) => {
  const told = askedOf(one);
  if (told === null) return <>{words.nothingAsked}</>;
  const asked = upperFirst(told);
  return one.toDecide || one.opinion === "toGive" ? <Mark>{asked}</Mark> : <>{asked}</>;
};

export const WaitingTable = ({
  caption,
  rows,
  today,
  withCell = false,
}: {
  readonly caption: string;
  readonly rows: readonly WaitingCase[];
  readonly today: string;
  /** Where the list holds several cells. */
  readonly withCell?: boolean;
}) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    columns={[
      {
        id: "review",
        title: words.columns.review,
        cell: (one) => (
          <span>
            <CaseName {...one} opens />
            {withCell ? ` · ${cellWords[one.cell]}` : null}
          </span>
        ),
      },
      { id: "asked", title: words.columns.asked, cell: (one) => <Asked one={one} /> },
      ...standColumns(today),
    ]}
  />
);
