/** Which months, and whose people. Each choice is in the address at once. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type SyntheticEvent } from "react";
import type { DashboardPage } from "../../../src/contracts/dashboard.ts";
import { dashboardWords as words } from "../../../src/wording/tab-dashboard.ts";
import { Choice } from "../../ui/choice.tsx";
import { arePeriod, presetMonths, presetOf, PRESETS, type Months, type Narrowing } from "./narrowing.ts";

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 14rem), 1fr))",
    gap: "0.75rem 1rem",
    alignItems: "end",
    "@media print": { display: "none" },
  },
  months: { display: "contents" },
  input: { minWidth: 0, width: "100%" },
});

const presetOptions = [
  ...PRESETS.map((value) => ({ value, label: words.presets[value] })),
  { value: "other" as const, label: words.presets.other },
];
const EVERYONE = "tous";

const OtherMonths = ({ from, to, onShow }: Months & { readonly onShow: (months: Months) => void }) => {
  const styles = useStyles();
  const [months, setMonths] = useState<Months>({ from, to });
  const [refused, setRefused] = useState(false);
  const show = (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(!arePeriod(months));
    if (arePeriod(months)) onShow(months);
  };
  return (
    <form className={styles.months} onSubmit={show}>
      <Field label={words.from} {...(refused ? { validationMessage: words.monthsRefused } : {})}>
        <Input
          type="month"
          className={styles.input}
          value={months.from}
          onChange={(_event, { value }) => setMonths({ ...months, from: value })}
        />
      </Field>
      <Field label={words.to}>
        <Input
          type="month"
          className={styles.input}
          value={months.to}
          onChange={(_event, { value }) => setMonths({ ...months, to: value })}
        />
      </Field>
      <Button type="submit">{words.show}</Button>
    </form>
  );
};

export const Filters = ({
  page: { asked, referents },
  narrowing,
  onChange,
}: {
  readonly page: Pick<DashboardPage, "asked" | "referents">;
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}) => {
  const styles = useStyles();
  const preset = presetOf(asked);
  const [choosing, setChoosing] = useState(false);
  const other = choosing || preset === "other";
  return (
    <div role="group" aria-label={words.narrow} className={styles.filters}>
      <Choice
        label={words.period}
        options={presetOptions}
        value={other ? "other" : preset}
        onChange={(chosen) => {
          setChoosing(chosen === "other");
          if (chosen !== "other") onChange({ ...narrowing, months: presetMonths(chosen, asked.today) });
        }}
      />
      {other ? (
        <OtherMonths
          from={asked.from.slice(0, 7)}
          to={asked.to.slice(0, 7)}
          onShow={(months) => onChange({ ...narrowing, months })}
        />
      ) : null}
      <Choice
        label={words.referent}
        options={[
          { value: EVERYONE, label: words.everyone },
          ...referents.map(({ id, name }) => ({ value: id, label: name ?? words.gone })),
        ]}
        value={narrowing.referent ?? EVERYONE}
        onChange={(chosen) => onChange({ ...narrowing, referent: chosen === EVERYONE ? null : chosen })}
      />
    </div>
  );
};
