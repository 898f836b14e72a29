/** What the meeting agrees for one person: both buttons keep what is typed. */
import { Button, Field, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { stagePointTold, type StagePointLine } from "../../../src/contracts/stage-points.ts";
import { stagePointWords as words } from "../../../src/wording/tab-stage-points.ts";
import { useAsk } from "../../app/use-ask.ts";
import { Announce } from "../../ui/page.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "0.5rem", minWidth: "14rem" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "0.5rem" },
});

type Told = keyof typeof words.told;

export const AgreedForm = ({
  line: { code, name },
  form: { rev, agreed },
}: {
  readonly line: Pick<StagePointLine, "code" | "name">;
  readonly form: NonNullable<StagePointLine["form"]>;
}) => {
  const styles = useStyles();
  const ask = useAsk();
  const [typed, setTyped] = useState(agreed);
  const [told, setTold] = useState<Told | null>(null);
  const [sending, setSending] = useState(false);
  const press = async (intent: "record" | "keep") => {
    setSending(true);
    const body = { code, rev, inputs: { agreed: typed }, intent, settles: null };
    const answer = await ask.press("/api/stage-points", crypto.randomUUID(), body, stagePointTold);
    setSending(false);
    setTold(answer.ok ? answer.value.kind : "failed");
    if (answer.ok && answer.value.kind === "recorded") setTyped("");
  };
  const wrong = told === "toMend" || told === "failed" || told === "overtaken";
  return (
    <div className={styles.form}>
      <Field
        label={words.agreedOf(name)}
        hint={words.hint}
        validationState={wrong ? "error" : "none"}
        validationMessage={told === null ? null : words.told[told]}
      >
        <Textarea value={typed} resize="vertical" onChange={(_, data) => setTyped(data.value)} />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={sending} onClick={() => void press("record")}>
          {words.record}
        </Button>
        <Button disabledFocusable={sending} onClick={() => void press("keep")}>
          {words.keep}
        </Button>
      </div>
      <Announce>{told === null ? "" : words.told[told]}</Announce>
    </div>
  );
};
