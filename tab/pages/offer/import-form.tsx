/** What an import needs to know. It only says what is wrong once somebody tried. */
import { Button, Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { importWords } from "../../../src/wording/tab-offer.ts";
import { Choice } from "../../ui/choice.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { importingFrom, type Importing, type ImportTyped } from "./import-request.ts";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "1rem", maxWidth: "36rem" },
  /** A field is no wider than its place, in letters of any size. */
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
});

const KINDS = [
  { value: "services", label: importWords.kinds.services },
  { value: "structures", label: importWords.kinds.structures },
] as const;

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
  <Field
    className={useStyles().field}
    label={label}
    hint={hint}
    {...(problem === null ? {} : { validationMessage: problem })}
  >
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
      <FileField
        words={importWords}
        accept=".json,.csv,application/json,text/csv"
        file={typed.file}
        problem={words(problems.file)}
        choose={(file) => type({ file, closing: false })}
      />
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
