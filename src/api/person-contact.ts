/** Contacts of a person, for who reads the case. */
import type { PersonContact } from "../contracts/person-contact.ts";
import { prescriberSays } from "../documents/prescriber-return.ts";
import { prescriberReturn } from "../domain/outreach/told.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { ContactsSeen } from "../use-cases/parts/read-contacts.ts";
import type { PersonView } from "../use-cases/see-person.ts";
import type { NameOf } from "./person-rounds.ts";

const endedOf = (name: NameOf, { ended }: CaseFile, { words }: ContactsSeen): PersonContact["ended"] =>
  ended === null
    ? null
    : {
        how: ended.how,
        on: ended.on,
        by: name(ended.by),
        // What was said of an earlier way out says nothing of a death.
        why: ended.wayOut === undefined ? (words?.why ?? "") : "",
        door: ended.door,
        words: ended.wayOut === undefined ? (words?.door ?? "") : "",
      };

const prescriberOf = (
  { plie }: Pick<Services, "plie">,
  name: NameOf,
  { dossier, identity: { prescriber } }: PersonView,
  { told }: ContactsSeen,
): PersonContact["prescriber"] => {
  if (prescriber === null) return null;
  const said = prescriberReturn(dossier.file.doc);
  return {
    name: prescriber,
    ...prescriberSays(said, plie.name, dossier.framework, plie.prescriberEmails.get(prescriber)),
    told: told.map(({ what, on, by }) => ({ what, on, by: name(by) })),
  };
};

export const contactsOf = (
  services: Pick<Services, "plie">,
  name: NameOf,
  view: PersonView,
  seen: ContactsSeen,
): PersonContact => {
  const file = view.dossier.file.doc;
  return {
    outreach: file.outreach,
    appointment: file.appointment,
    attempts: seen.attempts.map(({ on, way, result, appointmentOn, by }) => ({
      ...{ on, way, result, appointmentOn },
      by: name(by),
    })),
    ended: endedOf(name, file, seen),
    prescriber: prescriberOf(services, name, view, seen),
  };
};
