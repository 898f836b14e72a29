/** Files in the restricted archive: opened from here only, or put back in use with a reason. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import {
  REOPENED_BECAUSE,
  retentionAnswer,
  type ArchivedFileOut,
  type RetentionPage,
} from "../../../src/contracts/retention.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { groundWords, unarchiveWords } from "../../../src/wording/retention.ts";
import { retentionPageWords as words } from "../../../src/wording/tab-retention.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { RouteLink } from "../../app/router.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { usePress } from "../offer/use-press.ts";
import type { Told } from "./conservation-told.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "0.75rem" },
  about: { marginBlock: "0 0.25rem" },
  fields: { display: "grid", gap: "0.5rem", maxWidth: "24rem" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "0.5rem", marginBlockStart: "0.5rem" },
});

const Reopening = ({
  file,
  tell,
  leave,
}: {
  readonly file: ArchivedFileOut;
  readonly tell: (told: Told) => void;
  readonly leave: () => void;
}) => {
  const styles = useStyles();
  const press = usePress("/api/retention/unarchive", retentionAnswer);
  const [why, setWhy] = useState<(typeof REOPENED_BECAUSE)[number]>("comesBack");
  const reopen = async (): Promise<void> => {
    const answer = await press.send({ code: file.code, rev: file.rev, why });
    if (answer === undefined) return;
    if (answer.ok) return tell({ words: words.reopened(file.name ?? file.code), well: true });
    const { title, whatToDo } = tabWords.problems[answer.problem];
    tell({ words: `${title}. ${whatToDo}`, well: false });
  };
  return (
    <div role="group" aria-label={words.reopening(file.name ?? file.code)}>
      <div className={styles.fields}>
        <Choice
          label={words.why}
          options={REOPENED_BECAUSE.map((value) => ({ value, label: unarchiveWords[value] }))}
          value={why}
          onChange={setWhy}
        />
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={press.busy} onClick={() => void reopen()}>
          {words.reopen}
        </Button>
        <Button onClick={leave}>{words.cancel}</Button>
      </div>
    </div>
  );
};

const ArchivedFile = ({ file, tell }: { readonly file: ArchivedFileOut; readonly tell: (told: Told) => void }) => {
  const styles = useStyles();
  const [reopening, setReopening] = useState(false);
  const until = file.until === null ? "" : dayInWords(file.until);
  return (
    <Panel>
      <p className={styles.about}>
        <RouteLink to={tabAddress("participants", file.code)}>{words.person(file.name ?? "", file.code)}</RouteLink>
      </p>
      <p className={styles.about}>{words.archivedOn(dayInWords(file.on), groundWords[file.ground], until)}</p>
      {file.again.map((code) => (
        <p key={code} className={styles.about}>
          {words.again} <RouteLink to={tabAddress("participants", code)}>{code}</RouteLink>
        </p>
      ))}
      {reopening ? (
        <Reopening file={file} tell={tell} leave={() => setReopening(false)} />
      ) : (
        <Button aria-label={words.reopening(file.name ?? file.code)} onClick={() => setReopening(true)}>
          {words.reopen}
        </Button>
      )}
    </Panel>
  );
};

export const ArchivedFiles = ({
  page,
  tell,
}: {
  readonly page: RetentionPage;
  readonly tell: (told: Told) => void;
}) => {
  const styles = useStyles();
  return (
    <Section title={words.archivedTitle}>
      {page.archived.length === 0 ? (
        <EmptyState>{words.noArchive}</EmptyState>
      ) : (
        <>
          <p>{words.archivedAbout}</p>
          <ul className={styles.list}>
            {page.archived.map((file) => (
              <li key={file.code}>
                <ArchivedFile file={file} tell={tell} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};
