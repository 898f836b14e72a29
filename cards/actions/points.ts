/** *Points d'étape trimestriels*. */
import { z } from "zod";
import { memberId } from "../../src/domain/participant/codes.ts";
import { action, code, nothing, rev, typed, whole } from "./action.ts";

/** Whose list, and which page of it: null is one's own, or the first of the team. */
const place = { referent: memberId.nullable(), page: z.number().int().min(0).max(99) } as const;

export const pointsFields = { agreed: typed } as const;
const point = z.strictObject({ code, rev, whole, ...place, ...pointsFields });

export const pointsActions = {
  openPoints: action("points.open", nothing),
  pagePoints: action("points.page", z.object(place)),
  showPointsOf: action("points.of", z.object({ whose: typed })),
  pickPoint: action("points.pick", z.object({ ...place, choice: typed })),
  savePoint: action("points.save", point),
  leavePoint: action("points.leave", point),
} as const;
