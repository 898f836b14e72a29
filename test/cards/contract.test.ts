import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { ZodType } from "zod";
import { cardActions } from "../../cards/actions.ts";
import { renderCard, type CardName } from "../../cards/index.ts";
import { TAB_ENTITY } from "../../bot/tab-links.ts";
import { actionsOf, choicesOf, inputsOf, nodesOf, textBlocksOf, textRunsOf, type Node } from "./reading.ts";
import { cardNames, sampleOf } from "./samples.ts";
import { worstCaseOf } from "./worst-case.ts";

/** What is used of the library: its own types are sources that do not compile here. */
interface Renderer {
  readonly AdaptiveCard: new () => {
    hostConfig: unknown;
    parse: (card: unknown, context: unknown) => void;
    validateProperties: () => { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly HostConfig: new (config: object) => unknown;
  readonly SerializationContext: new () => {
    readonly eventCount: number;
    getEventAt: (index: number) => { readonly message: string };
  };
}
const { AdaptiveCard, HostConfig, SerializationContext } = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as Renderer;

/** Our app, as the samples name it. */
const APP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

/** Elements that only Teams knows; each has a fallback. */
const teamsExtensions = ["Chart.HorizontalBar"];
const schemas = new Map<string, ZodType>(Object.values(cardActions).map(({ verb, data }) => [verb, data]));

/** The library tests `lang` with a regular expression that remembers where it stopped: one card in two is refused. */
const falseAlarm = 'Invalid value "fr" for property "lang".';

/** What the object model of Adaptive Cards finds wrong. */
function faultsOf(card: Node): string[] {
  const model = new AdaptiveCard();
  model.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  const context = new SerializationContext();
  model.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const known = (message: string) =>
    message === falseAlarm || teamsExtensions.some((type) => message.startsWith(`Unknown element type "${type}"`));
  return [
    ...parsing.filter((message) => !known(message)),
    ...model.validateProperties().validationEvents.map(({ message }) => message),
  ];
}

/** What comes back when that button is pressed: its data, and every input of the card unless it asks for none. */
const sentBy = (action: Node, inputs: readonly Node[], value: (input: Node) => unknown) => ({
  ...(action.data as object),
  ...(action.associatedInputs === "none"
    ? {}
    : Object.fromEntries(inputs.map((input) => [String(input.id), value(input)]))),
});

for (const [kind, modelOf] of [
  ["with its sample", sampleOf],
  ["with the longest and worst that can be typed", worstCaseOf],
] as const)
  describe(`Each card ${kind}`, () => {
    for (const name of cardNames) {
      const rendered = () => renderCard(name, modelOf(name));
      it(`${name} is a card that every client understands`, () => assert.deepEqual(faultsOf(rendered().card), []));
      it(`${name} keeps to the contract`, () => keepsToTheContract(name, rendered()));
      it(`${name} sends back what its buttons promise`, () => sendsBackWhatIsPromised(rendered().card));
    }
  });

function keepsToTheContract(name: CardName, { card, summary, fallbackText }: ReturnType<typeof renderCard>) {
  assert.equal(card.version, "1.5");
  assert.equal(card.lang, "fr");
  const bytes = Buffer.byteLength(JSON.stringify(card), "utf16le");
  assert.ok(bytes <= 40_000, `${name} weighs ${bytes} bytes`);
  const actions = actionsOf(card);
  assert.ok(actions.length <= 6, `${name} has ${actions.length} buttons`);
  for (const action of actions)
    assert.ok(typeof action.title === "string" && action.title !== "", "a button has no title");
  const ids = nodesOf(card).flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  assert.equal(new Set(ids).size, ids.length, `an id comes twice: ${ids.join(", ")}`);
  for (const input of inputsOf(card)) {
    assert.ok(typeof input.label === "string" && input.label !== "", `the field ${String(input.id)} has no label`);
    assert.ok(!("isRequired" in input), `the field ${String(input.id)} would block a button`);
    if (input.type === "Input.ChoiceSet") assert.ok(Array.isArray(input.choices) && input.choices.length > 0);
  }
  for (const text of textBlocksOf(card)) assert.equal(text.wrap, true, `cut: ${String(text.text)}`);
  for (const text of [summary, fallbackText]) assert.doesNotMatch(text, /Amina|Maria|Benali|P-2\d{3}-/);
  assert.match(textBlocksOf(card)[0]?.text as string, /\S/);
  const words = [...textBlocksOf(card), ...textRunsOf(card), ...choicesOf(card)].map((node) => node.text ?? node.title);
  assert.doesNotMatch(
    words.join("\n").normalize("NFC"),
    /\bfreins?\b/i,
    "a person in front of the screen would feel labelled",
  );
}

/** On this machine its own address; in Teams a link to our app, which opens the same page there. */
function opensOurTab(address: string) {
  const url = new URL(address);
  if (url.origin === "http://localhost:3978") return assert.match(url.pathname, /^\/tab(?:\/|$)/);
  assert.equal(url.origin + url.pathname, `https://teams.microsoft.com/l/entity/${APP}/${TAB_ENTITY}`);
  const { pathname, search } = new URL(url.searchParams.get("webUrl") ?? "");
  const { subEntityId } = JSON.parse(url.searchParams.get("context") ?? "{}") as { subEntityId?: string };
  assert.equal(`/tab${subEntityId === undefined ? "" : `/${subEntityId}`}`, pathname + search);
  assert.deepEqual([...url.searchParams.keys()].sort(), ["context", "webUrl"].slice(subEntityId === undefined ? 1 : 0));
}

function sendsBackWhatIsPromised(card: Node) {
  const inputs = inputsOf(card);
  for (const action of actionsOf(card)) {
    if (action.type === "Action.ToggleVisibility") continue;
    if (action.type === "Action.OpenUrl") {
      opensOurTab(action.url as string);
      continue;
    }
    assert.equal(action.type, "Action.Execute");
    assert.ok(
      !Object.hasOwn(action.data as object, "key"),
      `${String(action.verb)} does nothing in the Playground: its data has a « key »`,
    );
    const schema = schemas.get(action.verb as string);
    assert.ok(schema !== undefined, `the verb ${String(action.verb)} is not in the list`);
    for (const value of [(input: Node) => input.value ?? "", () => ""]) {
      const read = schema.safeParse(sentBy(action, inputs, value));
      assert.ok(read.success, `${String(action.verb)}: ${read.error?.message ?? ""}`);
    }
  }
}

describe("A card with a hole in it", () => {
  it("is never sent", () => {
    const model = { ...(sampleOf("done") as object), text: undefined } as never;
    assert.throws(() => renderCard("done", model));
  });
});

/** People, scripts and checks outside the code press these buttons and fill these fields. */
const NAMED: readonly (readonly [CardName, readonly string[], readonly string[]])[] = [
  ["review-form", ["Cellule", "Question posée"], ["Envoyer", "Annuler"]],
  ["review-card", [], ["Donner mon avis", "Révéler les avis"]],
  ["opinion", ["Mon avis", "Vers quelle structure", "Pourquoi", "Prochain pas"], ["Envoyer mon avis", "Annuler"]],
  [
    "bilan",
    ["Comment ça s'est passé", "Faits observés", "D'accord avec ce bilan ?", "Ce que la personne en dit"],
    ["Enregistrer", "Annuler"],
  ],
  [
    "decision",
    [
      ...["Décision", "Vers quelle structure", "Raisons (lues par la personne)"],
      "Pourquoi la décision s'écarte de la piste",
    ],
    ["Confirmer la décision", "Annuler"],
  ],
];

describe("What the outside relies on", () => {
  for (const [name, labels, buttons] of NAMED)
    it(`${name} has its fields and its buttons`, () => {
      const { card } = renderCard(name, worstCaseOf(name));
      const fields = inputsOf(card).map(({ label }) => String(label));
      for (const label of labels)
        assert.ok(
          fields.some((field) => field.startsWith(label)),
          `${label}: ${fields.join(", ")}`,
        );
      const titles = actionsOf(card).map(({ title }) => title);
      for (const button of buttons) assert.ok(titles.includes(button), `${button}: ${titles.join(", ")}`);
    });
});
