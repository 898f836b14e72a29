/** The référent's recommendation, then the method's lead beside it: what it is, how sure it is, who answers which need, and why. */
import { useEffect, useState } from "react";
import type { FrameworkWords, Person, PersonRead } from "../../../src/contracts/person.ts";
import { suggestion, type Suggestion } from "../../../src/contracts/suggestion.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { tabWords, type TabProblem } from "../../../src/wording/tab.ts";
import { leadTabWords as words, personWords } from "../../../src/wording/tab-person.ts";
import { RouteLink } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { LeadShown } from "./lead-shown.tsx";

interface Props {
  readonly person: Person;
  readonly read: PersonRead;
  readonly framework: FrameworkWords;
}

type Read = { readonly lead: Suggestion } | { readonly problem: TabProblem } | null;

/** Read again with whatever changes of the case. */
const useLead = ({ code, edition }: Person): Read => {
  const ask = useAsk();
  const [read, setRead] = useState<Read>(null);
  useEffect(() => {
    let left = false;
    void ask.get(`/api/participants/${encodeURIComponent(code)}/suggestion`, suggestion).then((answer) => {
      if (!left) setRead(answer.ok ? { lead: answer.value } : { problem: answer.problem });
    });
    return () => void (left = true);
  }, [ask, code, edition]);
  return read;
};

const Written = ({ person, read, framework }: Props) => {
  const found = useLead(person);
  if (found === null) return <EmptyState>{tabWords.loading}</EmptyState>;
  if ("problem" in found) return <p>{tabWords.problems[found.problem].whatToDo}</p>;
  return (
    <>
      <LeadShown lead={found.lead} person={person} read={read} framework={framework} />
      <p>
        <RouteLink to={tabAddress("document", null, { kind: "pourquoi-piste", code: person.code })}>
          {words.print}
        </RouteLink>
      </p>
    </>
  );
};

export const LeadOf = (props: Props) => {
  const { person, read } = props;
  if (read.recommendation === "none" && (person.entry === null || person.status === "cancelled")) return null;
  return (
    <Section title={personWords.sections.lead}>
      <Panel>
        {read.recommendation === "written" ? (
          <Written {...props} />
        ) : (
          <EmptyState>{read.recommendation === "toWrite" ? words.toWrite(person.code) : words.notWritten}</EmptyState>
        )}
      </Panel>
    </Section>
  );
};
