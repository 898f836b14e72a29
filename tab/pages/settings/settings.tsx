/** *Réglages*: what the PLIE's files say, how its channels stand, and what each version of the framework changed. */
import { settings } from "../../../src/contracts/settings.ts";
import { settingsWords } from "../../../src/wording/tab-settings.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { LiveView } from "../../app/live-view.tsx";
import { useLive } from "../../app/use-live.ts";
import { Page } from "../../ui/page.tsx";
import { Cells } from "./cells.tsx";
import { History } from "./history.tsx";
import { Plie } from "./plie.tsx";
import { Rules } from "./rules.tsx";
import { Team } from "./team.tsx";

const Settings = () => {
  const live = useLive("/api/settings", settings);
  return (
    <Page title={tabWords.pages.reglages}>
      <LiveView live={live}>
        {(read) => (
          <>
            <p>{settingsWords.about}</p>
            <Team team={read.team} />
            <Cells settings={read} />
            <Rules settings={read} />
            <History inForce={read.framework} />
            <Plie settings={read} />
          </>
        )}
      </LiveView>
    </Page>
  );
};
export default Settings;
