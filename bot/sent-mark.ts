/** Every new card carries, in each of its buttons and in its refresh, the entry that sent it: any press then says that it arrived, and where. */
import { z } from "zod";

const record = z.record(z.string(), z.unknown());
const mark = z.string().min(1).max(100);

const markedNode = (node: unknown, entry: string): unknown => {
  if (Array.isArray(node)) return node.map((each) => markedNode(each, entry));
  const { data: fields } = record.safeParse(node);
  if (fields === undefined) return node;
  if (fields["type"] !== "Action.Execute") return inside(fields, entry);
  return { ...fields, data: { ...record.safeParse(fields["data"]).data, sent: entry } };
};

const inside = (fields: Record<string, unknown>, entry: string): object =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, markedNode(value, entry)]));

/** The card with its mark; the card itself is left as it is. */
export const marked = (card: Readonly<Record<string, unknown>>, entry: string): object => inside({ ...card }, entry);

/** Takes the mark off what a button sent, before anything else reads it. */
export const unmarked = (data: unknown): { readonly data: unknown; readonly sent: string | null } => {
  const fields = record.safeParse(data);
  if (!fields.success || !("sent" in fields.data)) return { data, sent: null };
  const { sent, ...rest } = fields.data;
  return { data: rest, sent: mark.safeParse(sent).data ?? null };
};
