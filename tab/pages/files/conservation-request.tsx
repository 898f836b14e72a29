/** *Effacement à la demande de la personne*: the code is typed, whose file it is is read, then confirmed. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { fileToErase, retentionAnswer, type FileToErase } from "../../../src/contracts/retention.ts";
import { retentionWords } from "../../../src/wording/retention.ts";
import { retentionPageWords as words } from "../../../src/wording/tab-retention.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { Panel, Section } from "../../ui/page.tsx";
import { usePress } from "../offer/use-press.ts";
import type { Told } from "./conservation-told.ts";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "0.5rem", maxWidth: "24rem" },
  typed: { width: "100%", minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "0.5rem", marginBlockStart: "0.5rem" },
});

const problemWords = (problem: keyof typeof tabWords.problems): string => {
  if (problem === "notFound" || problem === "invalid") return words.noSuchCode;
  if (problem === "conflict") return words.movedNow;
  const { title, whatToDo } = tabWords.problems[problem];
  return `${title}. ${whatToDo}`;
};

export const EraseOnRequest = ({ tell }: { readonly tell: (told: Told) => void }) => {
  const styles = useStyles();
  const looking = usePress("/api/retention/file", fileToErase);
  const erasing = usePress("/api/retention/erase", retentionAnswer);
  const [code, setCode] = useState("");
  const [file, setFile] = useState<FileToErase | null>(null);
  const look = async (): Promise<void> => {
    const answer = await looking.send({ code: code.trim().toUpperCase() });
    if (answer === undefined) return;
    if (answer.ok) setFile(answer.value);
    else tell({ words: problemWords(answer.problem), well: false });
  };
  const erase = async ({ name, rev, ...of }: FileToErase): Promise<void> => {
    const answer = await erasing.send({ code: of.code, rev });
    if (answer === undefined) return;
    setFile(null);
    setCode("");
    tell(
      answer.ok ? { words: words.done.erased(name), well: true } : { words: problemWords(answer.problem), well: false },
    );
  };
  return (
    <Section title={words.request}>
      <p>{words.requestAbout}</p>
      {file === null ? (
        <div className={styles.fields}>
          <Field label={words.code}>
            <Input
              value={code}
              maxLength={20}
              className={styles.typed}
              input={{ className: styles.typed }}
              onChange={(_event, { value }) => setCode(value)}
            />
          </Field>
          <div className={styles.buttons}>
            <Button disabledFocusable={looking.busy} onClick={() => void look()}>
              {words.look}
            </Button>
          </div>
        </div>
      ) : (
        <Panel>
          <p>
            <strong>{words.confirming.erased(words.person(file.name, file.code))}</strong>
          </p>
          <p>{retentionWords.goes}</p>
          <p>{retentionWords.stays}</p>
          <p>{retentionWords.esfStays}</p>
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={erasing.busy} onClick={() => void erase(file)}>
              {words.confirm.erased}
            </Button>
            <Button onClick={() => setFile(null)}>{words.cancel}</Button>
          </div>
        </Panel>
      )}
    </Section>
  );
};
