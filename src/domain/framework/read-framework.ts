import { z } from "zod";
import { framework, type Framework } from "./schema.ts";

type FrameworkReading = { ok: true; framework: Framework } | { ok: false; problems: string[] };

/**
 * Reads a framework file, already parsed as JSON. A wrong file gives every problem at once, in French,
 * each as "domains[3].anchors[2] : raison", so that whoever edits the file finds the place.
 */
export function readFramework(json: unknown): FrameworkReading {
  // The French words are given to this parse alone: other libraries of the process carry a zod of their own.
  const parsed = framework.safeParse(json, { error: z.locales.fr().localeError });
  if (parsed.success) return { ok: true, framework: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => `${placeOf(issue.path)} : ${reasonOf(issue)}`) };
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? "fichier"
    : path
        .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
        .join("");

/** A union says only "Entrée invalide": the values that it allows are what helps. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message;
  const allowed = issue.errors.flat().flatMap((inner) => (inner.code === "invalid_value" ? inner.values : []));
  return allowed.length === 0 ? issue.message : `une valeur parmi ${allowed.join(", ")} attendue`;
}
