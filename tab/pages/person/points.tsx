/** *Points à trois mois*: what was agreed with the person each time; then the news six months after an exit to employment. */
import type { Person } from "../../../src/contracts/person.ts";
import type { PersonPoints } from "../../../src/contracts/person-points.ts";
import { shortDay } from "../../../src/wording/dates.ts";
import { newsLine, pointsTabWords as words } from "../../../src/wording/parcours.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";

const Points = ({ person, points: { held, news } }: { readonly person: Person; readonly points: PersonPoints }) => (
  <Section title={words.title}>
    {held.length === 0 ? null : (
      <DataTable
        caption={words.title}
        captionHidden
        rows={held.map((point, at) => ({ ...point, id: String(at) }))}
        rowId={({ id }) => id}
        columns={[
          { id: "on", title: words.on, cell: ({ on }) => shortDay(on, person.today) },
          { id: "agreed", title: words.agreed, cell: ({ agreed }) => agreed },
          { id: "nextOn", title: words.nextOn, cell: ({ nextOn }) => shortDay(nextOn, person.today) },
          { id: "by", title: words.by, cell: ({ by }) => by ?? "" },
        ]}
      />
    )}
    {news === null ? null : <p>{newsLine(news)}</p>}
  </Section>
);
export default Points;
