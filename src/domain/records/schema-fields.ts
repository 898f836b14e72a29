/** The names of the fields that a schema keeps, at every depth. */
import { z } from "zod";

/** What stands inside a schema; a field of a record is named by what it is kept under, and its key says nothing more. */
const insideOf = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options;
  if (schema instanceof z.core.$ZodArray) return [schema._zod.def.element];
  if (schema instanceof z.core.$ZodTuple) return schema._zod.def.items;
  if (schema instanceof z.core.$ZodRecord) return [schema._zod.def.valueType];
  if (schema instanceof z.core.$ZodPipe) return [schema._zod.def.in, schema._zod.def.out];
  if (
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodReadonly
  )
    return [schema._zod.def.innerType];
  return [];
};

const namesIn = (schema: z.core.$ZodType, names: Set<string>): void => {
  if (schema instanceof z.core.$ZodObject)
    for (const [name, inner] of Object.entries(schema._zod.def.shape)) {
      names.add(name);
      namesIn(inner, names);
    }
  for (const inner of insideOf(schema)) namesIn(inner, names);
};

/** The shape of a kind of document, to be named by who may not know the library that reads it. */
export type Schema = z.ZodType;

/** In the order of the schema, each once. */
export const fieldsOf = (schema: Schema): readonly string[] => {
  const names = new Set<string>();
  namesIn(schema, names);
  return [...names];
};
