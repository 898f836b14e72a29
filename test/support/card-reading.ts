/** Reads a card as a person does: what it says, its fields, its buttons. */
import assert from "node:assert/strict";

export type Json = Record<string, unknown>;
export type Fill = Readonly<Record<string, string>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object of a card, depth first. */
export const nodesOf = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isObject(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, inner]) => (key === "data" ? [] : nodesOf(inner)))];
};

/** Everything that a card shows, in order, as one text. */
export const textOf = (card: Json): string =>
  nodesOf(card)
    .flatMap((node) =>
      [node["text"], node["title"], node["label"], node["value"]].filter((part) => typeof part === "string"),
    )
    .join("\n");

export const inputsOf = (card: Json): Json[] =>
  nodesOf(card).filter((node) => String(node["type"]).startsWith("Input."));

/** Without what its client does by itself. */
const pressable = (card: Json): Json[] =>
  nodesOf(Object.fromEntries(Object.entries(card).filter(([key]) => key !== "refresh")));

export const actionsOf = (card: Json): Json[] => pressable(card).filter((node) => node["type"] === "Action.Execute");

export const buttonsOf = (card: Json): string[] =>
  pressable(card)
    .filter((node) => ["Action.Execute", "Action.OpenUrl"].includes(String(node["type"])))
    .map((node) => String(node["title"]));

export const buttonNamed = (card: Json, title: string): Json => {
  const action = actionsOf(card).find((candidate) => candidate["title"] === title);
  assert.ok(action !== undefined, `no button « ${title} »; there are: ${buttonsOf(card).join(", ")}\n${textOf(card)}`);
  return action;
};

/** What a client sends back: the values of the inputs, those that are empty left out. */
export const collected = (card: Json, fill: Fill): Json => {
  const values: Json = {};
  const left = new Set(Object.keys(fill));
  for (const input of inputsOf(card)) {
    const id = String(input["id"]);
    const label = [input["label"], input["title"]].find((part) => typeof part === "string") ?? "";
    const key = [id, label].find((name) => left.has(name));
    const value = key === undefined ? input["value"] : fill[key];
    if (key !== undefined) left.delete(key);
    if (typeof value === "string" && value !== "") values[id] = value;
    else if (input["type"] === "Input.Toggle") values[id] = input["valueOff"] ?? "false";
  }
  assert.deepEqual(
    [...left],
    [],
    `the card has no field named so; it has ${inputsOf(card)
      .map((input) => `${String(input["id"])} (${String(input["label"])})`)
      .join(", ")}`,
  );
  return values;
};

/** The `value` of the invoke that a press of this button sends. */
export const pressOf = (card: Json, title: string, fill: Fill): Json => {
  const action = buttonNamed(card, title);
  const data = { ...(action["data"] as Json), ...collected(card, fill) };
  return { action: { type: "Action.Execute", title, verb: action["verb"], data }, trigger: "manual" };
};

/** The card that a message carries; undefined where it carries none. */
export const cardOfMessage = (activity: Json): Json | undefined => {
  const [attachment] = (activity["attachments"] ?? []) as { content?: Json }[];
  return attachment?.content;
};

export const cardIn = (activity: Json): Json => {
  const card = cardOfMessage(activity);
  assert.ok(card !== undefined, "a message without a card");
  return card;
};

export const ADAPTIVE = "application/vnd.microsoft.card.adaptive";
const MESSAGE = "application/vnd.microsoft.activity.message";

/** Checks that the answer to a press is one that Teams accepts: a card, or a few words. */
export const checkAnswer = (body: Json): Json => {
  assert.equal(body["statusCode"], 200, JSON.stringify(body));
  assert.ok([ADAPTIVE, MESSAGE].includes(String(body["type"])), JSON.stringify(body));
  if (body["type"] === MESSAGE) {
    const { value } = body;
    assert.ok(typeof value === "string" && value.trim() !== "", "Teams takes an empty answer for a failure");
  }
  return body;
};

/** What the answer to a press says, whichever it is. */
export const wordsOf = (body: Json): string =>
  body["type"] === ADAPTIVE ? textOf(body["value"] as Json) : String(body["value"]);
