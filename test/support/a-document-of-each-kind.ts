/** One document of every kind that a store keeps, made from its own schema: a kind that is added is here without being asked. */
import fc from "fast-check";
import { z } from "zod";
import { catalogue, type DocumentKind, type StoredDocument } from "../../src/domain/records/catalogue.ts";
import { KEEPING } from "../../src/domain/records/keeping.ts";
import { thePapers } from "./the-papers.ts";

export interface Filling {
  /** Whom it is about. */
  readonly code: string;
  /** What stands wherever words may be typed. */
  readonly words: string;
  /** The review that it names. */
  readonly review: string;
}

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const shapeIn = (value: unknown): Shape => (isShape(value) ? value : {});

const textOf = ({ pattern, format, maxLength }: Shape, { code, words, review }: Filling): string => {
  if (format === "date") return "2026-11-24";
  if (format === "date-time") return "2026-11-24T13:32:00.000Z";
  if (typeof pattern !== "string") return words.slice(0, typeof maxLength === "number" ? maxLength : undefined);
  const fitting = [code, review, words, "entree.2026-11-24", "2026-11", "2026-T4"].find((each) =>
    new RegExp(pattern, "u").test(each),
  );
  return fitting ?? fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 7 })[0] ?? "";
};

const numberOf = ({ minimum, exclusiveMinimum }: Shape): number =>
  typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : typeof minimum === "number" ? minimum : 0;

/** A level and its weight go together. */
const A_LEVEL = { state: "assessed", severity: 2, impact: 1 };

const objectOf = (shape: Shape, filling: Filling): Shape => {
  const typed = shapeIn(shape["properties"]);
  if (shape["properties"] !== undefined) {
    const made = Object.fromEntries(Object.entries(typed).map(([name, of]) => [name, valueOf(shapeIn(of), filling)]));
    return "severity" in made && "impact" in made && "state" in made ? { ...made, ...A_LEVEL } : made;
  }
  const values = shapeIn(shape["additionalProperties"]);
  const names = shapeIn(shape["propertyNames"]);
  const name = valueOf(names, filling);
  return ["enum", "pattern", "anyOf", "const"].every((limit) => names[limit] === undefined)
    ? { code: typeof name === "string" ? valueOf(values, { ...filling, words: filling.code }) : null }
    : { [String(name)]: valueOf(values, filling) };
};

const valueOf = (shape: Shape, filling: Filling): unknown => {
  if ("const" in shape) return shape["const"];
  if (Array.isArray(shape["enum"])) return shape["enum"][0];
  const choices = shape["anyOf"] ?? shape["oneOf"];
  if (Array.isArray(choices)) return valueOf(shapeIn(choices.find((one) => shapeIn(one)["type"] !== "null")), filling);
  if (Array.isArray(shape["allOf"])) return valueOf(shapeIn(shape["allOf"][0]), filling);
  const { type } = shape;
  switch (Array.isArray(type) ? type.find((one) => one !== "null") : type) {
    case "string":
      return textOf(shape, filling);
    case "number":
    case "integer":
      return numberOf(shape);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array":
      return Array.isArray(shape["prefixItems"])
        ? shape["prefixItems"].map((one) => valueOf(shapeIn(one), filling))
        : [valueOf(shapeIn(shape["items"]), filling)];
    case "object":
      return objectOf(shape, filling);
    default:
      return filling.words;
  }
};

const isKind = (name: string): name is DocumentKind => Object.hasOwn(KEEPING, name);
export const EVERY_KIND: readonly DocumentKind[] = Object.keys(KEEPING).filter(isKind);

/** What the schema alone does not say. */
const fixed = (kind: DocumentKind, { code, review }: Filling): Shape => {
  if (kind === "audit" || kind === "chain") return { chain: `case.${code}` };
  // Read with the questionnaire that was asked.
  if (kind === "esfAnswers") return { version: thePapers().esf.entry.version };
  // One list a month: each is in one of their own.
  if (kind === "retentionList") return { month: `2026-${review.slice(-2)}` };
  // Whoever is listed bears their name: the other orders hold less.
  return kind === "listed" ? { sortedBy: "name" } : {};
};

/** Read by its codec: what is made here is what a store could hold. */
export const aDocumentOf = (kind: DocumentKind, filling: Filling): StoredDocument => {
  const schema = z.toJSONSchema(catalogue[kind].schema, { io: "output", unrepresentable: "any" });
  const made = { ...shapeIn(valueOf(shapeIn(schema), filling)), ...fixed(kind, filling) };
  return catalogue[kind].read(catalogue[kind].row(made).json);
};
