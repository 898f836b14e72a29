/** Where a name or a code is typed. It stays in the page: not in the address, not in the browser. */
import { Field, Input, makeStyles } from "@fluentui/react-components";
import { LONGEST_SEARCH } from "../../../src/contracts/participants.ts";
import { participantsWords } from "../../../src/wording/tab-participants.ts";

/** Never wider than its place. */
const useStyles = makeStyles({ whole: { width: "100%", minWidth: 0 } });

export const SearchBox = ({ typed, onType }: { readonly typed: string; readonly onType: (typed: string) => void }) => {
  const styles = useStyles();
  return (
    <search>
      <Field label={participantsWords.search} hint={participantsWords.searchHint}>
        <Input
          className={styles.whole}
          input={{ className: styles.whole }}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_SEARCH}
          value={typed}
          onChange={(_event, { value }) => onType(value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || typed === "") return;
            event.preventDefault();
            onType("");
          }}
        />
      </Field>
    </search>
  );
};
