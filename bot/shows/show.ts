/** What a room of screens is made of: each reads again, for this reader, through the use cases. */
import type { Actor } from "../../src/domain/people/actor.ts";
import type { Result } from "../../src/use-cases/frame/result.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { ask, type Query } from "../../src/use-cases/frame/use-case.ts";
import { seeConflict, type ConflictAbout } from "../../src/use-cases/settle-conflict.ts";
import * as present from "../presenters/index.ts";
import type { Reader, Shown } from "../presenters/shown.ts";
import { quiet, type Screen, type ScreenName, type ScreenOf } from "../screens.ts";

export interface Showing {
  readonly services: Services;
  readonly actor: Actor;
  readonly reader: Reader;
}

type Show<N extends ScreenName> = (screen: ScreenOf<N>, showing: Showing) => Promise<Shown> | Shown;
export type Shows = { readonly [N in ScreenName]: Show<N> };

const codeOf = (screen: Screen): string | null => ("code" in screen ? screen.code : null);

/** Reads with the use case, then presents; what is refused is said as a refusal. */
export const through = async <Input, Loaded, Answer>(
  screen: Screen,
  { services, actor, reader }: Showing,
  question: Query<Input, Loaded, Answer>,
  input: Input,
  shown: (answer: Answer) => Shown | Promise<Shown>,
): Promise<Shown> => {
  const answer: Result<Answer> = await ask(services, actor, question, input);
  return answer.ok
    ? shown(answer.value)
    : present.presentRefusal({ screen: "refusal", refusal: answer.refusal, code: codeOf(screen), ...quiet }, reader);
};

/** Two versions wait: the choice comes before anything else on that subject. */
export const conflictOf = (
  screen: Screen & { readonly code: string },
  about: ConflictAbout,
  on: Showing,
): Promise<Shown> => {
  const shown: ScreenOf<"conflict"> = {
    screen: "conflict",
    code: screen.code,
    about,
    notice: screen.notice,
    at: screen.at,
  };
  return through(shown, on, seeConflict, { code: screen.code, about }, (view) =>
    present.presentConflict(shown, view, on.reader),
  );
};
