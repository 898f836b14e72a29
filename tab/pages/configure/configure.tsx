/** Where the tab of a channel or of a meeting is set up: what it will show, and nothing to choose. */
import { useEffect, useState } from "react";
import { tabConfigureWords as words } from "../../../src/wording/tab-channel.ts";
import { useSession } from "../../app/session.tsx";
import { isInSetUp, setUpTab } from "../../app/set-up.ts";
import { Page } from "../../ui/page.tsx";
import Explained from "./explained.tsx";

const Configure = () => {
  const { teams } = useSession();
  const [ready, setReady] = useState(false);
  const settingUp = isInSetUp(teams);
  useEffect(() => {
    if (settingUp) setReady(setUpTab(teams));
  }, [settingUp, teams]);
  return (
    <Page title={words.title}>
      <Explained inMeeting={teams !== undefined && teams.channel === undefined} />
      <p role="status">{settingUp ? ready && words.ready : words.outside}</p>
    </Page>
  );
};
export default Configure;
