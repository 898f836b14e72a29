/** What presenters make: the name of a card and its model. Pure: from what was read, and the moment it is shown. */
import type { CardName, ModelOf } from "../../cards/models.ts";
import type { Actor } from "../../src/domain/people/actor.ts";
import type { EsfStage } from "../../src/domain/esf/codes.ts";
import type { Framework } from "../../src/domain/framework/schema.ts";
import type { Commune } from "../../src/ports/plie.ts";
import type { Member } from "../../src/domain/people/member.ts";

export type Shown = { [N in CardName]: { readonly name: N; readonly model: ModelOf<N> } }[CardName];

export type ActionSheetKind =
  "preparation-referent" | "preparation-personne" | "preparation-structure" | "carte-accident" | "emargement";

/** The moment and the reader of a card. */
export interface Reader {
  readonly actor: Actor;
  /** The real member behind a part played in local mode; null otherwise. */
  readonly playedByName: string | null;
  readonly now: Date;
  readonly today: string;
  readonly timeZone: string;
  readonly plie: {
    readonly name: string;
    readonly communes: readonly Commune[];
    readonly prescribers: readonly string[];
  };
  /** The framework in force; a diagnostic is read with its own. */
  readonly framework: Framework;
  readonly member: (id: string) => Member | undefined;
  /** Whom to ask: the names of the PLIE's chargé·es de projet. */
  readonly contacts: readonly string[];
  /** Address of a document on our own tab. */
  readonly interviewSheetUrl: string;
  /** The same, about one person. */
  readonly leadDocumentUrl: (code: string) => string;
  readonly prescriberReturnUrl: (code: string) => string;
  /** The minutes of a sitting. */
  readonly minutesUrl: (meeting: string) => string;
  /** The sheet that a partner reads, by its hand-over. */
  readonly handoverUrl: (handover: string) => string;
  /** The letter that tells a decision to the person, by its review. */
  readonly letterUrl: (review: string) => string;
  /** A sheet of an action, or of a collective action. */
  readonly actionSheetUrl: (kind: ActionSheetKind, code: string) => string;
  /** The information notice, with the code of whom it is given to. */
  readonly noticeUrl: (code: string) => string;
  /** Everything that is noted of one person, to hand over to them. */
  readonly copyUrl: (code: string) => string;
  /** Where the files that are no longer used wait to be erased. */
  readonly retentionUrl: string;
  /** Of the files with something to complete, in the tab. */
  readonly piecesUrl: string;
  /** Of the list of a référent for the quarterly meeting, in the tab. */
  readonly pointsUrl: (referent: string) => string;
  /** An ESF+ questionnaire of a person, to print and sign. */
  readonly questionnaireUrl: (stage: EsfStage, code: string) => string;
  /** Our own tab, where it opens. */
  readonly tabUrl: string;
  /** The page of one person. */
  readonly personUrl: (code: string) => string;
}
