/** A parcours that is suspended, in one line. */
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "./dates.ts";

/** « Parcours suspendu depuis le 3 novembre 2026, retour prévu le 4 janvier 2027 ». */
export const suspendedWords = ({ from, returnOn }: { readonly from: Day; readonly returnOn: Day | null }): string => {
  const back = returnOn === null ? "sans date de retour" : `retour prévu le ${dayInWords(returnOn)}`;
  return `Parcours suspendu depuis le ${dayInWords(from)}, ${back}`;
};
