/** The letter that tells a decision to the person: plain, respectful, to be read without help. */
import type { Framework } from "../domain/framework/schema.ts";
import type { Destination, ReviewOutcome } from "../domain/review/outcomes.ts";
import type { ReviewDecision } from "../domain/review/records.ts";
import type { LeadInputs } from "../domain/suggestion/lead.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords } from "./dates.ts";
import { leadAbout, whoDecidesSentence } from "./lead.ts";
import { destinationWords, reviewLabel } from "./reviews.ts";

type Words = Pick<Framework, "levels" | "impacts" | "domains" | "suggestion" | "thresholds">;
type Referred = Pick<LeadInputs["facts"], "rsa" | "referringBody">;

/** What the letter is written from. */
export interface ToTell {
  readonly framework: Words;
  readonly decision: ReviewDecision;
  readonly facts: Referred;
  /** The name of the service, where one was chosen. */
  readonly service: string | null;
  readonly referent: string | null;
  readonly track: "short" | "full";
  readonly second: boolean;
  /** Until when a diagnostic is completed; null: none is. */
  readonly completeUntil: Day | null;
  /** What the method said of the same: followed, departed from, or null where no lead was shown to who decided. */
  readonly contributed: "followed" | "departed" | "seen" | null;
}

export interface Letter {
  readonly subject: string;
  readonly opening: string;
  readonly decision: readonly string[];
  readonly reasons: string;
  readonly next: readonly string[];
  readonly method: readonly string[];
  readonly secondTitle: string;
  readonly second: readonly string[];
}

export const letterWords = {
  title: "Courrier : décision",
  subject: "Objet : la suite de votre accompagnement",
  hello: "Bonjour,",
  decision: "Ce qui est décidé",
  reasons: "Pourquoi",
  next: "Ce qui se passe maintenant",
  second: "Si vous n'êtes pas d'accord : demander un réexamen",
  secondDone: "Le réexamen que vous avez demandé",
  method: "La place de la méthode dans cette décision",
  goodbye: "Nous restons à votre disposition.",
  for: (plie: string): string => `Pour le ${plie}`,
  decidedBy: (name: string): string => `Décision prise par ${name}`,
  signature: "Date et signature :",
  reference: (label: string, code: string): string => `Références : ${label}, ${code}`,
  noName: "Prénom et nom à compléter",
  noAddress: "Adresse à compléter",
  erased: "Ces raisons ont été effacées à votre demande.",
} as const;

const towards = (framework: Words, to: Destination | null, service: string | null): string =>
  to === null ? "" : destinationWords(framework, to, service);

const decisionOf = (
  outcome: ReviewOutcome,
  { framework, decision, service, facts, completeUntil }: ToTell,
): readonly string[] => {
  switch (outcome) {
    case "stay":
    case "goOn":
      return ["Votre accompagnement continue au PLIE."];
    case "stayWithRelays":
      return ["Votre accompagnement continue au PLIE, avec l'appui d'autres structures pour certains besoins."];
    case "reorient": {
      const to = decision.to;
      const decides = to === null ? null : whoDecidesSentence({ outcome: { kind: "reorient", to: to.lead } }, facts);
      const who = towards(framework, to, service);
      return [
        decides === null
          ? `Un autre accompagnement vous est proposé : ${who}.`
          : `Nous proposons que vous soyez accompagné·e par : ${who}.`,
        ...(decides === null ? [] : [decides]),
        ...(to === null ? [] : [leadAbout(framework, to.lead)]),
      ];
    }
    case "toComplete":
      return [
        completeUntil === null
          ? "Il nous manque des éléments pour décider : nous les regarderons avec vous."
          : `Il nous manque des éléments pour décider : nous les regarderons avec vous avant le ${dayInWords(completeUntil)}.`,
      ];
    case "exitJob":
      return ["Vous avez un emploi : votre parcours au PLIE se termine."];
    case "exitTraining":
      return ["Vous entrez en formation : votre parcours au PLIE se termine."];
    case "exitOther":
      return ["Votre parcours au PLIE se termine."];
    case "practice":
      return [];
  }
};

const whoOf = (referent: string | null): string =>
  referent === null ? "Votre référent·e" : `Votre référent·e, ${referent},`;

