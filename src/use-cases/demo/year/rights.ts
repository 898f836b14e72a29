/** What the people of the year say of their data: what they agree to, what they take back, what they ask and are answered. */
import type { RequestKind } from "../../../domain/rights/codes.ts";
import { ask } from "../../frame/use-case.ts";
import { answerRightsRequest } from "../../answer-rights-request.ts";
import { copyPerson } from "../../copy-person.ts";
import { noteRightsRequest, readRequestForm } from "../../note-rights-request.ts";
import { readDossier } from "../../parts/dossier.ts";
import { loadRequest } from "../../parts/on-rights.ts";
import { readRequests } from "../../parts/read-rights.ts";
import { healthRev, setHealthAgreement } from "../../set-health-agreement.ts";
import { carryOut, recorded, type Doing } from "../doing.ts";
import type { Living, Step, Story } from "./story.ts";

const agrees =
  (to: "agreed" | "withdrawn"): Step =>
  async (story, doing, { code }) => {
    const head = (await story.services.store.get("case", code))?.doc;
    if (head === undefined) return;
    story.note("health", await carryOut(doing, "health", setHealthAgreement, { code, rev: healthRev(head), to }));
  };

const WORDS: Partial<Readonly<Record<RequestKind, string>>> = {
  correct: "Ma date de fin de contrat n'est pas la bonne.",
  contest: "Je ne suis pas d'accord avec ce qui est noté de mes déplacements.",
};

/** Noted on the day it comes. */
export const noteRequest = async (doing: Doing, code: string, what: RequestKind): Promise<string> => {
  const dossier = await readDossier(doing.services, code);
  if (dossier === undefined) return "refused noSuchCase";
  const { form } = await readRequestForm(doing.services, dossier);
  const contested = what === "contest" ? "diagnostic" : "";
  const inputs = { what, contested, receivedOn: doing.services.clock.today(), words: WORDS[what] ?? "" };
  return carryOut(doing, "request", noteRightsRequest, { code, rev: form.rev, inputs, ...recorded });
};

/** Everything that is kept about them, read to its end as a file is. */
const givesCopy = async ({ services, actor }: Doing, code: string): Promise<string> => {
  const copy = await ask(services, actor, copyPerson, { code });
  if (!copy.ok) return `refused ${copy.refusal}`;
  let documents = 0;
  for await (const { kind } of copy.value.documents) documents += kind === "case" ? 0 : 1;
  return documents > 0 ? "given" : "empty";
};

const isAnswered =
  (what: RequestKind): Step =>
  async (story, doing, { code }) => {
    const { services, actor } = doing;
    const waiting = (await readRequests(services, code)).find(({ answer }) => answer === null);
    if (waiting === undefined) return;
    if (what === "copy") story.note("copy", await givesCopy(doing, code));
    const loaded = await loadRequest(services, actor, { code, request: waiting.id });
    if (!loaded.ok) return;
    const outcome = what === "copy" ? "done" : story.file.answer();
    const inputs = { outcome, answeredOn: services.clock.today(), answer: "Ce qui a été fait vous a été expliqué." };
    const asked = { code, request: waiting.id, rev: loaded.value.form.rev, inputs, intent: "record" } as const;
    story.note(`request ${what}`, await carryOut(doing, "answer", answerRightsRequest, asked));
  };

const asksFor =
  (what: RequestKind): Step =>
  async (story, doing, living) => {
    story.note(`request ${what}`, `noted, ${await noteRequest(doing, living.code, what)}`);
    story.on(story.in(6, 24, story.file.dice), living, isAnswered(what), true);
  };

/** Everything about their data that has its day once somebody has entered. */
export const rightsAfterEntry = (story: Story, living: Living): void => {
  const { health } = living.person;
  if (health === "notAsked") story.on(story.in(100, 130, story.file.dice), living, agrees("agreed"));
  if (health === "agreed" && story.file.withdraws())
    story.on(story.in(100, 130, story.file.dice), living, agrees("withdrawn"));
  const what = story.file.request();
  if (what !== null) story.on(story.in(30, 60, story.file.dice), living, asksFor(what));
};
