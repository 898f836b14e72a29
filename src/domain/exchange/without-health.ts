import type { Transmission } from "./transmission.ts";
import { UNFIT_TO_DRIVE } from "./ft-contraintes.ts";

const HEALTH = "25";
const OF_HEALTH = ["contrainte_sante", "capacite_a_travailler", "boe"] as const;

/** What was transmitted stays as it left, but for health: no later file holds it. */
export const transmissionWithoutHealth = (doc: Transmission): Transmission => {
  const orientation = { ...doc.values.orientation };
  for (const field of OF_HEALTH) delete orientation[field];
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
