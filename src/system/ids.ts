import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Ids } from "../ports/ids.ts";

/** Letters and digits that are not taken for one another when read aloud. */
const SPOKEN = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const REFERENCE_LENGTH = 8;
const SCALE = 2 ** 32;

export const createIds = (): Ids => ({
  next: () => `${Date.now().toString(36).padStart(9, "0")}${randomBytes(16).toString("hex")}`,
  reference: () => Array.from({ length: REFERENCE_LENGTH }, () => SPOKEN[randomInt(SPOKEN.length)]).join(""),
  random: () => randomInt(SCALE) / SCALE,
  digest: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
});
