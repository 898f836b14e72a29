/** *Ce qui a été observé*: for each domain what was said, what was seen, and what is kept of it. */
import { WAIT } from "../../cards/actions/bilan.ts";
import type { Evidence } from "../../src/domain/activation/records.ts";
import {
  impactField,
  keepField,
  LEAVE,
  settlingFromInputs,
  situationsField,
  type DomainSeen,
} from "../../src/domain/activation/settle-evidence.ts";
import { frameworkDomain } from "../../src/domain/diagnostic/findings.ts";
import type { Framework, Severity } from "../../src/domain/framework/schema.ts";
import type { EvidenceView } from "../../src/use-cases/see-bilan.ts";
import { evidenceWords as words, settleProblem } from "../../src/wording/bilan.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { difficultyWords, heardLevel, levelWords } from "../../src/wording/figures.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, labelOf, topOfDraft } from "./top.ts";

const LEVELS: readonly Severity[] = [0, 1, 2, 3, 4];

/** What stands of the domain today, with where it comes from and when. */
const saidOf = ({ domain, before }: DomainSeen, framework: Framework): string => {
  const { severity, impact, source } = before;
  if (severity !== null && source !== null)
    return words.standing(
      words.sources[source.kind],
      dayInWords(source.on),
      severity === 0 ? heardLevel(framework, 0) : difficultyWords(framework, { severity, impact }),
    );
  return frameworkDomain(framework, domain).sources.includes("dit") ? words.neverSaid : words.notSaidButSeen;
};

/** The fact of the most serious criterion, in the words of the grid that it was seen with. */
const seenOf = (evidence: Evidence, view: EvidenceView): string => {
  const { framework } = view.dossier;
  const grid = view.actions.get(evidence.action)?.framework ?? framework;
  const { criterion } = evidence.seen.find(({ level }) => level === evidence.severity) ?? { criterion: "" };
  const fact = grid.activation.criteria.find(({ id }) => id === criterion)?.anchors[evidence.severity] ?? "";
  return words.seen(evidence.by, levelWords(framework, evidence.severity), fact);
};

/** The levels that were seen first, the most serious before; the others adjust. */
const choicesOf = ({ proposed }: DomainSeen, framework: Framework) => {
  const seen = [...LEVELS].reverse().filter((level) => proposed.some(({ severity }) => severity === level));
  const title = (level: Severity): string =>
    seen.includes(level) ? words.retain(levelWords(framework, level)) : words.adjust(levelWords(framework, level));
  const ordered = [...seen, ...LEVELS.filter((level) => !seen.includes(level))];
  return [
    { title: words.wait, value: WAIT },
    ...ordered.map((level) => ({ title: title(level), value: String(level) })),
    { title: words.leave, value: LEAVE },
  ];
};

const asked = (seen: DomainSeen, framework: Framework) => {
  const domain = frameworkDomain(framework, seen.domain);
  const from = domain.situationRequiredFrom;
  return {
    impacts:
      seen.before.impact === null ? framework.impacts.map((title, index) => ({ title, value: String(index + 1) })) : [],
    situations:
      from !== null && seen.before.situations.length === 0
        ? domain.situations.map(({ label, id }) => ({ title: label, value: id }))
        : [],
  };
};

const problemsOf = ({ form, seen, dossier: { framework } }: EvidenceView): Record<string, string> => {
  const read = settlingFromInputs(form.shown, seen, framework);
  if (read.ok) return {};
  return Object.fromEntries(
    read.problems.map((one) => [`${one.field}_${one.domain}`, settleProblem(one, framework)] as const),
  );
};

export const presentEvidence = (screen: ScreenOf<"evidence">, view: EvidenceView, reader: Reader): Shown => {
  const { form, dossier } = view;
  const { framework } = dossier;
  return {
    name: "evidence",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(view.identity),
      about: words.about,
      domains: view.seen.map((seen) => {
        const label = labelOf(framework, seen.domain);
        return {
          domain: seen.domain,
          label,
          said: saidOf(seen, framework),
          seen: seen.proposed.map((one) => seenOf(one, view)),
          keep: filled(form.shown, keepField(seen.domain)) || WAIT,
          keepLabel: words.keep(label),
          choices: choicesOf(seen, framework),
          ...asked(seen, framework),
          impactLabel: words.impact(label),
          impact: filled(form.shown, impactField(seen.domain)),
          situationsLabel: words.situations(label),
          chosen: form.shown[situationsField(seen.domain)] ?? "",
        };
      }),
      empty: view.seen.length === 0 ? words.nothing : null,
      problems: screen.check ? problemsOf(view) : {},
    },
  };
};
