import { prescriberReturn, prescriberReturnModel } from "../documents/prescriber-return.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { seePrescriberReturn } from "../use-cases/tell-prescriber.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, problemReply } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

/** `GET /api/documents/retour-prescripteur/{code}`. */
export const prescriberReturnRoute: DocumentRoute = async (services, actor, code) => {
  const asked = participantCode.safeParse(code);
  if (!asked.success) return problemReply("notFound");
  const answer = await ask(services, actor, seePrescriberReturn, { code: asked.data });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { identity, said, dossier, referent } = answer.value;
  const { plie, clock } = services;
  const printed = { identity: identity.doc, plie, today: clock.today(), said, framework: dossier.framework, referent };
  return documentReply(prescriberReturn(prescriberReturnModel(printed)));
};
