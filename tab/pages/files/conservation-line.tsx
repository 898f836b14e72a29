/** One person of this month's list: what is proposed, and the choice, confirmed in a second step that says what goes and what stays. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CONFIRMED } from "../../../src/contracts/retention.ts";
import {
  GROUNDS,
  retentionAnswer,
  WAYS,
  type RetentionLineOut,
  type RetentionPage,
} from "../../../src/contracts/retention.ts";
import { dayInWords, shortDay } from "../../../src/wording/dates.ts";
import {
  contactWayWords,
  groundWords,
  proposalWords,
  retentionWords,
  settledWords,
} from "../../../src/wording/retention.ts";
import { retentionPageWords as words } from "../../../src/wording/tab-retention.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { Choice } from "../../ui/choice.tsx";
import { Panel } from "../../ui/page.tsx";
import { usePress } from "../offer/use-press.ts";
import type { Told } from "./conservation-told.ts";

type How = (typeof CONFIRMED)[number];

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "0.5rem", marginBlockStart: "0.5rem" },
  fields: { display: "grid", gap: "0.5rem", maxWidth: "24rem" },
  about: { marginBlock: "0 0.25rem" },
});

interface Props {
  readonly page: RetentionPage;
  readonly month: string;
  readonly line: RetentionLineOut;
  readonly tell: (told: Told) => void;
}

const CHOICES: Readonly<Record<RetentionLineOut["proposes"], readonly How[]>> = {
  noContact: ["erased", "archived", "accompanied"],
  archiveOver: ["erased"],
  esfOver: ["erased"],
};

const SAYS: Readonly<Record<How, readonly string[]>> = {
  erased: [retentionWords.goes, retentionWords.stays, retentionWords.esfStays],
  archived: [retentionWords.archives],
  accompanied: [words.accompaniedAbout],
};

const Confirming = ({
  page,
  month,
  line,
  tell,
  how,
  leave,
}: Props & { readonly how: How; readonly leave: () => void }) => {
  const styles = useStyles();
  const press = usePress("/api/retention/settle", retentionAnswer);
  const [ground, setGround] = useState<(typeof GROUNDS)[number]>("legalObligation");
  const [way, setWay] = useState<(typeof WAYS)[number]>("meeting");
  const [on, setOn] = useState(page.today);
  const whom = line.name ?? line.code;
  const what = () => {
    if (how === "archived") return { how, ground };
    return how === "accompanied" ? { how, way, on } : { how };
  };
  const confirm = async (): Promise<void> => {
    const answer = await press.send({ month, code: line.code, what: what() });
    if (answer === undefined) return;
    if (answer.ok) return tell({ words: words.done[how](whom), well: true });
    const { title, whatToDo } = tabWords.problems[answer.problem];
    const said = answer.problem === "conflict" ? words.moved : `${title}. ${whatToDo}`;
    tell({ words: answer.problem === "invalid" && how === "accompanied" ? words.tooOld : said, well: false });
  };
  return (
    <div role="group" aria-label={words.confirming[how](whom)}>
      <p className={styles.about}>
        <strong>{words.confirming[how](whom)}</strong>
      </p>
      {SAYS[how].map((said) => (
        <p key={said} className={styles.about}>
          {said}
        </p>
      ))}
      <div className={styles.fields}>
        {how === "archived" ? (
          <Choice
            label={words.ground}
            options={GROUNDS.map((value) => ({ value, label: groundWords[value] }))}
            value={ground}
            onChange={setGround}
          />
        ) : null}
        {how === "accompanied" ? (
          <>
            <Choice
              label={words.way}
              options={WAYS.map((value) => ({ value, label: contactWayWords[value] }))}
              value={way}
              onChange={setWay}
            />
            <Field label={words.contactOn}>
              <Input type="date" value={on} max={page.today} onChange={(_event, { value }) => setOn(value)} />
            </Field>
          </>
        ) : null}
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={press.busy} onClick={() => void confirm()}>
          {words.confirm[how]}
        </Button>
        <Button onClick={leave}>{words.cancel}</Button>
      </div>
    </div>
  );
};

const settledLine = ({ settled }: RetentionLineOut, today: string): string => {
  if (settled === null) return "";
  const ground = settled.ground === null ? "" : ` (${groundWords[settled.ground]})`;
  return words.settledBy(settledWords[settled.how] + ground, shortDay(settled.on, today), settled.by);
};

const Choices = (props: Props) => {
  const styles = useStyles();
  const { page, line } = props;
  const [how, setHow] = useState<How | null>(null);
  if (line.settled !== null) return <p className={styles.about}>{settledLine(line, page.today)}</p>;
  if (line.moved) return <p className={styles.about}>{words.moved}</p>;
  if (!page.mayConfirm) return <p className={styles.about}>{words.waits}</p>;
  if (how !== null) return <Confirming {...props} how={how} leave={() => setHow(null)} />;
  return (
    <div className={styles.buttons}>
      {CHOICES[line.proposes].map((one) => (
        <Button key={one} aria-label={`${words.choose[one]} : ${line.name ?? line.code}`} onClick={() => setHow(one)}>
          {words.choose[one]}
        </Button>
      ))}
    </div>
  );
};

export const RetentionLine = (props: Props) => {
  const styles = useStyles();
  const { line } = props;
  return (
    <Panel>
      <p className={styles.about}>
        <strong>{line.name === null ? line.code : words.person(line.name, line.code)}</strong>
      </p>
      <p className={styles.about}>
        {words.since[line.proposes](dayInWords(line.since))} {proposalWords[line.proposes]}.
      </p>
      {line.asked !== null && line.settled === null && (
        <p className={styles.about}>
          <strong>{words.asked(dayInWords(line.asked))}</strong>
        </p>
      )}
      <Choices {...props} />
    </Panel>
  );
};
