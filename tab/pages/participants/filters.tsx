/** What narrows the list, and in which order it is. Each choice is in the address at once. */
import { Checkbox, makeStyles } from "@fluentui/react-components";
import { MILESTONES, STEPS } from "../../../src/contracts/codes.ts";
import type { ParticipantsFilters, ParticipantsPage } from "../../../src/contracts/participants.ts";
import { milestoneWords } from "../../../src/wording/situation.ts";
import { stepWords } from "../../../src/wording/steps.ts";
import { participantsWords } from "../../../src/wording/tab-participants.ts";
import { Choice } from "../../ui/choice.tsx";
import { SORTS, type Change } from "./narrowing.ts";

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 14rem), 1fr))",
    gap: "0.75rem 1rem",
    alignItems: "end",
  },
});

const SORT_NAMES = ["nom", "date", "echeance"] as const;

/** Whoever is chosen is in the list, also once they left the team. */
const chosenOnly = ({ mine, referent, referents }: ParticipantsPage) =>
  mine || referent === null || referents.some(({ id }) => id === referent.id)
    ? []
    : [{ value: referent.id, label: referent.name ?? participantsWords.gone }];

const whoseOptions = (page: ParticipantsPage) => [
  ...(page.own ? [{ value: "moi", label: participantsWords.mine }] : []),
  { value: "tous", label: participantsWords.everyone },
  ...page.referents.map(({ id, name }) => ({ value: id, label: name })),
  ...chosenOnly(page),
];

const whoseValue = ({ mine, referent }: ParticipantsPage): string => (mine ? "moi" : (referent?.id ?? "tous"));

const whereOptions = [
  { value: "", label: participantsWords.anywhere },
  ...STEPS.map((step) => ({ value: step, label: stepWords[step] })),
];
const milestoneOptions = [
  { value: "", label: participantsWords.anyMilestone },
  ...MILESTONES.map((milestone) => ({ value: milestone, label: milestoneWords[milestone] })),
];
const sortOptions = SORT_NAMES.map((name) => ({ value: name, label: participantsWords.sorts[SORTS[name]] }));

const ANY_PLACE: Change = { etape: null, statut: null, echeance: null, bientot: null, attente: null };
const orNull = (value: string): string | null => (value === "" ? null : value);

export const Filters = ({
  filters,
  page,
  searching,
  onChange,
}: {
  readonly filters: ParticipantsFilters;
  readonly page: ParticipantsPage;
  /** What is found is in the order of names. */
  readonly searching: boolean;
  readonly onChange: (change: Change) => void;
}) => {
  const styles = useStyles();
  const { milestone, late, soon, outreach } = filters;
  const isOrdered = [milestone, late, soon, outreach].some((one) => one !== undefined);
  return (
    <div role="group" aria-label={participantsWords.narrow} className={styles.filters}>
      {page.referents.length === 0 ? null : (
        <Choice
          label={participantsWords.referent}
          options={whoseOptions(page)}
          value={whoseValue(page)}
          onChange={(referent) => onChange({ referent })}
        />
      )}
      <Choice
        label={participantsWords.where}
        options={whereOptions}
        value={filters.step ?? ""}
        onChange={(step) => onChange({ ...ANY_PLACE, etape: orNull(step) })}
      />
      <Choice
        label={participantsWords.milestone}
        options={milestoneOptions}
        value={milestone ?? ""}
        onChange={(chosen) => onChange({ ...ANY_PLACE, echeance: orNull(chosen) })}
      />
      {isOrdered || searching ? null : (
        <Choice
          label={participantsWords.sort}
          options={sortOptions}
          value={SORT_NAMES.find((name) => SORTS[name] === page.sort) ?? "nom"}
          onChange={(sort) => onChange({ tri: sort === "nom" ? null : sort })}
        />
      )}
      <Checkbox
        label={participantsWords.late}
        checked={late !== undefined}
        onChange={(_event, { checked }) =>
          onChange({ retard: checked === true ? "1" : null, bientot: null, attente: null })
        }
      />
    </div>
  );
};