const nextOf = ({ decision, referent }: ToTell): readonly string[] => {
  const who = whoOf(referent);
  const speaks = `${who} vous explique cette décision et répond à vos questions.`;
  switch (decision.outcome) {
    case "stay":
    case "goOn":
      return [speaks, "Vous continuez à vous voir comme aujourd'hui."];
    case "stayWithRelays":
      return [speaks, "Les structures qui peuvent vous aider sont contactées avec votre accord."];
    case "reorient":
      return [
        speaks,
        "Le passage de relais se prépare avec vous. Vous gardez le même contact au PLIE jusqu'à votre premier rendez-vous dans l'autre structure.",
      ];
    case "toComplete":
      return [speaks, "Votre situation sera ensuite étudiée de nouveau. Votre accompagnement continue d'ici là."];
    case "exitJob":
    case "exitTraining":
    case "exitOther":
      return [speaks, "Si votre situation change, vous pouvez reprendre contact avec le PLIE."];
    case "practice":
      return [];
  }
};

const CONTRIBUTED = {
  followed: "La décision va dans le même sens que cette piste.",
  departed: "La décision ne suit pas cette piste : les raisons ci-dessus disent pourquoi.",
  seen: "Elle a été lue avec le reste ; la décision ne porte pas sur la même question.",
} as const;

/** Reasons that were erased say nothing any more. */
const contributionWords = (
  contributed: NonNullable<ToTell["contributed"]>,
  { reasons }: Pick<ReviewDecision, "reasons">,
): string =>
  contributed === "departed" && reasons === "" ? "La décision ne suit pas cette piste." : CONTRIBUTED[contributed];

/** Article R. 311-3-1-1 of the CRPA: the purpose, the right to be told the rules, how, and the CADA. */
const methodOf = ({ contributed, referent, decision }: ToTell): readonly string[] =>
  contributed === null
    ? []
    : [
        `Un traitement algorithmique a contribué à préparer cette décision : à partir de ce que vous avez dit et de ce qui a été noté avec vous, il propose une piste d'accompagnement. Il ne décide rien : ce sont des personnes qui ont décidé. ${contributionWords(contributed, decision)}`,
        `Vous pouvez demander ses règles, les principales caractéristiques de sa mise en œuvre, les données utilisées, leur source et leur poids (article L. 311-3-1 du code des relations entre le public et l'administration) : ${referent === null ? "à votre référent·e" : `à ${referent}`} ou par courrier au PLIE. Sans réponse dans le mois, ou en cas de refus, vous pouvez saisir la Commission d'accès aux documents administratifs (CADA).`,
      ];

const secondOf = ({ decision, second }: ToTell): readonly string[] => {
  if (second)
    return [
      "Votre situation vient d'être étudiée une seconde fois, à votre demande, par d'autres personnes que la première fois.",
    ];
  if (decision.secondUntil === null) return [];
  const waits = decision.outcome === "reorient" ? " Le passage de relais attend alors cette seconde décision." : "";
  return [
    `Jusqu'au ${dayInWords(decision.secondUntil)}, vous pouvez demander que votre situation soit étudiée de nouveau, par d'autres personnes que celles qui ont donné un avis ou décidé. Dites-le à votre référent·e, ou écrivez au PLIE. Vous n'avez pas à vous justifier, et vous pouvez demander à être entendu·e. Cela ne vous sera jamais reproché.${waits}`,
  ];
};

const openingOf = ({ decision, track, second }: ToTell): string => {
  const day = dayInWords(decision.on);
  if (second) return `Le ${day}, le PLIE a étudié de nouveau votre situation, comme vous l'aviez demandé.`;
  return track === "short"
    ? `Le ${day}, le PLIE a décidé de la suite de votre accompagnement.`
    : `Le ${day}, une équipe du PLIE et de ses partenaires a étudié votre situation pour décider de la suite de votre accompagnement.`;
};

export const letterOf = (about: ToTell): Letter => ({
  subject: letterWords.subject,
  opening: openingOf(about),
  decision: decisionOf(about.decision.outcome, about),
  reasons: about.decision.reasons === "" ? letterWords.erased : about.decision.reasons,
  next: nextOf(about),
  method: methodOf(about),
  secondTitle: about.second ? letterWords.secondDone : letterWords.second,
  second: secondOf(about),
});

export const letterReference = (decision: Pick<ReviewDecision, "review" | "code">): string =>
  letterWords.reference(reviewLabel(decision.review), decision.code);
