/** What a route is: from the data of a button to the screen that answers. */
import type { CardData, CardVerb } from "../../cards/actions.ts";
import type { Actor } from "../../src/domain/people/actor.ts";
import type { Delivery } from "../../src/use-cases/frame/delivery.ts";
import type { RefusalCode } from "../../src/use-cases/frame/result.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { perform, type Command } from "../../src/use-cases/frame/use-case.ts";
import { quiet, screen, type NoticeCode, type Screen } from "../screens.ts";

export interface BotTurn {
  readonly services: Services;
  readonly actor: Actor;
  readonly delivery: Delivery;
  readonly local: boolean;
}

/** `kept`: the screen was written with the command's batch; otherwise the door writes it with the delivery. */
export interface Answer {
  readonly screen: Screen;
  readonly kept: boolean;
  /** Written with the delivery of an answer that is not kept yet. */
  readonly remember?: string;
}
export type Route<V extends CardVerb> = (turn: BotTurn, data: CardData<V>) => Promise<Answer>;
export type Routes = { readonly [V in CardVerb]: Route<V> };

export const shows = (shown: Screen): Answer => ({ screen: shown, kept: false });

/** Nothing was written: the person tries again with what they typed still in front of them. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";
}

export const refusal = (code: RefusalCode, about: string | null): Answer => {
  if (code === "busy") throw new TryAgain();
  return shows({ screen: "refusal", refusal: code, code: about, ...quiet });
};

/** A notice with the minute at which it is said: « Enregistré à 14 h 32 ». */
export const at = (turn: BotTurn, notice: NoticeCode): { notice: NoticeCode; at: string } => ({
  notice,
  at: turn.services.clock.now().toISOString(),
});

/** Does a command; its screen is written with it, so that a second delivery gets the same one. */
export const does = async <Input, Loaded, Outcome>(
  turn: BotTurn,
  command: Command<Input, Loaded, Outcome>,
  input: Input,
  next: (outcome: Outcome) => Screen,
  about: string | null,
): Promise<Answer> => {
  const result = await perform(turn.services, turn.actor, command, input, turn.delivery, next);
  if (!result.ok) return refusal(result.refusal, about);
  return { screen: screen.parse(result.value), kept: true };
};

/**
 * The typed fields of a form, without what the card carries. `toggle` always comes back with its form: when it is there, a field that
 * is missing was emptied; when it is not, a field that is missing is unchanged.
 */
export const typedIn = (
  fields: readonly string[],
  data: Readonly<Record<string, unknown>>,
  toggle: string,
): Record<string, string> => {
  const wholeForm = typeof data[toggle] === "string";
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = data[field];
      if (typeof value === "string") return [[field, value] as const];
      return wholeForm ? [[field, ""] as const] : [];
    }),
  );
};
