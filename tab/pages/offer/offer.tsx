/** *Offre*: what waits to be confirmed, the directory, and the import of services. */
import { useMemo } from "react";
import { offerOverview, type OfferOverview } from "../../../src/contracts/offer.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { importWords } from "../../../src/wording/tab-offer.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { LiveView } from "../../app/live-view.tsx";
import { RouteLink, usePlace } from "../../app/router.tsx";
import { hasRole, useSession } from "../../app/session.tsx";
import { useLive } from "../../app/use-live.ts";
import { Page } from "../../ui/page.tsx";
import { Directory } from "./directory.tsx";
import { Import } from "./import.tsx";
import { Notes } from "./notes.tsx";

const Around = ({ offer, again }: { readonly offer: OfferOverview; readonly again: () => void }) => (
  <>
    {offer.notes === null ? null : <Notes offer={offer} notes={offer.notes} again={again} />}
    <Directory offer={offer} again={again} />
  </>
);

const NOTHING = new URLSearchParams();

const Offer = () => {
  const session = useSession();
  const query = usePlace()?.query ?? NOTHING;
  const live = useLive("/api/offer", offerOverview);
  const mayImport = useMemo(() => hasRole(session, "chargeDeProjet", "coordinatrice"), [session]);
  if (mayImport && query.get("vue") === "import") return <Import />;
  const actions = mayImport ? (
    <RouteLink to={tabAddress("offre", null, { vue: "import" })}>{importWords.open}</RouteLink>
  ) : undefined;
  return (
    <Page title={tabWords.pages.offre} {...(actions === undefined ? {} : { actions })}>
      <LiveView live={live}>{(offer) => <Around offer={offer} again={live.again} />}</LiveView>
    </Page>
  );
};
export default Offer;
