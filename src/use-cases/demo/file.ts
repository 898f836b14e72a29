/** How complete the file of a fictional person is: what was asked for the ESF+, what a meeting agreed, what they asked, what left about them. */
import type { Contested, RequestKind, RequestOutcome } from "../../domain/rights/codes.ts";

type Answers = Readonly<Record<string, string>>;

export interface DemoRequest {
  readonly what: RequestKind;
  readonly contested?: Contested;
  readonly receivedDaysAgo: number;
  /** 0: today. */
  readonly notedDaysAgo: number;
  readonly words: string;
  readonly answered?: { readonly daysAgo: number; readonly outcome: RequestOutcome; readonly words: string };
}

/** Whatever is left out was not done. Days ago are worked days. */
export interface DemoFile {
  /** The entry questionnaire. `only`: the blocks that were asked; all of them otherwise. */
  readonly sheet?: {
    readonly answers: Answers;
    readonly only?: readonly string[];
    readonly answeredDaysAfterEntry: number;
    readonly signedDaysAfterEntry?: number;
  };
  readonly request?: DemoRequest;
  /** Confirmed with them, towards whoever refers them. */
  readonly sentDaysAgo?: number;
  /** What the quarterly meeting agreed. */
  readonly agreed?: { readonly daysAgo: number; readonly words: string };
}

const AT_HOME = { rural: "no", housing: "none" } as const;
const NO_STATUS = { handicap: "no", minority: "no" } as const;

/** Everything is answered and signed; some questions are declined. Their copy is asked for, within its delay. */
export const SIGNED_AND_ASKS: DemoFile = {
  sheet: {
    answers: {
      ...{ ...AT_HOME, ...NO_STATUS, sex: "female", nationality: "fr" },
      foreignBackground: "declined",
      minority: "declined",
    },
    answeredDaysAfterEntry: 0,
    signedDaysAfterEntry: 7,
  },
  request: {
    what: "copy",
    receivedDaysAgo: 4,
    notedDaysAgo: 0,
    words: "Je voudrais une copie de ce qui est noté sur moi, sur papier.",
  },
};

export const SIGNED: DemoFile = {
  sheet: {
    answers: {
      ...{ ...AT_HOME, ...NO_STATUS, sex: "male", nationality: "declined" },
      foreignBackground: "declined",
    },
    answeredDaysAfterEntry: 0,
    signedDaysAfterEntry: 7,
  },
};

/** Answered at the second appointment; the paper has not come back. */
export const TO_SIGN: DemoFile = {
  sheet: {
    answers: {
      ...{ ...AT_HOME, ...NO_STATUS, sex: "female", nationality: "fr" },
      ...{ withoutWork: "sixToElevenMonths", minima: "none", foreignBackground: "no", housing: "declined" },
    },
    answeredDaysAfterEntry: 7,
  },
  agreed: {
    daysAgo: 1,
    words: "Elle refait son CV seule d'ici la fin du mois. On attend la cellule avant de prévoir autre chose.",
  },
};

/** There was time for the first part only. */
export const BEGUN: DemoFile = {
  sheet: {
    answers: { ...AT_HOME, sex: "male", qpv: "unknown" },
    only: ["person"],
    answeredDaysAfterEntry: 0,
  },
};

/** The questionnaire is late. What she contested is answered, what leaves was confirmed with her. */
export const LATE_AND_HEARD: DemoFile = {
  request: {
    what: "contest",
    contested: "diagnostic",
    receivedDaysAgo: 4,
    notedDaysAgo: 4,
    words: "Je ne suis pas bloquée pour mes trajets : j'ai le permis et une voiture.",
    answered: {
      daysAgo: 3,
      outcome: "refused",
      words:
        "Vous avez le permis, et c'est écrit. Sans assurance, la voiture ne peut pas servir aujourd'hui : cela reste ainsi. Nous en reparlons dès qu'elle est assurée.",
    },
  },
  sentDaysAgo: 2,
  agreed: {
    daysAgo: 1,
    words:
      "Premier rendez-vous pour les trajets avant la mi-décembre. Remplir et signer avec elle le questionnaire d'entrée, en retard.",
  },
};
