/** *Questionnaires FSE+*: what is there and signed; what was answered, for who carries the case. */
import type { DocumentKind } from "../../../src/contracts/documents.ts";
import type { Person } from "../../../src/contracts/person.ts";
import type { PersonEsf } from "../../../src/contracts/person-esf.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dueDateBeside, dueInWords } from "../../../src/wording/dates.ts";
import { esfStateWords, esfTabWords as words } from "../../../src/wording/tab-esf.ts";
import { RouteLink } from "../../app/router.tsx";
import { Badge, Panel, Section } from "../../ui/page.tsx";
import { Disclosed, Facts } from "./parts.tsx";
import { useShared } from "./styles.ts";

type Sheet = NonNullable<PersonEsf>["sheets"][number];

const PAPERS: Readonly<Record<Sheet["stage"], DocumentKind>> = {
  entry: "questionnaire-entree",
  exit: "questionnaire-sortie",
  later: "questionnaire-six-mois",
};

const Due = ({ dueOn, today }: { readonly dueOn: string; readonly today: string }) => (
  <>
    <Badge tone={dueOn < today ? "late" : dueOn === today ? "warning" : "neutral"}>{dueInWords(dueOn, today)}</Badge>
    <span>{words.due + dueDateBeside(dueOn, today)}</span>
  </>
);

const One = ({ sheet, person }: { readonly sheet: Sheet; readonly person: Person }) => {
  const shared = useShared();
  const { stage, dueOn, answeredOn, missing, answers } = sheet;
  const code = answers === null ? {} : { code: person.code };
  return (
    <Panel>
      <h3 className={shared.title}>{words.stages[stage]}</h3>
      <div className={shared.badges}>
        <Badge tone="neutral">{esfStateWords(sheet)}</Badge>
        {dueOn === null ? null : <Due dueOn={dueOn} today={person.today} />}
        <RouteLink to={tabAddress("document", null, { kind: PAPERS[stage], ...code })}>
          {answers === null ? words.print.blank : words.print.answered}
        </RouteLink>
      </div>
      {answeredOn === null ? null : <p>{words.answered(answeredOn)}</p>}
      {missing.length === 0 ? null : <p>{words.missing(missing)}</p>}
      {answers === null || answers.length === 0 ? null : (
        <Disclosed summary={words.answers}>
          {() => <Facts facts={answers.map(({ label, said }) => ({ label, value: said }))} />}
        </Disclosed>
      )}
    </Panel>
  );
};

const Esf = ({ person, sheets }: { readonly person: Person; readonly sheets: readonly Sheet[] }) => (
  <Section title={words.title}>
    {sheets
      .filter(({ state }) => state !== "notYet")
      .map((sheet) => (
        <One key={sheet.stage} sheet={sheet} person={person} />
      ))}
    {person.referent.mine ? <p>{words.howToAnswer(person.code)}</p> : null}
    {person.read === null ? <p>{words.howToSign(person.code)}</p> : null}
  </Section>
);
export default Esf;
