/** How a kind of document is written and read: its shape, its id, what it is listed by, how long it lives, and the way up from older shapes. */
import { z } from "zod";

/** From one shape to the next; the version of the document is raised for it. */
type Older = (document: Record<string, unknown>) => Record<string, unknown>;

interface Definition<S extends z.ZodType> {
  readonly schema: S;
  readonly id: (doc: z.infer<S>) => string;
  /** Exact terms under which the document is listed. */
  readonly keys: (doc: z.infer<S>) => readonly string[];
  /** Sort value of its lists. */
  readonly order: (doc: z.infer<S>) => string;
  /** Seconds to live from the write; undefined: as long as the case. */
  readonly ttl?: (doc: z.infer<S>) => number | undefined;
  /** From schemaVersion n to n + 1, by n. */
  readonly upgrades?: Readonly<Record<number, Older>>;
}

/** What a store keeps of one document. `json` is the document itself. */
export interface Row {
  readonly id: string;
  readonly json: string;
  readonly keys: readonly string[];
  readonly order: string;
  readonly ttlSeconds: number | undefined;
}

/** The only way into a store and the only way out of it: both parse. */
export interface Codec<D> {
  /** What is kept of it, field by field. */
  readonly schema: z.ZodType;
  /** It goes by itself after a while, at least in some of its states. */
  readonly passes: boolean;
  /** Throws a ZodError when `doc` is not of this kind: an accident of ours, never of a person. */
  readonly row: (doc: unknown) => Row;
  /** Parses what was stored, brought up from an older shape where needed. Throws when it cannot be read. */
  readonly read: (json: string) => D;
}

/** A number as text that sorts as the number does. */
export const sortable = (count: number): string => String(count).padStart(8, "0");

/** What is kept for some days only says so in seconds. */
export const secondsOf = (days: number): number => days * 24 * 3600;

const anyObject = z.record(z.string(), z.unknown());

/** A kind of document, from its definition. */
export const define = <S extends z.ZodType>(definition: Definition<S>): Codec<z.infer<S>> => ({
  schema: definition.schema,
  passes: definition.ttl !== undefined,
  row: (value) => {
    const doc = definition.schema.parse(value);
    return {
      id: definition.id(doc),
      json: JSON.stringify(doc),
      keys: [...new Set(definition.keys(doc))],
      order: definition.order(doc),
      ttlSeconds: definition.ttl?.(doc),
    };
  },
  read: (json) => {
    let raw = anyObject.parse(JSON.parse(json));
    for (;;) {
      const version = Number(raw["schemaVersion"]);
      const upgrade = definition.upgrades?.[version];
      if (upgrade === undefined) return definition.schema.parse(raw);
      raw = { ...upgrade(raw), schemaVersion: version + 1 };
    }
  },
});
