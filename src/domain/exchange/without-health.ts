/** A transmission that was kept, once the person withdraws that their health be noted. */
import { UNFIT_TO_DRIVE } from "./ft-contraintes.ts";
import type { ContrainteSent, Transmission } from "./transmission.ts";

const HEALTH = "25";

const notSpokenOf = (one: ContrainteSent): ContrainteSent => ({
  ...one,
  valeur: "NON_ABORDEE",
  impact: null,
  estPrioritaire: false,
  dateExploration: null,
  agent: null,
  situations: [],
  objectifs: one.objectifs.map((objectif) => ({ ...objectif, valeur: "NON_ABORDE" })),
});

/** What was transmitted stays as it left, but for health: no later file holds it. */
export const transmissionWithoutHealth = (doc: Transmission): Transmission => {
  const orientation = { ...doc.values.orientation };
  delete orientation.contrainte_sante;
  delete orientation.capacite_a_travailler;
  delete orientation.boe;
  return {
    ...doc,
    withoutHealth: true,
    values: {
      ...doc.values,
      orientation,
      contraintes: doc.values.contraintes.map((one) =>
        one.code === HEALTH
          ? notSpokenOf(one)
          : { ...one, situations: one.situations.filter(({ code }) => code !== UNFIT_TO_DRIVE) },
      ),
    },
  };
};
