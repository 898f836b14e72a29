import { z } from "zod";
import { text, top } from "../common.ts";

/** A sitting that is closed, and the way to its minutes. */
export const sittingClosedModel = z.strictObject({
  ...top,
  title: text,
  heading: text,
  text,
  minutesUrl: text,
});
export type SittingClosedModel = z.infer<typeof sittingClosedModel>;
