/** The person's copy: what they were told and agreed to, and what left for another body with their agreement. */
import type { Agreement } from "../../domain/rights/records.ts";
import { toPerson, type CopyOf } from "./entry.ts";
import { dayInWords } from "../../wording/dates.ts";
import { objectivesUnderWay } from "../../wording/also-leaves.ts";
import { lowerFirst, upperFirst } from "../../wording/lists.ts";
import { orientationLines } from "../../wording/orientation-sent.ts";
import { explained } from "../../wording/rights.ts";
import { besoinWords, sentLine, transmissionWords, trustWords } from "../../wording/transmission.ts";

const AGREED: Readonly<Record<Agreement["what"], Readonly<Record<Agreement["state"], string>>>> = {
  notice: {
    given: "La notice vous a été remise et expliquée",
    refused: "Vous n'avez pas voulu de la notice",
    withdrawn: "Vous avez rendu la notice",
  },
  health: {
    given: "Vous êtes d'accord pour que votre santé soit notée",
    refused: "Vous ne souhaitez pas que votre santé soit notée",
    withdrawn: "Vous avez retiré votre accord pour la santé",
  },
};
export const agreementCopy: CopyOf<"agreement"> = (doc, { who }) => ({
  title: dayInWords(doc.on),
  lines: [
    `${AGREED[doc.what][doc.state]}${explained(doc.language, doc.interpreter)}`,
    `Notice en usage ce jour-là : version ${doc.version}`,
    `Noté par ${who(doc.by)}`,
  ],
});

export const transmissionCopy: CopyOf<"transmission"> = ({ values, ...doc }, { who }) => ({
  title: toPerson(transmissionWords.line(doc)),
  lines: [
    ...values.contraintes.filter(({ valeur }) => valeur !== "NON_ABORDEE").map((one) => toPerson(sentLine(one))),
    ...values.contraintes.flatMap(({ situations }) => situations.map(({ libelle }) => libelle)),
    ...objectivesUnderWay(values).map(upperFirst),
    ...[...values.besoins, values.besoinNumerique]
      .filter(({ valeur }) => valeur !== "NON_EXPLORE")
      .map(({ libelle, valeur }) => `${libelle} : ${besoinWords[valeur]}`),
    values.pouvoirAgir.confiance === "NE_SAIT_PAS"
      ? ""
      : `Vous avez confiance pour avancer : ${lowerFirst(trustWords[values.pouvoirAgir.confiance])}`,
    ...orientationLines(values.orientation).map(upperFirst),
    doc.withoutHealth ? toPerson(transmissionWords.withoutHealth) : "",
    `Confirmée par ${who(doc.by)}`,
  ],
});
