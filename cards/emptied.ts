/**
 * A client leaves out of its answer a field that was emptied, as it leaves out one that never held anything. So each button carries an empty text for every field
 * that the card shows filled and that can be emptied: what the person leaves in the field takes its place, and nothing else can stand for « erased ».
 */
import { isRecord } from "./bindings.ts";

const canBeEmptied = (input: Record<string, unknown>): boolean =>
  input.type === "Input.Text" ||
  input.type === "Input.Date" ||
  (input.type === "Input.ChoiceSet" && input.isMultiSelect === true);

/** Ids of the fields shown filled that can be emptied. */
function filledFields(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(filledFields);
  if (!isRecord(node)) return [];
  if (typeof node.id === "string" && canBeEmptied(node)) return typeof node.value === "string" ? [node.id] : [];
  return Object.entries(node).flatMap(([key, entry]) => (key === "data" ? [] : filledFields(entry)));
}

function withEmptied(node: unknown, emptied: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(node)) return node.map((entry) => withEmptied(entry, emptied));
  if (!isRecord(node)) return node;
  if (node.type === "Action.Execute" && node.associatedInputs !== "none" && isRecord(node.data))
    return { ...node, data: { ...emptied, ...node.data } };
  return Object.fromEntries(Object.entries(node).map(([key, entry]) => [key, withEmptied(entry, emptied)]));
}

/** The card, each of whose buttons says which fields are empty when they do not come back. */
export const sayWhatIsEmptied = (card: unknown): unknown =>
  withEmptied(card, Object.fromEntries(filledFields(card).map((id) => [id, ""])));
