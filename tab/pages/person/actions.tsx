/** Actions of a person: planned, made, put off; what came of each, in the words of those who saw it. */
import type { Person } from "../../../src/contracts/person.ts";
import type { PersonAction } from "../../../src/contracts/person-actions.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { deferralWords } from "../../../src/wording/deferrals.ts";
import { bilanAgreementWords, outcomeWords } from "../../../src/wording/bilan.ts";
import { lowerFirst, quoted } from "../../../src/wording/lists.ts";
import { objectiveWords } from "../../../src/wording/preparation.ts";
import { spanWords } from "../../../src/wording/dates.ts";
import { actionTabWords as words } from "../../../src/wording/tab-actions.ts";
import { IMMERSION } from "../../../src/wording/action-facts.ts";
import { RouteLink } from "../../app/router.tsx";
import { Badge, EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Disclosed, Facts, Sentences } from "./parts.tsx";
import { useShared } from "./styles.ts";

type Read = NonNullable<PersonAction["read"]>;
type Bilan = NonNullable<Read["bilan"]>;

const isOver = ({ state, until }: PersonAction, { today }: Person): boolean => state === "planned" && until < today;

const linesOf = ({ immersion, state, signedOn, read }: PersonAction): readonly string[] => [
  ...(read === null ? [] : [`${objectiveWords[read.objective]}.`]),
  ...(read?.host == null ? [] : [words.host(read.host)]),
  ...(read?.session == null ? [] : [words.session(read.session.title, read.session.place)]),
  ...(read?.job == null || read.job === "" ? [] : [words.job(read.job)]),
  ...(read?.hoursPerWeek == null ? [] : [words.hours(read.hoursPerWeek)]),
  ...(!immersion || state === "cancelled" ? [] : [signedOn === null ? words.unsigned : words.signed(signedOn)]),
  ...(read === null || read.prepared || state !== "planned" ? [] : [words.notPrepared]),
];

const sheetsOf = ({ id, immersion, read }: PersonAction) => [
  ...(["preparation-referent", "preparation-personne", "preparation-structure"] as const).map((kind) => ({
    kind,
    code: id,
  })),
  ...(immersion ? [{ kind: "carte-accident" as const, code: id }] : []),
  ...(read?.session == null ? [] : [{ kind: "emargement" as const, code: read.session.id }]),
];

const Sheets = ({ action }: { readonly action: PersonAction }) => {
  const shared = useShared();
  return (
    <p className={shared.badges}>
      {sheetsOf(action).map(({ kind, code }) => (
        <RouteLink key={kind} to={tabAddress("document", null, { kind, code })}>
          {kind === "preparation-structure" && !action.immersion ? words.leaderSheet : words.sheetNames[kind]}
        </RouteLink>
      ))}
    </p>
  );
};

const said = (label: string, value: string) => (value === "" ? [] : [{ label, value: quoted(value) }]);

const BilanOf = ({ bilan }: { readonly bilan: Bilan }) => {
  const shared = useShared();
  const outcome = `${outcomeWords[bilan.outcome]}${bilan.lastDay === null ? "" : `, ${words.until(bilan.lastDay)}`}`;
  return (
    <>
      <Facts
        facts={[
          { label: words.bilan(bilan.on), value: outcome },
          { label: words.agreement, value: bilanAgreementWords[bilan.agreement] },
          ...said(words.words, bilan.words),
          ...said(words.understood, bilan.understood),
          ...said(words.facts, bilan.facts),
        ]}
      />
      {bilan.observations.length === 0 ? null : (
        <Disclosed summary={words.observed}>
          {() => (
            <div className={shared.more}>
              <Sentences
                lines={bilan.observations.map(({ label, fact, by }) => words.seen(label, fact, words.observers[by]))}
              />
            </div>
          )}
        </Disclosed>
      )}
    </>
  );
};

const OneAction = ({ action, person }: { readonly action: PersonAction; readonly person: Person }) => {
  const shared = useShared();
  const { kind, immersion, state, from, until, read, parcours, bilanMade } = action;
  const over = isOver(action, person);
  const name = immersion ? IMMERSION : (kind ?? words.notNamed);
  return (
    <Panel>
      <h3 className={shared.title}>
        {name} · {spanWords(from, until)}
        {parcours === person.parcours ? "" : ` · ${words.parcours(parcours)}`}
      </h3>
      <p className={shared.line}>
        <Badge tone={over ? "warning" : bilanMade ? "good" : "neutral"}>
          {over ? words.over : words.states[state]}
        </Badge>
      </p>
      {linesOf(action).map((line) => (
        <p key={line} className={shared.line}>
          {line}
        </p>
      ))}
      {read?.bilan == null ? null : <BilanOf bilan={read.bilan} />}
      {read === null || state === "cancelled" ? null : <Sheets action={action} />}
    </Panel>
  );
};

/** For whoever opens the page; who reads completeness only sees which, when, signed or not, and whether the bilan is there. */
const Actions = ({ person }: { readonly person: Person }) => {
  const shared = useShared();
  const { actions, deferrals } = person.actions;
  const putOff = (deferrals ?? []).map(({ on, reason, words: why, againOn, by }) =>
    [words.deferred(on, lowerFirst(deferralWords[reason]), againOn, by), ...(why === "" ? [] : [quoted(why)])].join(
      " ",
    ),
  );
  return (
    <Section title={words.title}>
      {actions.length === 0 && putOff.length === 0 ? <EmptyState>{words.none}</EmptyState> : null}
      <Sentences lines={putOff} />
      <div className={shared.stack}>
        {actions.map((action) => (
          <OneAction key={action.id} action={action} person={person} />
        ))}
      </div>
    </Section>
  );
};
export default Actions;
