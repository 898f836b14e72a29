/** Everything that was noted of one domain, with where it comes from, when and by whom; then what was noted before it. */
import type { Person, PersonFinding } from "../../../src/contracts/person.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { sourceWords, stateWords } from "../../../src/wording/situation.ts";
import { profileWords as words } from "../../../src/wording/tab-person.ts";
import type { FrameworkWords } from "../../../src/contracts/person.ts";
import { difficultyWords } from "../../../src/wording/figures.ts";
import { Facts, type Fact } from "./parts.tsx";
import { momentOf } from "./reading.ts";
import { useShared } from "./styles.ts";

type Noted = Pick<
  PersonFinding,
  "state" | "severity" | "impact" | "strength" | "facts" | "situations" | "source" | "by" | "at"
>;

/** « Difficulté réelle, pèse », or the state in words: not spoken of is never a zero. */
export const foundWords = (
  framework: FrameworkWords,
  { state, severity, impact }: Pick<Noted, "state" | "severity" | "impact">,
): string =>
  severity === null || state === "nothing" ? stateWords[state] : difficultyWords(framework, { severity, impact });

const factsOf = ({ strength, situations, facts }: Noted): readonly Fact[] => [
  ...(strength === "" ? [] : [{ label: words.helps, value: strength }]),
  ...(situations.length === 0 ? [] : [{ label: words.situations, value: situations.join(" ; ") }]),
  ...(facts === "" ? [] : [{ label: words.facts, value: facts }]),
];

const Where = ({ noted, person }: { readonly noted: Noted; readonly person: Person }) => {
  const shared = useShared();
  const { source } = noted;
  return (
    <p className={shared.muted}>
      {source === null ? null : `${words.source(sourceWords[source.kind], dayInWords(source.on), source.by)} `}
      {words.written(momentOf(person, noted.at), noted.by)}
    </p>
  );
};

interface Shown {
  readonly finding: PersonFinding;
  readonly framework: FrameworkWords;
  readonly person: Person;
}

export const Notes = ({ finding, framework, person }: Shown) => {
  const shared = useShared();
  return (
    <>
      <Facts facts={factsOf(finding)} />
      <Where noted={finding} person={person} />
      {finding.earlier.length === 0 ? null : (
        <>
          <p className={shared.line}>
            <strong>{words.before}</strong>
          </p>
          <ul className={shared.list}>
            {finding.earlier.map((one) => (
              <li key={one.at}>
                {foundWords(framework, one)}
                <Facts facts={factsOf(one)} />
                <Where noted={one} person={person} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
