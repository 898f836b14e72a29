/** `GET /api/participants/{code}` and its history: what this member may read of a person, in codes that the page puts in words. */
import type { Request } from "restify";
import { z } from "zod";
import { PAST_ACTS, FACT_IDS } from "../contracts/person-codes.ts";
import type { FrameworkWords, Person, PersonRead } from "../contracts/person.ts";
import type { PersonHistory } from "../contracts/person-history.ts";
import { DOMAINS } from "../contracts/codes.ts";
import { stateOf } from "../domain/completeness/pieces.ts";
import { stepOf } from "../domain/dashboard/steps.ts";
import { countingOf } from "../domain/diagnostic/counting.ts";
import { addressed } from "../domain/diagnostic/figures.ts";
import type { Framework } from "../domain/framework/schema.ts";
import { participantCode, type Day } from "../domain/participant/codes.ts";
import { toComplete } from "../domain/participant/identity-from-inputs.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { openUrgent } from "../use-cases/parts/urgent-flags.ts";
import { seePerson, type PersonFile, type PersonView } from "../use-cases/see-person.ts";
import { seePersonMark } from "../use-cases/see-person-mark.ts";
import { seePersonHistory, type PersonHistory as PastOf } from "../use-cases/see-person-history.ts";
import { holdsLatest, noteGiven } from "./last-given.ts";
import { actionsOf } from "./person-actions.ts";
import { contactsOf } from "./person-contact.ts";
import { esfOf } from "./person-esf.ts";
import { handoverOf } from "./person-handover.ts";
import { milestonesOf } from "./person-milestones.ts";
import { pointsOf } from "./person-points.ts";
import { reviewOf } from "./person-reviews.ts";
import { inForceOf, roundsOf, type NameOf } from "./person-rounds.ts";
import { problemOf } from "./refusals.ts";
import { liveReply, problemReply, unchangedReply, type Reply } from "./reply.ts";

const wordsOf = (framework: Framework): FrameworkWords => ({
  version: framework.version,
  levels: framework.levels,
  impacts: framework.impacts,
  families: framework.families,
  domains: framework.domains.map(({ id, family, label }) => ({ id, family, label })),
  suggestion: {
    leads: framework.suggestion.leads.map(({ kind, label, about, intensity }) => ({ kind, label, about, intensity })),
  },
  thresholds: {
    needFromSeverity: framework.thresholds.needFromSeverity,
    synthesisAddressed: framework.thresholds.synthesisAddressed,
  },
});

/** Outside the référent's own screens: that there is one, and whether it was dealt with. */
const urgentOf = ({ dossier, may }: PersonView, { calledBy }: PersonFile): PersonRead["urgent"] => {
  const { urgent } = dossier.file.doc;
  const open = openUrgent(dossier.file.doc).length;
  const known = dossier.framework.urgentPoints;
  const points = urgent.map(({ id, raisedAt, done }) => {
    const point = known.find((one) => one.id === id);
    return {
      label: point?.label ?? id,
      calls: (point?.calls ?? []).map(({ who, number }) => ({ who, number })),
      raisedOn: raisedAt,
      done: done === null ? null : { on: done.on, by: calledBy.get(`${id}.${raisedAt}`) ?? "" },
    };
  });
  return { open, done: urgent.length - open, points: may.carry ? points : null };
};

const situationOf = (name: NameOf, { situation }: PersonFile): PersonRead["situation"] =>
  situation === undefined
    ? null
    : {
        facts: FACT_IDS.map((fact) => ({ fact, answer: situation.facts[fact] })),
        rightToWorkUntil: situation.facts.rightToWorkUntil,
        by: name(situation.by),
        at: situation.at,
      };

const recommendationOf = (
  { dossier, may }: PersonView,
  { recommendation }: PersonFile,
): PersonRead["recommendation"] => {
  const { entry, status } = dossier.file.doc;
  if (entry === null || status === "cancelled") return "none";
  if (recommendation !== undefined) return "written";
  return may.carry ? "toWrite" : "none";
};

const frameworksOf = ({ dossier }: PersonView, { rounds, reviews }: PersonFile): readonly Framework[] => {
  const others = [
    ...rounds.map(({ framework }) => framework),
    ...reviews.flatMap(({ studies }) => studies.flatMap(({ framework }) => framework ?? [])),
  ];
  const known = new Map([dossier.framework, ...others].map((framework) => [framework.version, framework]));
  return [...known.values()];
};

