/** Other leads, services and needs beside the lead. */
import type { FrameworkWords, Person, PersonRead } from "../../../src/contracts/person.ts";
import type { Suggestion } from "../../../src/contracts/suggestion.ts";
import { conditionInWords } from "../../../src/wording/conditions.ts";
import { candidateWords, leadWords } from "../../../src/wording/lead-card.ts";
import { contactLine, delayWords, distanceWords, leadServiceWords } from "../../../src/wording/lead-services.ts";
import { leadLabel } from "../../../src/wording/lead.ts";
import { leadTabWords as words } from "../../../src/wording/tab-person.ts";
import { labelsOf } from "./reading.ts";
import { useShared } from "./styles.ts";

export interface LeadProps {
  readonly lead: Suggestion;
  readonly person: Person;
  readonly read: PersonRead;
  readonly framework: FrameworkWords;
}

type Service = Suggestion["lead"]["steps"][number];
type Reach = Service["reach"];
type Kind = NonNullable<Suggestion["lead"]["first"]>;

/** Equivalent, full, soon, to verify, excluded: one line for each that there is. */
export const othersOf = ({ lead: { lead }, framework }: LeadProps): readonly string[] => {
  const label = (kind: Kind): string => leadLabel(framework, kind);
  const told = (eligibility: "soon" | "toVerify" | "excluded") =>
    lead.candidates
      .filter((one) => one.eligibility === eligibility && one.kind !== lead.first)
      .map(({ kind, conditions }) => ({ label: label(kind), conditions: conditions.map(conditionInWords) }));
  const [soon, toVerify, excluded] = [told("soon"), told("toVerify"), told("excluded")];
  const first = lead.candidates.find(({ kind }) => kind === lead.first);
  const room = lead.equivalents.find((kind) => lead.candidates.some((one) => one.kind === kind && !one.full));
  return [
    ...(first?.full === true
      ? [candidateWords.full(label(first.kind), delayWords(first.waitingDays), room === undefined ? null : label(room))]
      : []),
    ...(lead.equivalents.length === 0 ? [] : [candidateWords.equivalents(lead.equivalents.map(label))]),
    ...(soon.length === 0 ? [] : [candidateWords.soon(soon)]),
    ...(toVerify.length === 0 ? [] : [candidateWords.toVerify(toVerify)]),
    ...(excluded.length === 0 ? [] : [candidateWords.excluded(excluded)]),
  ];
};

const detailsOf = ({ metres, waitingDays }: Pick<Service, "metres" | "waitingDays">): string =>
  [distanceWords(metres), delayWords(waitingDays)].filter((part) => part !== null).join(" · ");

/** Who to call and how to mobilise it. */
export const HowToReach = ({ reach }: { readonly reach: Reach }) => {
  const shared = useShared();
  const line = reach === null ? "" : contactLine(reach);
  return (
    <>
      <p className={shared.words}>{line === "" ? leadServiceWords.noContact : leadServiceWords.contact(line)}</p>
      {reach?.how == null || reach.how === "" ? null : <p className={shared.words}>{reach.how}</p>}
    </>
  );
};

const Place = ({ service, framework }: { readonly service: Service; readonly framework: FrameworkWords }) => {
  const shared = useShared();
  const { name, structure, answers, full, alternative, reach } = service;
  const details = full && alternative !== null ? "" : detailsOf(service);
  return (
    <>
      <strong>{leadServiceWords.line(name, structure)}</strong>
      {answers.length === 0 ? null : (
        <p className={shared.words}>{leadServiceWords.answers(labelsOf(framework, answers))}</p>
      )}
      {details === "" ? null : <p className={shared.words}>{details}</p>}
      {full ? (
        <p className={shared.words}>
          {alternative === null
            ? leadServiceWords.noAlternative
            : leadServiceWords.alternative(
                leadServiceWords.line(alternative.name, alternative.structure),
                detailsOf(alternative),
              )}
        </p>
      ) : null}
      <HowToReach reach={reach} />
    </>
  );
};

export const Services = ({
  title,
  services,
  framework,
}: {
  title: string;
  services: readonly Service[];
  framework: FrameworkWords;
}) => {
  const shared = useShared();
  if (services.length === 0) return null;
  return (
    <div>
      <h3 className={shared.title}>{title}</h3>
      <ul className={shared.plain}>
        {services.map((service) => (
          <li key={service.id}>
            <Place service={service} framework={framework} />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Needs that neither a step nor a relay meets. */
export const needsOf = ({ lead: { lead }, read, framework }: LeadProps): readonly string[] => {
  const met = (by: Suggestion["lead"]["needs"][number]["by"]) => lead.needs.filter((need) => need.by === by);
  const named = (needs: Suggestion["lead"]["needs"]): string =>
    labelsOf(
      framework,
      needs.map(({ domain }) => domain),
    );
  const [led, later, unmet, toVerify] = [met("lead"), met("later"), met("unmet"), met("toVerify")];
  const isPriority = ({ domain }: (typeof later)[number]): boolean =>
    read.rounds[0]?.findings.some((found) => found.domain === domain && found.priority) ?? false;
  const [first, others] = [later.filter(isPriority), later.filter((need) => !isPriority(need))];
  const saturated = [...led, ...later].filter((need) => need.saturated);
  return [
    ...(led.length === 0 || lead.first === null
      ? []
      : [leadWords.worked(leadLabel(framework, lead.first), named(led))]),
    ...(first.length === 0 ? [] : [leadWords.priorityLater(named(first))]),
    ...(others.length === 0 ? [] : [leadWords.later(named(others))]),
    ...(unmet.length === 0 ? [] : [leadWords.unmet(named(unmet))]),
    ...(saturated.length === 0 ? [] : [leadWords.saturated(named(saturated))]),
    ...(toVerify.length === 0 ? [] : [words.toVerify(named(toVerify))]),
  ];
};
