import type { decisionLetterModel } from "../documents/decision-letter.ts";
import { offerAt } from "../domain/review/destinations.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { LetterView } from "../use-cases/print-letter.ts";

type Printed = Parameters<typeof decisionLetterModel>[0];

/** What the method brought to this decision; null: no lead was in front of who decided. */
const contributed = ({ view }: LetterView): Printed["tell"]["contributed"] => {
  const { decided } = view.review.doc;
  const snapshot = view.snapshot?.doc;
  if (decided?.concordant === true) return "followed";
  if (decided?.concordant === false) return "departed";
  return snapshot?.lead != null || snapshot?.withdrawn === true ? "seen" : null;
};

/** From what was read to the letter that is printed. */
export const toPrint = ({ plie, clock }: Pick<Services, "plie" | "clock">, view: LetterView): Printed => {
  const { decision, dossier, identity, facts, held, decidedBy, referent } = view;
  const { track, second } = view.view.review.doc;
  return {
    identity,
    plie,
    today: clock.today(),
    decidedBy,
    tell: {
      framework: dossier.framework,
      decision,
      facts,
      service: offerAt(held, decision.to)?.name ?? null,
      referent,
      track,
      second: second !== null,
      completeUntil: decision.outcome === "toComplete" ? (dossier.file.doc.toComplete?.until ?? null) : null,
      contributed: contributed(view),
    },
  };
};