const readOf = (services: Pick<Services, "plie">, name: NameOf, view: PersonView, file: PersonFile): PersonRead => ({
  frameworks: frameworksOf(view, file).map(wordsOf),
  health: view.dossier.file.doc.health,
  urgent: urgentOf(view, file),
  rounds: roundsOf(name, file.rounds),
  inForce: inForceOf(name, file.rounds),
  situation: situationOf(name, file),
  recommendation: recommendationOf(view, file),
  reviews: file.reviews.map((review) => reviewOf(name, view.dossier.file.doc, review)),
  handovers: file.handovers.map(handoverOf),
  contacts: contactsOf(services, name, view, file.contacts),
  points: pointsOf(name, file.points),
  contested: file.contested,
  before: file.before.map(({ parcours, head, closedOn }) => ({
    parcours,
    orientedOn: head.orientedOn,
    enteredOn: head.entry?.on ?? null,
    closedOn,
    status: head.status,
  })),
});

const completenessOf = ({ identity, dossier, findings }: PersonView): Person["completeness"] => {
  const file = dossier.file.doc;
  const entered = file.entry !== null;
  const { count, of } = addressed(findings, countingOf(file, dossier.round?.doc));
  return {
    missing: file.status === "cancelled" ? [] : toComplete(identity, file),
    addressed: entered ? { count, of } : null,
    healthAsked: entered ? file.health !== "notAsked" : null,
  };
};

const identityOf = ({ plie }: Pick<Services, "plie">, { identity }: PersonView): Person["identity"] => {
  const { givenName, familyName, birthDate, communeTyped, phone, email, address, prescriber, language } = identity;
  const commune = plie.communes.find(({ insee }) => insee === identity.commune)?.name ?? null;
  return { givenName, familyName, birthDate, commune, communeTyped, phone, email, address, prescriber, language };
};

const stepIn = ({ dossier, heads }: PersonView): Person["step"] => {
  const { status, round, review, toComplete: asked } = dossier.file.doc;
  const latest = heads.at(-1);
  return stepOf({
    status,
    // From T1 on, T0 is behind.
    t0Met: (round ?? 0) > 0 || latest?.metOn != null,
    synthesisDone: latest?.synthesisOn != null,
    underReview: review !== null,
    toComplete: asked !== null,
  });
};

const piecesOf = ({ pieces }: PersonView, today: Day): Person["pieces"] =>
  pieces?.map(({ piece, from, who, lacks, there }) => ({
    ...{ piece, from, who, lacks },
    state: stateOf({ there, from }, today),
  })) ?? null;

const personOf = (services: Services, view: PersonView): Person => {
  const { plie, clock, people } = services;
  const file = view.dossier.file.doc;
  const name: NameOf = (id) => people.byObjectId(id)?.name ?? null;
  return {
    code: file.code,
    edition: file.edition,
    today: clock.today(),
    timeZone: plie.timeZone,
    identity: identityOf(services, view),
    referent: { name: name(file.referentId), mine: view.may.carry },
    status: file.status,
    step: stepIn(view),
    cancelled: file.cancelled === null ? null : { reason: file.cancelled.reason, on: file.cancelled.on },
    mergedInto: file.mergedInto,
    parcours: file.parcours,
    orientedOn: file.orientedOn,
    entry: file.entry,
    milestones: milestonesOf(view),
    completeness: completenessOf(view),
    actions: actionsOf(name, view.actions),
    esf: esfOf(services, view),
    pieces: piecesOf(view, clock.today()),
    read: view.read === null ? null : readOf(services, name, view, view.read),
  };
};

const path = z.object({ code: participantCode });

export const personRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = path.safeParse(request.params);
  if (!asked.success) return problemReply("notFound");
  const { code } = asked.data;
  const mark = await ask(services, actor, seePersonMark, { code });
  if (!mark.ok) return problemReply(problemOf[mark.refusal]);
  const [reader, held] = [`${actor.memberId}.${code}`, request.headers["if-none-match"]];
  if (held !== undefined && holdsLatest(services, reader, mark.value, held)) return unchangedReply(held);
  const answer = await ask(services, actor, seePerson, { code });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const reply = liveReply(request, personOf(services, answer.value));
  noteGiven(services, reader, mark.value, reply.headers["ETag"] ?? "");
  return reply;
};

const ACTS: ReadonlyMap<string, PersonHistory["acts"][number]["act"]> = new Map(PAST_ACTS.map((act) => [act, act]));
const KNOWN: ReadonlyMap<string, PersonHistory["acts"][number]["domain"]> = new Map(DOMAINS.map((one) => [one, one]));

const historyOf = ({ acts, whole }: PastOf): PersonHistory => ({
  acts: acts.flatMap(({ at, by, act, domain, review }) => {
    const known = ACTS.get(act);
    return known === undefined ? [] : [{ at, by, act: known, domain: KNOWN.get(domain ?? "") ?? null, review }];
  }),
  whole,
});

export const personHistoryRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = path.safeParse(request.params);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, seePersonHistory, { code: asked.data.code });
  return answer.ok ? liveReply(request, historyOf(answer.value)) : problemReply(problemOf[answer.refusal]);
};
