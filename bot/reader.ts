/** The moment and the reader of a card, from what the PLIE's files say now. */
import type { EsfStage } from "../src/domain/esf/codes.ts";
import type { Actor } from "../src/domain/people/actor.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import type { Reader } from "./presenters/shown.ts";
import { tabLink, type TabPlace } from "./tab-links.ts";

const QUESTIONNAIRES: Readonly<Record<EsfStage, string>> = {
  entry: "questionnaire-entree",
  exit: "questionnaire-sortie",
  later: "questionnaire-six-mois",
};

export interface Place extends TabPlace {
  readonly timeZone: string;
}

export const readerOf = (services: Services, place: Place, actor: Actor): Reader => ({
  actor,
  playedByName: actor.playedBy === null ? null : (services.people.byObjectId(actor.playedBy)?.name ?? null),
  now: services.clock.now(),
  today: services.clock.today(),
  timeZone: place.timeZone,
  plie: services.plie,
  framework: services.frameworks.current,
  member: (id) => services.people.byObjectId(id),
  contacts: services.people
    .members()
    .filter((member) => member.roles.includes("chargeDeProjet"))
    .map((member) => member.name),
  leadDocumentUrl: (code) => tabLink(place, `/tab/document?kind=pourquoi-piste&code=${code}`),
  prescriberReturnUrl: (code) => tabLink(place, `/tab/document?kind=retour-prescripteur&code=${code}`),
  letterUrl: (review) => tabLink(place, `/tab/document?kind=courrier-decision&code=${review}`),
  handoverUrl: (handover) => tabLink(place, `/tab/document?kind=fiche-relais&code=${handover}`),
  minutesUrl: (meeting) => tabLink(place, `/tab/document?kind=compte-rendu&code=${meeting}`),
  interviewSheetUrl: tabLink(place, "/tab/document?kind=feuille-entretien"),
  actionSheetUrl: (kind, code) => tabLink(place, `/tab/document?kind=${kind}&code=${code}`),
  noticeUrl: (code) => tabLink(place, `/tab/document?kind=notice&code=${code}`),
  copyUrl: (code) => tabLink(place, `/tab/document?kind=copie-personne&code=${code}`),
  retentionUrl: tabLink(place, "/tab/dossiers?vue=conservation"),
  piecesUrl: tabLink(place, "/tab/dossiers?vue=pieces"),
  pointsUrl: (referent) => tabLink(place, `/tab/dossiers?vue=points&referent=${referent}`),
  questionnaireUrl: (stage, code) => tabLink(place, `/tab/document?kind=${QUESTIONNAIRES[stage]}&code=${code}`),
  tabUrl: tabLink(place, "/tab"),
  personUrl: (code) => tabLink(place, `/tab/participants/${code}`),
});
