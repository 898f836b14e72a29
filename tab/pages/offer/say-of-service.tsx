/** *Signaler un changement*: what a member found of a service. What was chosen stays until the server has it. */
import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { NOTE_KINDS, noteAnswer, type OfferService } from "../../../src/contracts/offer.ts";
import { noteKindWords, noteWords } from "../../../src/wording/services.ts";
import { sayWords } from "../../../src/wording/tab-offer.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { SystemList } from "../../ui/choice.tsx";
import { usePress } from "./use-press.ts";

const useStyles = makeStyles({
  form: { display: "grid", gap: "0.75rem", maxWidth: "24rem", marginTop: "0.5rem" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "0.5rem" },
});

type Kind = (typeof NOTE_KINDS)[number];
interface Typed {
  readonly what: Kind | null;
  readonly weeks: string;
}
const MOST_WEEKS = 104;

const weeksIn = (typed: string): number | "empty" | "notWeeks" | "tooManyWeeks" => {
  const said = /^\s*(\d{1,4})\s*(?:sem(?:aines?)?)?\s*$/i.exec(typed)?.[1];
  if (said === undefined || Number(said) < 1) return typed.trim() === "" ? "empty" : "notWeeks";
  return Number(said) > MOST_WEEKS ? "tooManyWeeks" : Number(said);
};

const problemsIn = ({ what, weeks }: Typed) => {
  const read = what === "delay" ? weeksIn(weeks) : 0;
  return noteWords.problem({
    ...(what === null ? { what: "missing" } : {}),
    ...(typeof read === "string" ? { weeks: read } : {}),
  });
};

const Form = ({
  service,
  close,
}: {
  readonly service: OfferService;
  readonly close: (told: string | null) => void;
}) => {
  const styles = useStyles();
  const press = usePress("/api/offer/notes", noteAnswer);
  const [typed, setTyped] = useState<Typed>({ what: null, weeks: "" });
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const problems = tried ? problemsIn(typed) : {};
  const send = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(problemsIn(typed)).length > 0) return;
    const weeks = typed.what === "delay" ? weeksIn(typed.weeks) : null;
    const answer = await press.send({ service: service.id, what: typed.what, weeks, code: null });
    if (answer === undefined) return;
    if (answer.ok) return close(sayWords[answer.value.kind]);
    if (answer.problem === "notFound") return close(sayWords.gone);
    const { title, whatToDo } = tabWords.problems[answer.problem];
    setFailed(`${title}. ${whatToDo}`);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={`${noteWords.title} : ${service.name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={noteWords.what}
        required
        {...(problems.what === undefined ? {} : { validationMessage: problems.what })}
      >
        <SystemList
          value={typed.what ?? ""}
          onChange={(_event, { value }) =>
            setTyped({ ...typed, what: NOTE_KINDS.find((kind) => kind === value) ?? null })
          }
        >
          <option value="">{sayWords.choose}</option>
          {NOTE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {noteKindWords[kind]}
            </option>
          ))}
        </SystemList>
      </Field>
      {typed.what === "delay" ? (
        <Field
          label={noteWords.weeks}
          required
          {...(problems.weeks === undefined ? {} : { validationMessage: problems.weeks })}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={typed.weeks}
            onChange={(_event, { value }) => setTyped({ ...typed, weeks: value })}
          />
        </Field>
      ) : null}
      <div role="alert">{failed}</div>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={press.busy}>
          {sayWords.send}
        </Button>
        <Button onClick={() => close(null)}>{sayWords.cancel}</Button>
      </div>
    </form>
  );
};

export const SayOfService = ({ service, said }: { readonly service: OfferService; readonly said: () => void }) => {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState("");
  const around = useRef<HTMLDivElement>(null);
  const close = (words: string | null): void => {
    setOpen(false);
    setTold(words ?? "");
    if (words !== null) said();
    // The form is gone: the focus is given back to what opened it.
    requestAnimationFrame(() => around.current?.querySelector("button")?.focus());
  };
  return (
    <div ref={around}>
      {open ? (
        <Form service={service} close={close} />
      ) : (
        <Button
          aria-label={`${sayWords.open} : ${service.name}`}
          onClick={() => {
            setTold("");
            setOpen(true);
          }}
        >
          {sayWords.open}
        </Button>
      )}
      <p role="status">{told}</p>
    </div>
  );
};
