import { readFileSync } from "node:fs";
import { renderCard, type CardName } from "../../cards/index.ts";
import { cardModels } from "../../cards/models.ts";

export const cardNames = Object.keys(cardModels) as CardName[];

/** The sample of a card, checked by its model. */
export const sampleOf = (name: CardName): never =>
  cardModels[name].parse(
    JSON.parse(readFileSync(new URL(`../../cards/${name}/sample.json`, import.meta.url), "utf8")),
  ) as never;

export const sampleCard = (name: CardName) => renderCard(name, sampleOf(name));
