import { anyDayFrom } from "../domain/participant/typed.ts";
import { addDays } from "../domain/participant/days.ts";
import { isToMeet } from "../domain/outreach/contact.ts";
import { attemptWay } from "../domain/outreach/records.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { readRecord } from "./parts/record.ts";
import { reachesPerson } from "./note-contact.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

export interface OutreachForm {
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
  readonly form: Form;
}
export type ReviewedOutreach = { readonly kind: "reviewed" | "toMend" | "kept" };

/** What is decided for longer is decided for nobody. */
const LONGEST_DAYS = 90;

export type OutreachProblem = "missing" | "notADate" | "past" | "tooFar";
export const reviewFromInputs = (inputs: Readonly<Record<string, string>>, today: string) => {
  const way = attemptWay.safeParse(inputs["way"]).data;
  const read = anyDayFrom(inputs["until"] ?? "", today);
  const until = read.ok ? read.value : undefined;
  const wrong: OutreachProblem | undefined = !read.ok
    ? read.problem === "empty"
      ? "missing"
      : "notADate"
    : read.value < today
      ? "past"
      : read.value > addDays(today, LONGEST_DAYS)
        ? "tooFar"
        : undefined;
  const problems: Readonly<Partial<Record<"way" | "until", OutreachProblem>>> = {
    ...(way === undefined ? { way: "missing" } : {}),
    ...(wrong === undefined ? {} : { until: wrong }),
  };
  return way === undefined || until === undefined || wrong !== undefined
    ? ({ ok: false, problems } as const)
    : ({ ok: true, goesOn: { way, until } } as const);
};

export const readOutreachForm = async (services: Services, code: string): Promise<Result<OutreachForm>> => {
  const record = await readRecord(services, code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const { outreach } = dossier.file.doc;
  const form = await readForm(services, "outreach", dossier.file.doc, {
    version: services.ids.digest(JSON.stringify(outreach)),
    inputs: { way: outreach?.goesOn?.way ?? "", until: outreach?.goesOn?.until ?? "" },
  });
  return done({ dossier, identity, form });
};

/** *Faire le point sur les démarches*: a person looks again at how to go on, and until when. Time alone never ends it. */
export const reviewOutreach = command<FormInput, OutreachForm, ReviewedOutreach>({
  act: "outreach.review",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readOutreachForm(services, code),
  allow: reachesPerson,
  decide: (services, actor, { dossier, form }, request) => {
    const file = dossier.file.doc;
    if (file.outreach === null || !isToMeet(file)) return refused("alreadyDone");
    const { inputs } = readTyped(form, request.rev, request.inputs);
    const as = (kind: ReviewedOutreach["kind"], writes: readonly Write[], head = file) =>
      decideOnCase<ReviewedOutreach>(services, dossier, {
        act: `outreach.${kind}`,
        outcome: { kind },
        writes,
        after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    const today = services.clock.today();
    const read = request.intent === "keep" ? undefined : reviewFromInputs(inputs, today);
    if (read === undefined || !read.ok)
      return as(read === undefined ? "kept" : "toMend", [keepTyped(services, actor, form, inputs)]);
    const outreach = { ...file.outreach, reviewedOn: today, goesOn: read.goesOn };
    return as("reviewed", dropTyped(form), { ...file, outreach });
  },
});
