/** Why no action is chosen now. */
import type { Deferral } from "../domain/activation/records.ts";

export const deferralWords: Readonly<Record<Deferral, string>> = {
  health: "Santé : ce n'est pas le moment",
  family: "Vie de famille à organiser d'abord",
  noOffer: "Rien d'adapté n'existe pour l'instant",
  wish: "La personne ne le souhaite pas maintenant",
  otherStep: "Une autre démarche vient avant",
  other: "Autre raison",
};
