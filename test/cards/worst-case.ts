/** The sample of each card, with everything that a person types replaced by the longest and worst. */
import type { CardName, ModelOf } from "../../cards/index.ts";
import { seenElsewhere } from "../../src/wording/figures.ts";
import { SHORTENED, WHOLE } from "../../bot/presenters/review-seen.ts";
import { sampleOf } from "./samples.ts";

const NASTY =
  "${1+1} ${$root.code} [x](javascript:alert(1)) <at>tous</at> =cmd() {{DATE(2017-02-14T06:00Z,LONG)}} **gras** _a_ `b` # é 👩‍👩‍👧 مرحبا\u202E https://exemple.fr a@b.fr & &lt; \\ 1. \"'\n";

/** `length` characters of the worst. */
const nasty = (length: number): string => NASTY.repeat(Math.ceil(length / NASTY.length)).slice(0, length);

/** Replaces every text that a person typed: the same model, read by the same schema. */
export type Retype = (typed: string, length: number) => string;
type Fields = Readonly<Record<string, string>>;
const retypeAll = <F extends Fields>(fields: F, names: readonly (keyof F)[], retype: Retype, length: number): F => ({
  ...fields,
  ...Object.fromEntries(names.map((name) => [name, retype(fields[name] ?? "", length)])),
});

const PERSON = ["givenName", "familyName", "birthDate", "commune", "phone", "email", "address"] as const;
/** « Amina B. »: what is shown of a name comes from what was typed. */
const named = (person: string, retype: Retype) => `${retype(person, 60)} · P-2026-0001`;
const many = <T>(list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, index) => list[index % list.length]!);

/** As many reminders as a card holds. */
const sixty = (said: string, retype: Retype) =>
  Array.from({ length: 60 }, (_, index) => ({
    title: `${said} · Faire le point sur les démarches pour rencontrer la personne · ${named("Amina", retype)}`,
    value: `P-2026-${String(index + 1).padStart(4, "0")}.outreachReview.2026-11-12`,
  }));

/** What the cell saw: fourteen domains, and everything that was written. */
const longestSeen = (
  seen: ModelOf<"opinion">["seen"],
  retype: Retype,
  lengths: typeof WHOLE | typeof SHORTENED,
): ModelOf<"opinion">["seen"] => ({
  ...seen,
  question: retype("", lengths.question),
  voices: [
    ...seen.voices,
    ...(lengths.listed
      ? []
      : [{ label: "Ce qui est difficile", text: "Savoirs (difficulté forte, pèse beaucoup)".repeat(14) }]),
  ].map(({ label, text }, index) => ({
    label,
    // What helps is named by domain, and the lead in the words of the framework.
    text: index === 1 || index === 2 ? `${text} « ${retype("", lengths.text)} »` : text,
  })),
  difficulties: lengths.listed ? many(seen.difficulties, 14) : [],
});

