/** ESF+ questionnaires of the year: asked at the entry, when leaving and six months later; a few are signed late, a few are never ended. */
import { ANSWERED_ON } from "../../../domain/esf/answers-from-inputs.ts";
import { isAsked } from "../../../domain/esf/asked.ts";
import { DECLINED, type EsfStage } from "../../../domain/esf/codes.ts";
import { valuesOf, type Block, type Item } from "../../../domain/esf/questionnaire.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays, addMonths } from "../../../domain/participant/days.ts";
import { exitOf } from "../../../domain/participant/exit-of.ts";
import { loadBlock } from "../../parts/esf-block.ts";
import { loadSignature } from "../../parts/esf-signature.ts";
import { saveQuestionnaireBlock } from "../../save-questionnaire-block.ts";
import { signQuestionnaire } from "../../sign-questionnaire.ts";
import { carryOut, type Doing } from "../doing.ts";
import type { FileDecks, Filling } from "./file-decks.ts";
import type { Living, Step, Story } from "./story.ts";
import { colleagueOf } from "./team.ts";

type Typed = Readonly<Record<string, string>>;

/** What is known already stays as it is suggested. */
const answerTo = ({ dice, declines }: FileDecks, item: Item, suggested: string): string => {
  if (item.sensitive && declines()) return DECLINED;
  if (suggested !== "") return suggested;
  const values = valuesOf(item);
  return values[dice.roll(values.length)]?.value ?? "";
};

const answersTo = (decks: FileDecks, { items }: Block, shown: Typed): Typed => {
  const given: Record<string, readonly string[]> = {};
  const said: Record<string, string> = { [ANSWERED_ON]: shown[ANSWERED_ON] ?? "" };
  for (const item of items) {
    const isMeant = isAsked(item, Object.fromEntries(Object.entries(given).map(([id, values]) => [id, [...values]])));
    said[item.id] = isMeant ? answerTo(decks, item, shown[item.id] ?? "") : "";
    if (isMeant) given[item.id] = (said[item.id] ?? "").split(",");
  }
  return said;
};

/** The first of its blocks, or all of them: what came of the last one. */
const fill = async (story: Story, doing: Doing, about: { code: string; stage: EsfStage }, blocks: number) => {
  let came = "no block";
  for (const { id: block } of doing.services.papers.esf[about.stage].blocks.slice(0, blocks)) {
    const loaded = await loadBlock(doing.services, doing.actor, { ...about, block });
    if (!loaded.ok || loaded.value.block === undefined) return "refused noSuchCase";
    const { form, block: asked } = loaded.value;
    const inputs = answersTo(story.file, asked, form.shown);
    const input = { ...about, block, rev: form.rev, inputs, intent: "record" } as const;
    came = await carryOut(doing, `${about.stage}.${block}`, saveQuestionnaireBlock, input);
    if (came !== "recorded") return came;
  }
  return came;
};

const sign = async (doing: Doing, about: { code: string; stage: EsfStage }): Promise<string> => {
  const loaded = await loadSignature(doing.services, doing.actor, about);
  if (!loaded.ok) return `refused ${loaded.refusal}`;
  const inputs = { signedOn: doing.services.clock.today() };
  const input = { ...about, rev: loaded.value.form.rev, inputs, intent: "record" } as const;
  return carryOut(doing, `${about.stage}.sign`, signQuestionnaire, input);
};

/** On the spot, by whoever carries the case; or the next day, by the assistante who receives the paper. */
const isSigned =
  (stage: EsfStage): Step =>
  async (story, doing, { code }) =>
    story.note(`questionnaire ${stage}`, await sign(doing, { code, stage }));

const isFilled =
  (stage: EsfStage, filling: Filling): Step =>
  async (story, doing, living) => {
    const about = { code: living.code, stage };
    const isWhole = filling !== "begun";
    const came = await fill(story, doing, about, isWhole ? Infinity : 1);
    if (!isWhole || came !== "recorded") return story.note(`questionnaire ${stage}`, isWhole ? came : `begun, ${came}`);
    if (living.at % 2 === 0) return isSigned(stage)(story, doing, living);
    story.on(
      story.in(1),
      living,
      (then, { step }, one) => isSigned(stage)(then, colleagueOf(then, "assistante", step), one),
      true,
    );
  };

/** Days after it opens. */
const SPANS: Readonly<Record<Filling, readonly [number, number]>> = { onTime: [0, 3], late: [31, 45], begun: [1, 5] };

const asks = (story: Story, living: Living, stage: EsfStage, from: Day): void => {
  const filling = story.file.filling();
  const [least, most] = SPANS[filling];
  const on = addDays(from, least + story.file.dice.roll(most - least + 1));
  story.on(story.worked(on > story.today ? on : story.today), living, isFilled(stage, filling), stage !== "entry");
};

/** Nobody is asked anything before their first interview was held. */
export const asksAtEntry = (story: Story, living: Living): void => asks(story, living, "entry", story.today);

/** Once they left, wherever they went; nothing where they did not enter. */
export const asksOnceOut = async (story: Story, living: Living): Promise<void> => {
  const { store, frameworks } = story.services;
  const head = (await store.get("case", living.code))?.doc;
  const leftOn = head === undefined || head.entry === null ? null : exitOf(head);
  if (leftOn === null) return;
  asks(story, living, "exit", leftOn);
  asks(story, living, "later", addMonths(leftOn, frameworks.current.milestones.esfLaterMonths));
};
