/** A presented card, checked as the chat checks it: accepted by its schema, rendered, within the budget of Teams. */
import assert from "node:assert/strict";
import { cardModels, type CardName, type ModelOf } from "../../cards/models.ts";
import { renderCard } from "../../cards/index.ts";
import type { Shown } from "../../bot/presenters/shown.ts";

const BUDGET = 40_960;

export const checked = <N extends CardName>(shown: Shown, name: N): ModelOf<N> => {
  assert.equal(shown.name, name, "another card than expected was presented");
  const model = cardModels[name].parse(shown.model) as ModelOf<N>;
  const { card } = renderCard(name, model);
  const bytes = JSON.stringify(card).length * 2;
  assert.ok(bytes <= BUDGET, `the card « ${name} » weighs ${bytes} bytes in UTF-16, Teams takes ${BUDGET}`);
  return model;
};

/** Everything that a card says, as one text. */
export const wordsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(wordsIn)
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(wordsIn)
        : [];
