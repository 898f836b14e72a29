import { Field, Select } from "@fluentui/react-components";

export interface ChoiceOption<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** One choice in a list, with its label above it. */
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
    <Select
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
    </Select>
  </Field>
);
