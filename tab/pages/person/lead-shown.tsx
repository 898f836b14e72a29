/** The recommendation and the lead side by side, then who answers which need, and why. */
import { conditionInWords } from "../../../src/wording/conditions.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { leadWords } from "../../../src/wording/lead-card.ts";
import { linesThatSayMore, ruleSentence } from "../../../src/wording/lead-rules.ts";
import { leadServiceWords } from "../../../src/wording/lead-services.ts";
import {
  agreementSentence,
  asideReasonWords,
  leadLabel,
  leadSentence,
  outcomeWords,
  passedOnWords,
  recommendationWords,
  robustnessSentence,
  toSettleSentence,
} from "../../../src/wording/lead.ts";
import { leadTabWords as words } from "../../../src/wording/tab-person.ts";
import { HowToReach, needsOf, othersOf, Services, type LeadProps } from "./lead-parts.tsx";
import { Disclosed, Sentences } from "./parts.tsx";
import { momentOf, referredIn } from "./reading.ts";
import { useShared } from "./styles.ts";

/** What the lead proposes, and to whom it is passed on where someone else decides. */
const proposed = ({ lead: { lead }, read, framework }: LeadProps): string => {
  const { kind, to } = lead.outcome;
  if (lead.toDiscuss && lead.first !== null) return leadWords.toDiscuss(leadLabel(framework, lead.first));
  if (kind !== "reorient") return outcomeWords(framework, { kind });
  if (to === null) return "";
  const { onRsa, body } = referredIn(read);
  return onRsa ? passedOnWords(body, leadLabel(framework, to)) : outcomeWords(framework, { kind, to });
};

const Recommended = ({ lead: { recommendation, agrees, lead }, person, framework }: LeadProps) => {
  const shared = useShared();
  const { choice, why, by, at, before, aside } = recommendation;
  const changed = before !== null && (before.choice !== choice || before.why !== why);
  return (
    <div>
      <h3 className={shared.title}>{person.referent.mine ? leadWords.mine : leadWords.theirs(by ?? undefined)}</h3>
      <p className={shared.line}>
        <strong>{recommendationWords(framework, choice)}</strong>
      </p>
      <p className={shared.words}>{leadWords.why(why)}</p>
      <p className={shared.muted}>{leadWords.when(momentOf(person, at))}</p>
      {changed ? <p>{leadWords.before(recommendationWords(framework, before.choice), before.why)}</p> : null}
      {aside === null ? null : <p>{leadWords.aside(momentOf(person, aside.at), asideReasonWords[aside.reason])}</p>}
      <p>{agreementSentence(agrees, person.referent.mine, lead.first !== null)}</p>
    </div>
  );
};

const Method = (props: LeadProps) => {
  const shared = useShared();
  const {
    framework,
    lead: { lead, why },
  } = props;
  const sure = [
    ...(why.some(({ code }) => code === "wishNotKnown") ? [leadWords.wishNotKnown] : []),
    ...(why.some(({ code }) => code === "wishDeclined") ? [leadWords.wishDeclined] : []),
    ...(lead.toSettle.length === 0 ? [] : [toSettleSentence(framework, lead.toSettle)]),
    ...(lead.robustness === null || lead.toDiscuss ? [] : [robustnessSentence(framework, lead.robustness)]),
  ];
  return (
    <div>
      <h3 className={shared.title}>{leadWords.method}</h3>
      <p className={shared.line}>
        <strong>{proposed(props)}</strong>
      </p>
      <p className={shared.words}>{leadSentence(framework, lead)}</p>
      {lead.where === null ? null : (
        <div>
          <p className={shared.words}>{leadServiceWords.line(lead.where.name, lead.where.structure)}</p>
          <HowToReach reach={lead.where.reach} />
        </div>
      )}
      {sure.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
};

const Why = ({ lead: { lead, why, accompaniedBy, versions }, framework }: LeadProps) => {
  const shared = useShared();
  const about = { framework, inputs: { facts: { accompaniedBy } }, lead };
  return (
    <>
      <Sentences lines={linesThatSayMore(why).map((line) => words.rule(line.test, ruleSentence(about, line)))} />
      <p className={shared.muted}>
        {words.versions(
          versions.framework,
          words.directory(versions.directoryNumber, versions.fictional),
          dayInWords(versions.asOf),
        )}
      </p>
    </>
  );
};

export const LeadShown = (props: LeadProps) => {
  const shared = useShared();
  const {
    lead: { lead },
    framework,
  } = props;
  const needs = needsOf(props);
  const excluded = lead.excluded.map(({ service, conditions }) =>
    leadWords.withConditions(leadServiceWords.line(service.name, service.structure), conditions.map(conditionInWords)),
  );
  return (
    <div className={shared.stack}>
      <div className={shared.columns}>
        <Recommended {...props} />
        <Method {...props} />
      </div>
      <Sentences lines={othersOf(props)} />
      <div className={shared.columns}>
        <Services title={words.steps} services={lead.steps} framework={framework} />
        <Services title={words.relays} services={lead.relays} framework={framework} />
      </div>
      {lead.steps.length + lead.relays.length > 0 || lead.first === null ? null : <p>{words.noService}</p>}
      {needs.length === 0 ? null : (
        <div>
          <h3 className={shared.title}>{words.needs}</h3>
          <Sentences lines={needs} />
        </div>
      )}
      {excluded.length === 0 ? null : (
        <div>
          <h3 className={shared.title}>{words.excluded}</h3>
          <Sentences lines={excluded} />
        </div>
      )}
      <Disclosed summary={words.why}>{() => <Why {...props} />}</Disclosed>
    </div>
  );
};
