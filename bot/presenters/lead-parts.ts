/** Other leads, services and needs, as the card of the lead says them. */
import type { DomainId } from "../../src/domain/framework/schema.ts";
import type { Candidate, Chosen, Lead, Named, NeedAnswer } from "../../src/domain/suggestion/lead.ts";
import type { LeadKind } from "../../src/domain/suggestion/lead-kinds.ts";
import type { LeadView } from "../../src/use-cases/see-lead.ts";
import { conditionInWords } from "../../src/wording/conditions.ts";
import { candidateWords, leadWords } from "../../src/wording/lead-card.ts";
import { contactLine, delayWords, distanceWords, leadServiceWords } from "../../src/wording/lead-services.ts";
import { leadLabel } from "../../src/wording/lead.ts";
import { cut, nameOf as withoutFictional } from "./services.ts";
import { labelOf } from "./top.ts";

/** How much of each text from outside is shown. */
const SHOWN = { name: 100, contact: 160, how: 170, condition: 70 } as const;
const EXCLUDED_SHOWN = 3;
const CONDITIONS_SHOWN = 2;

const labels = ({ dossier: { framework } }: LeadView, domains: readonly DomainId[]): string =>
  domains.map((domain) => labelOf(framework, domain)).join(" ; ");
const conditionsOf = (conditions: readonly string[]): readonly string[] =>
  conditions.slice(0, CONDITIONS_SHOWN).map((condition) => cut(conditionInWords(condition), SHOWN.condition));

/** The next best that has room: an equivalent one first, then what covers most. */
const withRoom = ({ candidates, first, equivalents }: Lead): LeadKind | undefined => {
  const open = candidates.filter(({ kind, ranked, full }) => ranked && !full && kind !== first);
  const equivalent = equivalents.find((kind) => open.some((candidate) => candidate.kind === kind));
  return equivalent ?? [...open].sort((one, other) => other.covered - one.covered)[0]?.kind;
};

/** Equivalent, full, soon, to verify, excluded: one line for each that there is. */
export const othersOf = ({ lead, dossier: { framework } }: LeadView): string[] => {
  const label = (kind: LeadKind): string => leadLabel(framework, kind);
  const told = (eligibility: Candidate["eligibility"]) =>
    lead.candidates
      .filter((candidate) => candidate.eligibility === eligibility && candidate.kind !== lead.first)
      .map(({ kind, conditions }) => ({ label: label(kind), conditions: conditionsOf(conditions) }));
  const [soon, toVerify, excluded] = [told("soon"), told("toVerify"), told("excluded")];
  const first = lead.candidates.find(({ kind }) => kind === lead.first);
  const room = withRoom(lead);
  const prescribed = lead.candidates.filter((one) => lead.first !== null && one.prescribed && one.equivalent);
  return [
    ...(first?.full === true
      ? [candidateWords.full(label(first.kind), delayWords(first.waitingDays), room === undefined ? null : label(room))]
      : []),
    ...(lead.equivalents.length === 0 ? [] : [candidateWords.equivalents(lead.equivalents.map(label))]),
    ...prescribed.map(({ kind }) => candidateWords.prescribed(label(kind))),
    ...(soon.length === 0 ? [] : [candidateWords.soon(soon)]),
    ...(toVerify.length === 0 ? [] : [candidateWords.toVerify(toVerify)]),
    ...(excluded.length === 0 ? [] : [candidateWords.excluded(excluded)]),
  ];
};

/** The versions below say that the directory is fictional: not each name. */
const nameOf = ({ directory }: LeadView, { name, structure }: Pick<Named, "name" | "structure">): string => {
  const plain = (text: string): string => withoutFictional(text, directory?.fictional === true);
  return cut(leadServiceWords.line(plain(name), plain(structure)), SHOWN.name);
};

/** « à 1,2 km · délai 3 semaines ». */
const detailsOf = ({ metres, waitingDays }: Named): string =>
  [distanceWords(metres), delayWords(waitingDays)].filter((part) => part !== null).join(" · ");

