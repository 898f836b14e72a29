/** *Import*: a file, what it would do, then how far it is. Whatever fails, the file and the choices stay where they are. */
import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { importPage, importRefused, importState, type ImportState } from "../../../src/contracts/import.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { tabImportWords as words } from "../../../src/wording/tab-import.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import type { Answer } from "../../app/server.ts";
import { goTo, usePlace } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { FileField } from "../../ui/file-field.tsx";
import { Message } from "../../ui/message.tsx";
import { Announce, Section } from "../../ui/page.tsx";
import { Report } from "./import-report.tsx";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "1rem",
    maxWidth: "36rem",
    justifyItems: "start",
  },
});

/** The local door takes nothing but JSON: the file goes inside it. */
const inJson = async (file: File): Promise<Blob> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  // Three bytes are four letters: pieces join.
  for (let from = 0; from < bytes.length; from += 3 * 8192)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 3 * 8192))));
  return new Blob(['{"file":"', ...pieces, '"}']);
};

const wordsOf = (answer: Extract<Answer<unknown>, { ok: false }>): string => {
  const read = importRefused.safeParse(answer.detail);
  if (read.success) return read.data.title;
  if (answer.problem === "notFound") return words.gone;
  const { title, whatToDo } = tabWords.problems[answer.problem];
  return `${title}. ${whatToDo}`;
};

const Import = () => {
  const styles = useStyles();
  const ask = useAsk();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [report, setReport] = useState<ImportState | null>(null);
  const [onlyRight, setOnlyRight] = useState(false);
  const [choices, setChoices] = useState<ReadonlyMap<number, string>>(new Map());
  const asked = usePlace()?.query.get("import") ?? null;
  useEffect(() => {
    if (asked === null || report?.run === asked) return;
    // The page was opened again: the import is shown where it stands.
    const path = `/api/import/${encodeURIComponent(asked)}?show=plan.refused`;
    void ask.get(path, importPage).then((answer) => {
      if (answer.ok) setReport(answer.value.import);
      else setSaid(wordsOf(answer));
    });
  }, [asked]);
  const take = (answer: Answer<ImportState>): void => {
    setBusy(false);
    setSaid(answer.ok ? null : answer.problem === "invalid" && report !== null ? words.choiceMissing : wordsOf(answer));
    if (!answer.ok) return;
    setReport(answer.value);
    goTo(tabAddress("dossiers", null, { vue: "import", import: answer.value.run }), { replace: true });
  };
  const read = async (): Promise<void> => {
    if (file === null) return setMissing(true);
    setBusy(true);
    setChoices(new Map());
    take(await ask.upload("/api/import", await inJson(file), "application/json", importState));
  };
  const apply = async (run: string): Promise<void> => {
    setBusy(true);
    const chosen = [...choices].filter(([, choice]) => choice !== "").map(([line, choice]) => ({ line, choice }));
    take(await ask.post(`/api/import/${run}/apply`, { onlyRight, choices: chosen }, importState));
  };
  const mayGo = report?.state === "read" && report.toDo > 0;
  const wrong = report === null ? 0 : report.plans.refused + report.plans.aside + report.plans.duplicate;
  return (
    <Section title={words.title}>
      <p>{words.about}</p>
      <div className={styles.form}>
        <FileField
          words={words}
          accept=".csv,.txt,text/csv"
          file={file}
          problem={missing ? words.fileMissing : null}
          choose={(chosen) => {
            setFile(chosen);
            setMissing(false);
            setReport(null);
            setSaid(null);
          }}
        />
        <Button appearance={mayGo ? "secondary" : "primary"} disabledFocusable={busy} onClick={() => void read()}>
          {words.read}
        </Button>
      </div>
      <Announce>{busy ? words.reading : ""}</Announce>
      {said === null ? null : <Message intent="error">{said}</Message>}
      {report === null ? null : (
        <Report
          key={report.run}
          first={report}
          choices={choices}
          choose={(line, choice) => setChoices((known) => new Map(known).set(line, choice))}
        />
      )}
      {report === null || !mayGo ? null : (
        <div className={styles.form}>
          {wrong === 0 ? null : (
            <Checkbox
              label={words.onlyRight}
              checked={onlyRight}
              onChange={(_event, { checked }) => setOnlyRight(checked === true)}
            />
          )}
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void apply(report.run)}>
            {words.apply(report.toDo)}
          </Button>
        </div>
      )}
    </Section>
  );
};
export default Import;
