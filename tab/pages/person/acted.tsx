/** Who did what: read, script and all, when one asks for it. */
import type { FrameworkWords, Person } from "../../../src/contracts/person.ts";
import { personHistory, type PersonHistory } from "../../../src/contracts/person-history.ts";
import { domainLabel } from "../../../src/wording/lead.ts";
import { reviewLabel } from "../../../src/wording/reviews.ts";
import { historyWords as words } from "../../../src/wording/tab-person.ts";
import { LiveView } from "../../app/live-view.tsx";
import { useLive } from "../../app/use-live.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { momentOf } from "./reading.ts";

interface Props {
  readonly person: Person;
  readonly framework: FrameworkWords;
}
type Act = PersonHistory["acts"][number];

const actWords = (framework: FrameworkWords, { act, domain, review }: Act): string => {
  const about = review !== null ? reviewLabel(review) : domain === null ? null : domainLabel(framework, domain);
  return words.line(words.acts[act], about);
};

const Acts = ({ history, person, framework }: Props & { readonly history: PersonHistory }) => {
  if (history.acts.length === 0) return <EmptyState>{words.none}</EmptyState>;
  return (
    <>
      <DataTable
        caption={words.open}
        rows={history.acts.map((act, index) => ({ ...act, id: String(index) }))}
        rowId={({ id }) => id}
        columns={[
          { id: "act", title: words.columns.what, cell: (act) => actWords(framework, act) },
          { id: "at", title: words.columns.when, cell: ({ at }) => momentOf(person, at) },
          { id: "by", title: words.columns.who, cell: ({ by }) => by ?? words.someone },
        ]}
      />
      {history.whole ? null : <p>{words.older}</p>}
    </>
  );
};

const Acted = (props: Props) => {
  const live = useLive(`/api/participants/${encodeURIComponent(props.person.code)}/history`, personHistory);
  return <LiveView live={live}>{(history) => <Acts {...props} history={history} />}</LiveView>;
};
export default Acted;
