/** One person's file, at the code that the address holds: who they are and where they stand first, then all the rest. */
import { Suspense } from "react";
import { person as personContract, type Person as PersonOut, type PersonRead } from "../../../src/contracts/person.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { contestLine } from "../../../src/wording/rights.ts";
import { cancelReasonWords, statusWords } from "../../../src/wording/situation.ts";
import { sheetWords } from "../../../src/wording/sheet.ts";
import { stepWords } from "../../../src/wording/steps.ts";
import { personWords as words } from "../../../src/wording/tab-person.ts";
import { LiveView } from "../../app/live-view.tsx";
import { part } from "../../app/part.ts";
import { RouteLink } from "../../app/router.tsx";
import { useLive } from "../../app/use-live.ts";
import { Loading } from "../../ui/loading.tsx";
import { Badge, EmptyState, Page } from "../../ui/page.tsx";
import { Completeness, IdentityOf } from "./about.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { History } from "./history.tsx";
import { Milestones } from "./milestones.tsx";
import { frameworkOf } from "./reading.ts";
import { useShared } from "./styles.ts";
import { Urgent } from "./urgent.tsx";

const Actions = part(() => import("./actions.tsx"));
const Esf = part(() => import("./esf.tsx"));
const Pieces = part(() => import("./pieces.tsx"));
const Handovers = part(() => import("./handover.tsx"));
const Contacts = part(() => import("./contact.tsx"));
const Transmissions = part(() => import("./transmissions.tsx"));
const Points = part(() => import("./points.tsx"));
const Rights = part(() => import("./rights.tsx"));
const Known = part(() => import("./known.tsx"));

const nameOf = ({ identity: { givenName, familyName } }: PersonOut): string => {
  const said = [givenName.trim(), familyName.trim()].filter((part) => part !== "").join(" ");
  return said === "" ? words.unnamed : said;
};

const referentOf = ({ referent: { name, mine } }: PersonOut): string => {
  if (mine) return words.mine;
  return name === null ? words.noReferent : words.referent(name);
};

const Top = ({ person }: { readonly person: PersonOut }) => {
  const shared = useShared();
  const { code, status, step, cancelled, mergedInto, parcours } = person;
  return (
    <>
      <div className={shared.badges}>
        <Badge tone={status === "cancelled" ? "warning" : "neutral"}>
          {step === null ? statusWords[status] : stepWords[step]}
        </Badge>
        <span>{code}</span>
        <span>{referentOf(person)}</span>
        {(person.read?.contested ?? []).map((what) => (
          <Badge key={what} tone="warning">
            {contestLine(what)}
          </Badge>
        ))}
        {parcours > 1 ? <span>{sheetWords.parcours(parcours)}</span> : null}
      </div>
      {cancelled === null ? null : (
        <p>{words.cancelled(dayInWords(cancelled.on), lowerFirst(cancelReasonWords[cancelled.reason]))}</p>
      )}
      {mergedInto === null ? null : <p>{sheetWords.mergedInto(mergedInto)}</p>}
    </>
  );
};

const Diagnosed = ({ person, read }: { readonly person: PersonOut; readonly read: PersonRead }) => {
  const [round] = read.rounds;
  const framework = frameworkOf(read, round?.version);
  if (framework === undefined) return null;
  return (
    <>
      {round === undefined ? (
        <EmptyState>{person.entry === null ? words.notEntered : words.noRound}</EmptyState>
      ) : (
        <AtAGlance latest={round} inForce={read.inForce} framework={framework} />
      )}
      {person.referent.mine && person.entry !== null ? <p>{words.howToEdit(person.code)}</p> : null}
      <Suspense fallback={<Loading />}>
        <Known person={person} read={read} framework={framework} />
      </Suspense>
    </>
  );
};

const Shown = ({ person }: { readonly person: PersonOut }) => {
  const { read, code } = person;
  const framework = read === null ? undefined : frameworkOf(read);
  const died = read?.contacts.ended?.how === "death";
  const printed = read !== null && person.entry !== null && person.status !== "cancelled" && !died;
  const sheet = tabAddress("document", null, { kind: "fiche-personne", code });
  return (
    <Page
      title={nameOf(person)}
      windowTitle={code}
      actions={printed ? <RouteLink to={sheet}>{words.sheet}</RouteLink> : undefined}
    >
      <Top person={person} />
      {read === null ? null : <Urgent person={person} read={read} />}
      <Milestones person={person} />
      {read === null ? null : <Diagnosed person={person} read={read} />}
      {person.entry === null && person.actions.actions.length === 0 ? null : (
        <Suspense fallback={<Loading />}>
          <Actions person={person} />
        </Suspense>
      )}
      {person.esf === null ? null : (
        <Suspense fallback={<Loading />}>
          <Esf person={person} sheets={person.esf.sheets} />
        </Suspense>
      )}
      {person.pieces === null ? null : (
        <Suspense fallback={<Loading />}>
          <Pieces pieces={person.pieces} />
        </Suspense>
      )}
      {read === null || person.status === "cancelled" ? null : (
        <Suspense fallback={<Loading />}>
          <Contacts person={person} read={read} />
        </Suspense>
      )}
      {read === null || (read.points.held.length === 0 && read.points.news === null) ? null : (
        <Suspense fallback={<Loading />}>
          <Points person={person} points={read.points} />
        </Suspense>
      )}
      {read === null || read.handovers.length === 0 ? null : (
        <Suspense fallback={<Loading />}>
          <Handovers read={read} />
        </Suspense>
      )}
      {read === null ? null : (
        <Suspense fallback={<Loading />}>
          <Rights person={person} />
        </Suspense>
      )}
      {read === null || person.entry === null ? null : (
        <Suspense fallback={<Loading />}>
          <Transmissions code={code} mine={person.referent.mine} />
        </Suspense>
      )}
      <IdentityOf person={person} />
      <Completeness person={person} />
      {framework === undefined ? null : <History person={person} framework={framework} />}
    </Page>
  );
};

const Person = ({ code }: { readonly code: string }) => {
  const live = useLive(`/api/participants/${encodeURIComponent(code)}`, personContract);
  return <LiveView live={live}>{(person) => <Shown person={person} />}</LiveView>;
};
export default Person;
