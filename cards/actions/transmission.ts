/** *Transmettre*: what leaves for France Travail, or for who refers the person. */
import { z } from "zod";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

export const transmissionFields = {
  to: typed,
  c22: typed,
  c23: typed,
  c24: typed,
  c25: typed,
  c26: typed,
  c27: typed,
  c28: typed,
  c29: typed,
  situations: typed,
  needs: typed,
  strengths: typed,
  trust: typed,
  capacity: typed,
  project: typed,
  told: typed,
} as const;
const transmission = z.strictObject({ code, rev, whole, ...transmissionFields });

export const transmissionActions = {
  openTransmission: action("transmission.open", ofCase),
  confirmTransmission: action("transmission.confirm", transmission),
  leaveTransmission: action("transmission.leave", transmission),
} as const;
