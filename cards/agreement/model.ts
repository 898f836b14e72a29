import { z } from "zod";
import { choice, problemsOf, text, top } from "../common.ts";

const lines = z.array(z.strictObject({ label: text, text }));

/** Accord du groupe: figures by domain, how to read them, and the real files to have scored twice. No référent's figure, no référent's level. */
export const agreementModel = z.strictObject({
  ...top,
  people: text,
  lines,
  reading: z.array(text),
  filesTitle: text,
  files: text,
  fileLines: lines,
  /** Null for whoever offers nothing. */
  offering: z.strictObject({ title: text, text, files: z.array(choice), seconds: z.array(choice) }).nullable(),
  canOffer: z.boolean(),
  problems: problemsOf(["choice", "second"]),
});
export type AgreementModel = z.infer<typeof agreementModel>;
