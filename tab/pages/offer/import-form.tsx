/** What an import needs to know. It only says what is wrong once somebody tried. */
import { Button, Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { importWords } from "../../../src/wording/tab-offer.ts";
import { Choice } from "../../ui/choice.tsx";
import { importingFrom, type Importing, type ImportTyped } from "./import-request.ts";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "1rem", maxWidth: "36rem" },
  file: { display: "block", width: "100%", minWidth: 0, font: "inherit", color: "inherit", minHeight: "2rem" },
  hint: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  problem: { display: "block", color: tokens.colorStatusDangerForeground1 },
});

const KINDS = [
  { value: "services", label: importWords.kinds.services },
  { value: "structures", label: importWords.kinds.structures },
] as const;

/** The system's own choice of a file. */
const FileField = ({
  problem,
  choose,
}: {
  readonly problem: string | null;
  readonly choose: (file: File | null) => void;
}) => {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{importWords.file}</label>
      <span id={`${id}-hint`} className={styles.hint}>
        {importWords.fileHint}
      </span>
      <input
        id={id}
        type="file"
        accept=".json,.csv,application/json,text/csv"
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={problem !== null}
        className={styles.file}
        onChange={({ target }) => choose(target.files?.[0] ?? null)}
      />
      <span id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem}
      </span>
    </div>
  );
};

const EMPTY: ImportTyped = { file: null, kind: "services", sources: "", zone: "", closing: false };

const TextField = ({
  label,
  hint,
  problem,
  value,
  type,
}: {
  readonly label: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly value: string;
  readonly type: (value: string) => void;
}) => (
  <Field label={label} hint={hint} {...(problem === null ? {} : { validationMessage: problem })}>
    <Input
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      value={value}
      onChange={(_event, typed) => type(typed.value)}
    />
  </Field>
);

export const ImportForm = ({
  sending,
  closes,
  send,
}: {
  readonly sending: boolean;
  /** The server asks whether most services are really to be closed. */
  readonly closes: boolean;
  readonly send: (importing: Importing) => Promise<void>;
}) => {
  const styles = useStyles();
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const type = (change: Partial<ImportTyped>): void => setTyped((before) => ({ ...before, ...change }));
  const { importing, problems } = importingFrom({ ...typed, closing: closes && typed.closing });
  const words = (problem: keyof typeof importWords.problems | undefined): string | null =>
    tried && problem !== undefined ? importWords.problems[problem] : null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (importing !== null && !sending) void send(importing);
      }}
    >
      <FileField problem={words(problems.file)} choose={(file) => type({ file, closing: false })} />
      <Choice label={importWords.kind} options={KINDS} value={typed.kind} onChange={(kind) => type({ kind })} />
      <TextField
        label={importWords.sources}
        hint={importWords.sourcesHint}
        problem={words(problems.sources)}
        value={typed.sources}
        type={(sources) => type({ sources })}
      />
      <TextField
        label={importWords.zone}
        hint={importWords.zoneHint}
        problem={words(problems.zone)}
        value={typed.zone}
        type={(zone) => type({ zone })}
      />
      {closes ? (
        <Checkbox
          label={importWords.closing}
          checked={typed.closing}
          onChange={(_event, { checked }) => type({ closing: checked === true })}
        />
      ) : null}
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {importWords.send}
        </Button>
      </div>
    </form>
  );
};
