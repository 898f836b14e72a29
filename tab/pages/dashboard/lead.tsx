/** What whoever answers for the PLIE sees besides: it comes after the rest, and not to everyone. */
import type { DashboardLead, DashboardPage } from "../../../src/contracts/dashboard.ts";
import { dashboardNotes } from "../../../src/wording/tab-dashboard.ts";
import { ActiveFile } from "./active-file.tsx";
import { Decisions } from "./decisions.tsx";
import { Equity } from "./equity.tsx";
import { Handovers } from "./handover.tsx";
import type { ListsBehind } from "./narrowing.ts";
import { Outreach } from "./outreach.tsx";
import { Grid, Note } from "./parts.tsx";
import { Territory } from "./territory.tsx";
import { Workload } from "./workload.tsx";

const Lead = ({
  page: { asked, names, referents },
  lead,
  lists,
}: {
  readonly page: DashboardPage;
  readonly lead: DashboardLead;
  readonly lists: ListsBehind;
}) => (
  <>
    <Grid>
      <ActiveFile file={lead.file} lists={lists} isNow={asked.to >= asked.today} />
    </Grid>
    <Decisions decisions={lead.decisions} names={names} lists={lists} />
    <Handovers handovers={lead.handovers} names={names} lists={lists} />
    <Workload workload={lead.workload} referents={referents} lists={lists} />
    <Note>{dashboardNotes.masked}</Note>
    <Equity equity={lead.equity} asked={asked} lists={lists} />
    <Note>{dashboardNotes.territory}</Note>
    <Outreach origins={lead.origins} names={names} lists={lists} />
    <Territory lead={lead} names={names} lists={lists} />
  </>
);
export default Lead;
