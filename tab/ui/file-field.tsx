/** The choice of a file: the system's own field, which the keyboard and screen readers use, under words that are ours and not the browser's. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";

const useStyles = makeStyles({
  hint: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  problem: { display: "block", color: tokens.colorPaletteRedForeground1 },
  chooser: {
    position: "relative",
    display: "flex",
    flexWrap: "wrap",
    gap: "0.5rem",
    alignItems: "center",
    marginTop: "0.25rem",
    "& input:focus-visible + label": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  native: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  button: {
    padding: "0.3125rem 0.75rem",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
  },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  chosen: { minWidth: 0, overflowWrap: "anywhere" },
});

export interface FileWords {
  readonly file: string;
  readonly fileHint: string;
  readonly chooseFile: string;
  readonly noFile: string;
}

export const FileField = ({
  words,
  accept,
  file,
  problem,
  choose,
}: {
  readonly words: FileWords;
  readonly accept: string;
  readonly file: File | null;
  readonly problem: string | null;
  readonly choose: (file: File | null) => void;
}) => {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <span id={`${id}-title`}>{words.file}</span>
      <span id={`${id}-hint`} className={styles.hint}>
        {words.fileHint}
      </span>
      <div className={styles.chooser}>
        <input
          id={id}
          type="file"
          accept={accept}
          aria-labelledby={`${id}-title ${id}-button`}
          aria-describedby={`${id}-hint ${id}-chosen ${id}-problem`}
          aria-invalid={problem !== null}
          className={styles.native}
          onChange={({ target }) => choose(target.files?.[0] ?? null)}
        />
        <label
          id={`${id}-button`}
          htmlFor={id}
          className={mergeClasses(styles.button, problem !== null && styles.wrong)}
        >
          {words.chooseFile}
        </label>
        <span id={`${id}-chosen`} className={styles.chosen}>
          {file?.name ?? words.noFile}
        </span>
      </div>
      <span id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem}
      </span>
    </div>
  );
};
