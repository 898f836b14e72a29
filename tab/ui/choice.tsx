/** One choice among a few, with the system's own list: it works by keyboard, by finger and with a screen reader everywhere. */
import { Field, makeStyles, mergeClasses, Select, type SelectProps } from "@fluentui/react-components";

const useStyles = makeStyles({
  whole: { width: "100%", minWidth: 0 },
  /** As tall as its letters, and never wider than its place. */
  list: { height: "auto", minHeight: "2rem", minWidth: 0, textOverflow: "ellipsis" },
});

/** The system's own list as the theme draws it; `Choice` puts its label above. */
export const SystemList = ({ className, ...given }: Omit<SelectProps, "select">) => {
  const styles = useStyles();
  return <Select {...given} className={mergeClasses(styles.whole, className)} select={{ className: styles.list }} />;
};

export interface ChoiceOption<V extends string> {
  readonly value: V;
  readonly label: string;
}

export const Choice = <V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}) => (
  <Field label={label}>
    <SystemList
      value={value}
      onChange={(_event, chosen) => {
        const option = options.find((one) => one.value === chosen.value);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SystemList>
  </Field>
);