/** Who to call and how to mobilise it. */
const howToReach = ({ contacts }: LeadView, id: string): string[] => {
  const contact = contacts.get(id);
  if (contact === undefined) return [leadServiceWords.noContact];
  const line = cut(contactLine(contact), SHOWN.contact);
  const how = contact.howTo ?? contact.precisions ?? "";
  return [
    line === "" ? leadServiceWords.noContact : leadServiceWords.contact(line),
    ...(how === "" ? [] : [cut(how, SHOWN.how)]),
  ];
};

const fullLine = (view: LeadView, { full, alternative }: Chosen): string[] => {
  if (!full) return [];
  return [
    alternative === null
      ? leadServiceWords.noAlternative
      : leadServiceWords.alternative(nameOf(view, alternative), detailsOf(alternative)),
  ];
};

/** Steps or relays, each with for which need, how far, delay, who to call and how. */
export const servicesOf = (view: LeadView, chosen: readonly Chosen[]) =>
  chosen.map((service) => {
    // How far and how long a full one is says nothing of the one to call instead.
    const details = service.full && service.alternative !== null ? "" : detailsOf(service);
    return {
      name: nameOf(view, service),
      lines: [
        ...(service.answers.length === 0 ? [] : [leadServiceWords.answers(labels(view, service.answers))]),
        ...(details === "" ? [] : [details]),
        ...fullLine(view, service),
        // A full one is not the one to call today.
        ...howToReach(view, service.full && service.alternative !== null ? service.alternative.id : service.id),
      ].slice(0, 5),
    };
  });

/** For another lead than the PLIE: its services near the person. */
export const whereOf = (view: LeadView) => {
  const { lead, offers } = view;
  if (lead.first === null || lead.first === "plie") return [];
  const near = lead.candidates.find(({ kind }) => kind === lead.first)?.services ?? [];
  return near.slice(0, 1).flatMap((id) => {
    const offer = offers.find((one) => one.id === id);
    return offer === undefined ? [] : [{ name: nameOf(view, offer), lines: howToReach(view, id) }];
  });
};

/** The first service is said whole: *Services* lists the others. */
const toVerifyLine = (view: LeadView, { domain, toVerify }: NeedAnswer): string => {
  const services = toVerify
    .slice(0, 1)
    .map(({ service, conditions }) => leadWords.withConditions(nameOf(view, service), conditionsOf(conditions)));
  const others = toVerify.length < 2 ? [] : [leadServiceWords.others(toVerify.length - 1)];
  return leadWords.needToVerify(labels(view, [domain]), [...services, ...others].join(" ; "));
};

/** Services that would answer a need, and that a stated condition closes to this person. */
export const excludedLines = (view: LeadView): string[] =>
  view.lead.excluded
    .slice(0, EXCLUDED_SHOWN)
    .map(({ service, conditions }) => leadWords.withConditions(nameOf(view, service), conditionsOf(conditions)));

/** Needs that neither a step nor a relay meets: worked on by the lead itself, later, to verify, unmet, full. */
export const needLines = (view: LeadView): string[] => {
  const { lead, dossier, findings } = view;
  const met = (by: NeedAnswer["by"]): readonly NeedAnswer[] => lead.needs.filter((need) => need.by === by);
  const named = (needs: readonly NeedAnswer[]): string =>
    labels(
      view,
      needs.map(({ domain }) => domain),
    );
  const [led, later, unmet, toVerify] = [met("lead"), met("later"), met("unmet"), met("toVerify")];
  const isPriority = ({ domain }: NeedAnswer): boolean => findings.get(domain)?.priority === true;
  const [priorities, others] = [later.filter(isPriority), later.filter((need) => !isPriority(need))];
  const saturated = [...led, ...later].filter((need) => need.saturated);
  const noPriority = later.length > 0 && ![...findings.values()].some(({ priority }) => priority);
  return [
    ...(led.length === 0 || lead.first === null
      ? []
      : [leadWords.worked(leadLabel(dossier.framework, lead.first), named(led))]),
    ...(priorities.length === 0 ? [] : [leadWords.priorityLater(named(priorities))]),
    ...(others.length === 0 ? [] : [leadWords.later(named(others))]),
    ...(noPriority ? [leadWords.noPriority] : []),
    ...(unmet.length === 0 ? [] : [leadWords.unmet(named(unmet))]),
    ...(saturated.length === 0 ? [] : [leadWords.saturated(named(saturated))]),
    ...toVerify.map((need) => toVerifyLine(view, need)),
  ];
};
