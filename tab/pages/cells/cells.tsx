/** Cellules: all of them, one, or one case of it. In a meeting, the cell that sits comes first. */
import { cellsView } from "../../../src/contracts/cells.ts";
import { usePlace } from "../../app/router.tsx";
import { useSession } from "../../app/session.tsx";
import { isInMeeting } from "../../app/teams.ts";
import { useLive } from "../../app/use-live.ts";
import { CellPage } from "./cell.tsx";
import { CellsOverview } from "./overview.tsx";
import { ReviewPage } from "./review.tsx";

/** Nothing is chosen: all of them, or in a meeting what sits now. */
const All = ({ meeting }: { readonly meeting: boolean }) => {
  const live = useLive("/api/cells", cellsView);
  const sitting = meeting && live.state === "ready" ? live.value.cells.find(({ open }) => open) : undefined;
  return sitting === undefined ? <CellsOverview live={live} /> : <CellPage key={sitting.cell} cell={sitting.cell} />;
};

const Cells = () => {
  const place = usePlace();
  const meeting = isInMeeting(useSession().teams);
  const cell = place?.code ?? null;
  const review = place?.query.get("etude") ?? null;
  if (cell === null) return <All meeting={meeting && place?.query.has("toutes") !== true} />;
  return review === null ? <CellPage cell={cell} /> : <ReviewPage key={review} cell={cell} review={review} />;
};
export default Cells;
