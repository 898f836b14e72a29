import { z } from "zod";
import { handoverSheet, handoverSheetModel } from "../documents/handover-sheet.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { printHandoverSheet } from "../use-cases/print-handover-sheet.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, problemReply } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

/** « P-2026-0001.1.2 » names its case. */
const handoverId = z.string().regex(/^[^.]+\.\d{1,4}\.\d{1,4}$/);

/** `GET /api/documents/fiche-relais/{hand-over}`. */
export const handoverSheetRoute: DocumentRoute = async (services, actor, asked) => {
  const handover = handoverId.safeParse(asked);
  const code = participantCode.safeParse(handover.data?.split(".")[0]);
  if (!handover.success || !code.success) return problemReply("notFound");
  const answer = await ask(services, actor, printHandoverSheet, { code: code.data, handover: handover.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { identity, handover: on, referent } = answer.value;
  const { plie, clock } = services;
  return documentReply(
    handoverSheet(handoverSheetModel({ identity, handover: on.doc, plie: plie.name, referent, today: clock.today() })),
  );
};
