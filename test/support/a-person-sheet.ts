/** The sheet given to a person, for what prints it. */
import type { Finding } from "../../src/domain/diagnostic/assessment.ts";
import type { DomainId } from "../../src/domain/framework/schema.ts";
import { personSheetModel, type PersonSheetModel } from "../../src/documents/person-sheet.ts";
import type { ToHandOver } from "../../src/wording/person-sheet.ts";
import { realFramework } from "./a-lead.ts";
import { aLevel, anIdentity, someFindings } from "./builders.ts";
import { toTell, type LetterParts } from "./a-letter.ts";

interface SheetParts extends Partial<Omit<ToHandOver, "decided" | "findings">> {
  readonly findings?: Partial<Record<DomainId, Finding>>;
  readonly decided?: Omit<LetterParts, "identity"> | null;
}

const FOUND: Partial<Record<DomainId, Finding>> = {
  mobilite: aLevel(3, 3, {
    priority: true,
    selfSeverity: 2,
    strength: "Une voisine vous emmène certains jours.",
    facts: "Le bus ne passe pas à vos heures.",
  }),
  recherche: aLevel(2, 2, { strength: "Vous avez un CV récent.", facts: "Deux candidatures ce mois-ci." }),
  logement: aLevel(0),
};

export const aPersonSheet = ({ findings = FOUND, decided = null, ...about }: SheetParts = {}): PersonSheetModel =>
  personSheetModel({
    identity: anIdentity(),
    today: "2026-12-09",
    about: {
      framework: realFramework(),
      findings: someFindings(findings),
      health: "notAsked",
      status: "entered",
      orientedOn: "2026-11-02",
      enteredOn: "2026-11-16",
      view: { agreement: "agrees", words: "C'est bien ma situation.", heard: false, on: "2026-12-01", by: "m" },
      coming: [
        { what: "synthesis", on: "2027-02-02" },
        { what: "cell", on: "2027-02-16" },
        { what: "decision", on: "2027-03-16" },
      ],
      decided: decided === null ? null : toTell(decided),
      referent: "Basile Tilleul",
      plie: "PLIE de Dijon Métropole",
      ...about,
    },
  });
