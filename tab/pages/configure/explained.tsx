/** What the tab of a channel, or of a meeting, will show. */
import { tabConfigureWords as words } from "../../../src/wording/tab-channel.ts";
import { Panel } from "../../ui/page.tsx";

const Explained = ({ inMeeting = false }: { readonly inMeeting?: boolean }) => {
  const { what, who, link } = inMeeting ? words.meeting : words.channel;
  return (
    <Panel>
      <p>{what}</p>
      <p>{who}</p>
      <p>{link}</p>
    </Panel>
  );
};
export default Explained;