const retyped: { readonly [N in CardName]?: (model: ModelOf<N>, retype: Retype) => ModelOf<N> } = {
  home: (model, retype) => ({
    ...model,
    greeting: `Bonjour ${retype("Claire", 60)}`,
    next: model.next.map((line) => ({ ...line, what: `Premier entretien · ${named(line.what, retype)}` })),
    news: model.news === null ? null : { ...model.news, lines: many(model.news.lines, 6).map(() => retype("", 320)) },
  }),
  sentence: (model, retype) => ({ ...model, text: retype(model.text, 1000) }),
  retry: (model, retype) => ({
    ...model,
    fields: model.fields.map((field) => ({ ...field, value: retype(field.value, 600) })),
  }),
  done: (model, retype) => ({ ...model, text: retype(model.text, 300) }),
  "new-person": (model, retype) => ({
    ...model,
    fields: retypeAll(model.fields, PERSON, retype, 300),
    choices: {
      ...model.choices,
      prescriber: many(model.choices.prescriber, 40).map(({ title }, index) => ({ title, value: `${title} ${index}` })),
    },
    problems: Object.fromEntries([...PERSON, "prescriber"].map((field) => [field, retype("une phrase", 200)])),
  }),
  identity: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: retypeAll(model.fields, PERSON, retype, 300),
    choices: {
      prescriber: many(model.choices.prescriber, 40).map(({ title }, i) => ({ title, value: `${title} ${i}` })),
    },
  }),
  duplicate: (model, retype) => ({
    ...model,
    typed: retype(model.typed, 200),
    candidates: many(model.candidates, 5).map((_, index) => ({ title: retype("", 200), value: `P-2026-000${index}` })),
  }),
  sheet: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    dates: model.dates.map((date) => ({ ...date, value: retype(date.value, 200) })),
    missing: many(model.missing, 12),
  }),
  entry: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: { ...model.fields, language: retype(model.fields.language, 600) },
  }),
  overview: (model, retype) => ({ ...model, person: named(model.person, retype) }),
  domain: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: {
      ...model.fields,
      strength: retype(model.fields.strength, 2000),
      facts: retype(model.fields.facts, 2000),
    },
  }),
  conflict: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: many(model.fields, 9).map((field) => ({
      ...field,
      recorded: retype(field.recorded, 600),
      yours: retype(field.yours, 600),
    })),
  }),
  urgent: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: { ...model.fields, doneBy: retype("", 300) },
  }),
  synthesis: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    strengths: many(model.strengths, 14).map((strength) => ({ ...strength, text: retype(strength.text, 300) })),
    difficulties: many(model.difficulties, 14),
    seen: many(model.seen.slice(0, 1), 5),
    seenElsewhere: seenElsewhere(9),
    gaps: many(model.gaps.split("\n"), 14).join("\n"),
    movement: many(model.movement.split("\n"), 15).join("\n"),
    personView: {
      agreement: "Pas d'accord, le 24 novembre 2026",
      words: retype("", 1000),
      heard: "Souhaite être entendu·e par la cellule.",
    },
    study:
      "Situation 2026-1234 présentée à la cellule sorties du 8 décembre 2027. La carte sera publiée dès que le canal de la cellule sera relié et confirmé.",
  }),
  "review-form": (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: { ...model.fields, question: retype(model.fields.question, 4000) },
    kept: "La suite est gardée : 5 000 caractères saisis, 4 000 montrés, 1 000 au plus peuvent être enregistrés. Raccourcissez le texte pour l'enregistrer.",
    problems: { cell: "choisissez une cellule.", question: `retirez « ${retype("", 300)} » (son adresse).` },
  }),
  "review-preview": (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    question: { ...model.question, text: retype(model.question.text, 1000) },
    facts: many(model.facts, 8),
    difficulties: { ...model.difficulties, lines: many(model.difficulties.lines, 13) },
  }),
  why: (model, retype) => ({ ...model, person: named(model.person, retype) }),
  recommendation: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: { ...model.fields, why: retype(model.fields.why, 4000) },
  }),
  lead: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    reasons: [`« ${retype(model.reasons[0] ?? "", 1000)} »`, retype("", 450)],
    steps: many(model.relays, 2).map((service) => ({ ...service, name: retype(service.name, 90) })),
    relays: many(model.relays, 3).map((service) => ({ ...service, name: retype(service.name, 90) })),
    needs: many(model.needs, 24),
  }),
  opinion: (model, retype) => ({
    ...model,
    seen: longestSeen(model.seen, retype, WHOLE),
    fields: { ...model.fields, why: retype(model.fields.why, 4000), next: retype(model.fields.next, 2000) },
    choices: {
      ...model.choices,
      to: many(model.choices.to, 24).map((_, index) => ({
        title: retype("", 110),
        value: `capEmploi:service-${index}`,
      })),
    },
    problems: { why: retype("", 300), next: retype("", 300) },
  }),
  review: (model, retype) => ({
    ...model,
    seen: longestSeen(model.seen, retype, SHORTENED),
    opinions: {
      counts: "Poursuite en PLIE : 5 · Poursuite avec relais : 4 · Réorientation : 4",
      items: many(model.opinions?.items ?? [], 13).map(() => ({
        who: `${retype("", 40)} (noté par ${retype("", 40)})`,
        outcome: `Réorientation (Cap emploi, ${retype("", 60)})`,
        said: `« ${retype("", 300)} » Prochain pas : ${retype("", 100)}`,
      })),
      others: null,
      cut: "Les textes longs sont montrés en partie, la suite est gardée.",
    },
    tooLate: { text: "Voici ce que vous aviez écrit.", lines: [retype("", 200), retype("", 200)] },
    decision:
      model.decision === null
        ? null
        : { ...model.decision, lines: [retype("", 80), retype("", 1000), retype("", 300)] },
  }),
  "person-view": (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: { ...model.fields, words: retype(model.fields.words, 4000) },
  }),
  situation: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    fields: { ...model.fields, rightToWorkUntil: retype(model.fields.rightToWorkUntil, 400) },
  }),
  participants: (model, retype) => ({
    ...model,
    query: retype(model.query, 300),
    shownQuery: retype(model.shownQuery, 200),
    count: retype(model.count, 300),
    items: many(model.items, 8).map((item, index) => ({
      title: named(item.title, retype),
      value: `P-2026-000${index}`,
    })),
  }),
  reminder: (model, retype) => ({ ...model, items: sixty("En retard de 12 jours (12 novembre)", retype) }),
  "reminder-late": (model, retype) => ({
    ...model,
    items: sixty("Marie-Antoinette Delaporte-Saint-Hilaire · En retard de 12 jours (12 novembre)", retype),
  }),
  "reminder-settings": (model, retype) => ({
    ...model,
    stopped: Array.from({ length: 40 }, (_, index) => ({
      title: named("Amina", retype),
      value: `P-2026-${String(index + 1).padStart(4, "0")}`,
    })),
  }),
  milestones: (model, retype) => ({
    ...model,
    items: many(model.items, 8).map((item, index) => ({
      title: named(item.title, retype),
      value: `P-2026-000${index}`,
    })),
  }),
  services: (model, retype) => ({
    ...model,
    person: named(model.person ?? "", retype),
    items: many(model.items, 5).map((item) => ({
      ...item,
      name: retype(item.name, 110),
      where: retype(item.where, 130),
      waiting: many(item.waiting.length === 0 ? ["Signalé"] : item.waiting, 2),
      taken: { text: retype("", 230), tone: "warning" as const },
      does: retype("", 170),
      facts: [230, 170, 230, 190, 230].map((length) => ({ title: "Conditions", value: retype("", length) })),
    })),
    note:
      model.note === null
        ? null
        : {
            ...model.note,
            services: many(model.note.services, 5).map((_, index) => ({
              title: retype("", 90),
              value: `x${index}`.padEnd(120, "-"),
            })),
            weeks: retype("", 20),
          },
  }),
  bilan: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    about: `${model.about} ${retype("", 200)}`,
    fields: {
      ...model.fields,
      ...{ facts: retype("", 4_000), words: retype("", 4_000), understood: retype("", 4_000) },
      missedHours: retype("", 400),
    },
    kept: { facts: "La suite est gardée", words: "La suite est gardée", understood: "La suite est gardée" },
  }),
  "bilan-grid": (model, retype) => ({ ...model, person: named(model.person, retype) }),
  evidence: (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    domains: (["travail", "competences", "savoirs", "confiance", "projet"] as const).map((domain) => ({
      ...model.domains[0]!,
      domain,
      seen: many(model.domains[0]!.seen, 6),
      situations: model.domains[1]!.situations,
      situationsLabel: model.domains[1]!.situationsLabel,
    })),
  }),
  "offer-notes": (model, retype) => ({
    ...model,
    items: many(model.items, 8).map((_, index) => ({ title: retype("", 400), value: `x${index}`.padEnd(200, "-") })),
  }),
  sendings: (model, retype) => ({
    ...model,
    items: many(model.items, 8).map((_, index) => ({ title: retype("", 200), value: `x${index}`.padEnd(60, "-") })),
  }),
  manage: (model, retype) => ({ ...model, person: named(model.person, retype) }),
  "cancel-record": (model, retype) => ({ ...model, person: named(model.person, retype) }),
  // The text of a vignette is a PLIE's own file; the notes of a double scoring are what référents typed, without the anchors.
  double: (model, retype) => ({
    ...model,
    families: (sampleOf("vignette") as ModelOf<"vignette">).families.map((family) => ({
      ...family,
      anchors: [],
      lines: family.lines.map((line) => ({ ...line, notes: retype("", 550) })),
    })),
  }),
  confirm: (model, retype) => ({
    ...model,
    people: model.people.map((person) => named(person, retype)),
    lines: many(model.lines, 5).map(() => retype("", 300)),
  }),
  "merge-record": (model, retype) => ({
    ...model,
    person: named(model.person, retype),
    into: retype(model.into, 300),
  }),
};

/** The sample with everything typed replaced by what `retype` makes of it. */
export const sampleTyped = <N extends CardName>(name: N, retype: Retype): ModelOf<N> => {
  const model: ModelOf<N> = sampleOf(name);
  const change = retyped[name] as ((model: ModelOf<N>, retype: Retype) => ModelOf<N>) | undefined;
  return change === undefined ? model : change(model, retype);
};

export const worstCaseOf = <N extends CardName>(name: N): ModelOf<N> => sampleTyped(name, (_, length) => nasty(length));
