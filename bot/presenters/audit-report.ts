import { CHAIN_FAULT_WORDS, SEAL_FAULT_WORDS } from "../../src/wording/audit.ts";
import { dayOfInstant, dayInWords, timeInWords } from "../../src/wording/dates.ts";
import type { AuditFault, AuditReport } from "../../src/use-cases/verify-audit.ts";

const SHOWN_FAULTS = 50;

const faultLine = (found: AuditFault): string =>
  found.of === "chain"
    ? `  Chaîne ${found.chain}, trace ${found.seq} : ${CHAIN_FAULT_WORDS[found.fault]}.`
    : `  Scellé ${found.seq} : ${SEAL_FAULT_WORDS[found.fault]}.`;

const sealedLine = (report: AuditReport, timeZone: string): string => {
  const { sealedUntil, unsealed } = report;
  if (sealedUntil === null) return "  Aucun scellé pour l'instant : le premier se pose après le premier minuit.";
  const day = dayInWords(dayOfInstant(sealedUntil, timeZone));
  return `  Scellé jusqu'au ${day}, ${timeInWords(sealedUntil, timeZone)} ; traces plus récentes : ${unsealed}.`;
};

/** What the check of the audit says to the person who runs it, line by line. */
export const auditReportLines = (plieId: string, report: AuditReport, timeZone: string): readonly string[] => {
  const { chains, entries, seals, faults } = report;
  const counts = `${plieId} : chaînes : ${chains} ; traces : ${entries} ; scellés quotidiens : ${seals}.`;
  if (faults.length === 0) return [counts, sealedLine(report, timeZone), "  Tout est en ordre."];
  const more = faults.length - SHOWN_FAULTS;
  return [
    counts,
    sealedLine(report, timeZone),
    `  Anomalies : ${faults.length}. Gardez la base en l'état, ne la restaurez pas, et prévenez la personne chargée de la protection des données.`,
    ...faults.slice(0, SHOWN_FAULTS).map(faultLine),
    ...(more > 0 ? [`  … et ${more} de plus.`] : []),
  ];
};
