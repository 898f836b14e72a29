/** In local mode: a banner that says so, where one chooses a member of the team file. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { TabConfig } from "../../src/contracts/tab-config.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { SystemList } from "../ui/choice.tsx";
import { KEEPS_FOCUS } from "../ui/page.tsx";

const useStyles = makeStyles({
  banner: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0.5rem 1rem",
    alignItems: "center",
    padding: "0.5rem 1rem",
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `2px solid ${tokens.colorStatusWarningBorderActive}`,
    "@media print": { display: "none" },
  },
  words: { flex: "1 1 16rem", margin: 0 },
  choice: {
    display: "flex",
    flex: "0 1 22rem",
    maxWidth: "100%",
    flexWrap: "wrap",
    gap: "0.25rem 0.5rem",
    alignItems: "center",
  },
  list: { flex: "1 1 12rem", width: "auto", minWidth: 0 },
});

export type LocalMembers = Extract<TabConfig, { mode: "local" }>["members"];

export const LocalBanner = ({
  members,
  chosen,
  onChoose,
}: {
  readonly members: LocalMembers;
  readonly chosen: string;
  readonly onChoose: (aadObjectId: string) => void;
}) => {
  const styles = useStyles();
  const id = useId();
  return (
    <aside className={styles.banner} aria-label={tabWords.localMode} {...KEEPS_FOCUS}>
      <p className={styles.words}>
        <strong>{tabWords.localMode}</strong> {tabWords.localModeSays}
      </p>
      <div className={styles.choice}>
        <label htmlFor={id}>{tabWords.localMember}</label>
        <SystemList id={id} className={styles.list} value={chosen} onChange={(_event, { value }) => onChoose(value)}>
          {members.map(({ aadObjectId, name }) => (
            <option key={aadObjectId} value={aadObjectId}>
              {name}
            </option>
          ))}
        </SystemList>
      </div>
    </aside>
  );
};
