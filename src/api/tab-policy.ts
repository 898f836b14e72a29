/** What a page of the tab may load, and who may frame it. */
import type { DocumentKind } from "../contracts/documents.ts";
import { actionSheetStyle } from "../documents/action-sheet-style.ts";
import { attendanceSheetStyle } from "../documents/attendance-sheet-style.ts";
import { decisionLetterStyle } from "../documents/decision-letter-style.ts";
import { esfBlockStyle } from "../documents/esf-block.ts";
import { interviewSheetStyle } from "../documents/interview-sheet-style.ts";
import { leadExplanationStyle } from "../documents/lead-explanation-style.ts";
import { minutesStyle } from "../documents/minutes-style.ts";
import { noticeStyle } from "../documents/notice-style.ts";
import { personCopyStyle } from "../documents/person-copy-style.ts";
import { personSheetStyle } from "../documents/person-sheet-style.ts";
import { questionnaireStyle } from "../documents/questionnaire-style.ts";
import { styleHash } from "./reply.ts";

/** Hosts of Teams, Microsoft 365 and Outlook that may frame the tab. */
const HOSTS = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook-sdf.office.com",
  "https://outlook-sdf.office365.com",
];

const STYLES: Readonly<Record<DocumentKind, string>> = {
  "feuille-entretien": interviewSheetStyle,
  "pourquoi-piste": leadExplanationStyle,
  "compte-rendu": minutesStyle,
  "courrier-decision": decisionLetterStyle,
  "fiche-personne": personSheetStyle,
  "fiche-relais": personSheetStyle,
  "retour-prescripteur": decisionLetterStyle,
  "preparation-referent": actionSheetStyle,
  "preparation-personne": actionSheetStyle,
  "preparation-structure": actionSheetStyle,
  "carte-accident": actionSheetStyle,
  emargement: attendanceSheetStyle,
  notice: noticeStyle,
  "points-etape": attendanceSheetStyle,
  "copie-personne": personCopyStyle,
  "questionnaire-entree": questionnaireStyle,
  "questionnaire-sortie": questionnaireStyle,
  "questionnaire-six-mois": questionnaireStyle,
};

const DOCUMENT_STYLES = [...new Set([esfBlockStyle, ...Object.values(STYLES)])].map(styleHash).join(" ");

/**
 * The styles allowed by hash: the ESF+ block of every page, and the document shown in a frame, which inherits this policy. The others bear the
 * number of this answer, which is drawn anew for each.
 */
export const tabPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}' ${DOCUMENT_STYLES}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${HOSTS.join(" ")}`,
  ].join("; ");
