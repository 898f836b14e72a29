/** A press in the tab: what it sends, its own key so that twice is once, then the use case. */
import { z } from "zod";
import type { ProblemCode } from "../contracts/problem.ts";
import type { Command } from "../use-cases/frame/use-case.ts";
import { perform } from "../use-cases/frame/use-case.ts";
import type { ScreenFor } from "../use-cases/frame/delivery.ts";
import type { RefusalCode } from "../use-cases/frame/result.ts";
import { readBody } from "./body.ts";
import { problemOf } from "./refusals.ts";
import { jsonReply, problemReply } from "./reply.ts";
import type { ApiAnswer } from "./route.ts";

export interface TabCommand<Input, Loaded, Outcome> {
  /** Its `input` is what the body must be. */
  readonly command: Command<Input, Loaded, Outcome>;
  /** What is answered. It is kept with the press, so that the same press again is answered the same: nothing of a person. */
  readonly told: ScreenFor<Outcome>;
  /** Where a refusal is not said as everywhere else. */
  readonly refusals?: Partial<Readonly<Record<RefusalCode, ProblemCode>>>;
}

/** `Idempotency-Key`: the page draws one for each press, and gives it again when it asks again. */
const pressKey = z.uuid();

/** Does the command of a press once, whoever sends it again: a page that was not answered, a double click, another instance. */
export const onPress =
  <Input, Loaded, Outcome>({ command, told, refusals = {} }: TabCommand<Input, Loaded, Outcome>): ApiAnswer =>
  async (services, actor, request) => {
    const key = pressKey.safeParse(request.headers["idempotency-key"]);
    const read = command.input.safeParse(await readBody(request));
    if (!key.success || !read.success) return problemReply("invalid");
    // The same key with other words is another press: nothing is lost under the first one's answer.
    const sent = services.ids.digest(JSON.stringify([command.act, read.data]));
    const activityKey = `tab.${actor.memberId}.${key.data}.${sent}`;
    const answer = await perform(
      services,
      actor,
      command,
      read.data,
      { activityKey, click: null, answerTo: null },
      told,
    );
    return answer.ok
      ? jsonReply(200, answer.value)
      : problemReply(refusals[answer.refusal] ?? problemOf[answer.refusal]);
  };
