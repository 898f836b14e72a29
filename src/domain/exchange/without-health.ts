import type { Transmission } from "./transmission.ts";
import { UNFIT_TO_DRIVE } from "./ft-contraintes.ts";

const HEALTH = "25";

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
          ? {
              ...one,
              valeur: "NON_ABORDEE",
              impact: null,
              estPrioritaire: false,
              dateExploration: null,
              agent: null,
              situations: [],
              objectifs: one.objectifs.map((objectif) => ({ ...objectif, valeur: "NON_ABORDE" })),
            }
          : { ...one, situations: one.situations.filter(({ code }) => code !== UNFIT_TO_DRIVE) },
      ),
    },
  };
};
