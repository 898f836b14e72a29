/** Where the tab of a channel or of a meeting is set up: what it will show, and nothing to choose. */
import { useEffect, useState } from "react";
import { tabConfigureWords as words } from "../../../src/wording/tab-channel.ts";
import { useSession } from "../../app/session.tsx";
import { isInSetUp, setUpTab } from "../../app/set-up.ts";
import { Page, Panel } from "../../ui/page.tsx";

const Configure = () => {
  const { teams } = useSession();
  const [ready, setReady] = useState(false);
  const settingUp = isInSetUp(teams);
  useEffect(() => {
    if (settingUp) setReady(setUpTab(teams));
  }, [settingUp, teams]);
  const { what, who, ...more } = teams?.channel === undefined ? words.meeting : words.channel;
  return (
    <Page title={words.title}>
      <Panel>
        <p>{what}</p>
        <p>{who}</p>
        <p>{"link" in more ? more.link : null}</p>
      </Panel>
      <p role="status">{ready ? words.ready : words.outside}</p>
    </Page>
  );
};
export default Configure;
