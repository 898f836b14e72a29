import type { SettingsOut } from "../../../src/contracts/settings.ts";
import { upperFirst } from "../../../src/wording/lists.ts";
import { rolesInWords } from "../../../src/wording/roles.ts";
import { settingsWords } from "../../../src/wording/tab-settings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Message } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";

type Of = SettingsOut["team"];

/** A file that was not taken is said, with every reason: whoever edited it finds the place. */
const Refused = ({ refused }: Pick<Of, "refused">) =>
  refused.length === 0 ? null : (
    <Message intent="warning">
      {settingsWords.teamRefused}
      <ul>
        {refused.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Message>
  );

export const Team = ({ team: { members, refused } }: { readonly team: Of }) => (
  <Section title={settingsWords.team}>
    <p>{settingsWords.teamAbout}</p>
    <Refused refused={refused} />
    <DataTable
      caption={settingsWords.teamCount(members.length)}
      rows={members}
      rowId={({ name }) => name}
      columns={[
        { id: "name", title: settingsWords.name, cell: ({ name }) => name },
        { id: "roles", title: settingsWords.roles, cell: ({ roles }) => upperFirst(rolesInWords(roles)) },
      ]}
    />
  </Section>
);
