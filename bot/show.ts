/** From the reference of a screen to the card: reads again, for this reader, through the use cases. */
import type { Actor } from "../src/domain/people/actor.ts";
import { listMilestones } from "../src/use-cases/list-milestones.ts";
import { listParticipants } from "../src/use-cases/list-participants.ts";
import type { Result } from "../src/use-cases/frame/result.ts";
import {
  seeDiagnostic,
  seeManage,
  seeSheet,
  seeSynthesis,
  seeUrgent,
  type CaseView,
} from "../src/use-cases/see-case.ts";
import {
  seeDuplicates,
  seeEntryForm,
  seeIdentityForm,
  seePersonViewForm,
  seeRecommendationForm,
  seeRegistration,
  seeSituationForm,
} from "../src/use-cases/see-forms.ts";
import { listOfferNotes } from "../src/use-cases/list-offer-notes.ts";
import { seeHome } from "../src/use-cases/see-home.ts";
import { seeLead } from "../src/use-cases/see-lead.ts";
import { seeServices } from "../src/use-cases/see-services.ts";
import { seeNeeds } from "../src/use-cases/see-needs.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { seeConflict, type ConflictAbout } from "../src/use-cases/settle-conflict.ts";
import { ask, type Query } from "../src/use-cases/frame/use-case.ts";
import { seeAgreement } from "../src/use-cases/see-agreement.ts";
import { seeDouble, seeDoubleOffer } from "../src/use-cases/score-double.ts";
import { seeVignetteForm } from "../src/use-cases/score-vignette.ts";
import { seeVignetteGroup } from "../src/use-cases/see-vignette-group.ts";
import { seeVignettes } from "../src/use-cases/see-vignettes.ts";
import * as present from "./presenters/index.ts";
import type { Reader, Shown } from "./presenters/shown.ts";
import { quiet, type Screen, type ScreenName, type ScreenOf } from "./screens.ts";

export interface Showing {
  readonly services: Services;
  readonly actor: Actor;
  readonly reader: Reader;
}

type Show<N extends ScreenName> = (screen: ScreenOf<N>, showing: Showing) => Promise<Shown> | Shown;

const codeOf = (screen: Screen): string | null => ("code" in screen ? screen.code : null);

/** Reads with the use case, then presents; what is refused is said as a refusal. */
const through = async <Input, Loaded, Answer>(
  screen: Screen,
  { services, actor, reader }: Showing,
  question: Query<Input, Loaded, Answer>,
  input: Input,
  shown: (answer: Answer) => Shown | Promise<Shown>,
): Promise<Shown> => {
  const answer: Result<Answer> = await ask(services, actor, question, input);
  return answer.ok
    ? shown(answer.value)
    : present.presentRefusal({ screen: "refusal", refusal: answer.refusal, code: codeOf(screen), ...quiet }, reader);
};

const healthClosed = (screen: ScreenOf<"domain"> | ScreenOf<"guidance">, { dossier }: CaseView): boolean =>
  screen.domain === "sante" && dossier.file.doc.health !== "agreed";

/** Two versions wait: the choice comes before anything else on that subject. */
const conflictOf = (screen: Screen & { readonly code: string }, about: ConflictAbout, on: Showing): Promise<Shown> => {
  const shown: ScreenOf<"conflict"> = {
    screen: "conflict",
    code: screen.code,
    about,
    notice: screen.notice,
    at: screen.at,
  };
  return through(shown, on, seeConflict, { code: screen.code, about }, (view) =>
    present.presentConflict(shown, view, on.reader),
  );
};

/** A vignette with the group, once it is scored. */
const groupOf = (screen: ScreenOf<"vignetteGroup">, on: Showing): Promise<Shown> =>
  through(screen, on, seeVignetteGroup, { vignette: screen.vignette }, (view) =>
    present.presentVignetteGroup(screen, view, on.reader),
  );

const shows: { readonly [N in ScreenName]: Show<N> } = {
  home: (screen, on) => through(screen, on, seeHome, {}, (view) => present.presentHome(screen, view, on.reader)),
  help: (screen, { reader }) => present.presentHelp(screen, reader),
  newPerson: (screen, on) =>
    through(screen, on, seeRegistration, { rev: screen.rev }, (form) =>
      present.presentNewPerson(screen, form, on.reader),
    ),
  duplicates: (screen, on) =>
    through(screen, on, seeDuplicates, { rev: screen.rev }, (view) =>
      present.presentDuplicates(screen, view, on.reader),
    ),
  participants: (screen, on) =>
    through(screen, on, listParticipants, { searching: screen.searching, cursor: screen.cursor }, (page) =>
      present.presentParticipants(screen, page, on.reader),
    ),
  milestones: (screen, on) =>
    through(screen, on, listMilestones, { cursor: screen.cursor }, (page) =>
      present.presentMilestones(screen, page, on.reader),
    ),
  sheet: (screen, on) =>
    through(screen, on, seeSheet, { code: screen.code }, (view) => present.presentSheet(screen, view, on.reader)),
  entry: (screen, on) =>
    through(screen, on, seeEntryForm, { code: screen.code }, (form) => present.presentEntry(screen, form, on.reader)),
  overview: (screen, on) =>
    through(screen, on, seeDiagnostic, { code: screen.code }, (view) =>
      view.toSettle.includes("overview")
        ? conflictOf(screen, "overview", on)
        : present.presentOverview(screen, view, on.reader),
    ),
  domain: (screen, on) =>
    through(screen, on, seeDiagnostic, { code: screen.code }, (view) => {
      if (healthClosed(screen, view))
        return present.presentRefusal(
          { screen: "refusal", refusal: "healthClosed", code: screen.code, ...quiet },
          on.reader,
        );
      return view.toSettle.includes(screen.domain)
        ? conflictOf(screen, screen.domain, on)
        : present.presentDomain(screen, view, on.reader);
    }),
  guidance: (screen, on) =>
    through(screen, on, seeDiagnostic, { code: screen.code }, (view) =>
      present.presentGuidance(screen, view, on.reader),
    ),
  conflict: (screen, on) => conflictOf(screen, screen.about, on),
  urgent: (screen, on) =>
    through(screen, on, seeUrgent, { code: screen.code, urgent: screen.urgent }, (view) =>
      present.presentUrgent(screen, view, on.reader, view.typed),
    ),
  synthesis: (screen, on) =>
    through(screen, on, seeSynthesis, { code: screen.code, round: screen.round }, (view) =>
      present.presentSynthesis(screen, view, on.reader),
    ),
  why: (screen, on) =>
    through(screen, on, seeSynthesis, { code: screen.code, round: screen.round }, (view) =>
      present.presentWhy(screen, view, on.reader),
    ),
  personView: (screen, on) =>
    through(screen, on, seePersonViewForm, { code: screen.code }, (form) =>
      present.presentPersonView(screen, form, on.reader),
    ),
  situation: (screen, on) =>
    through(screen, on, seeSituationForm, { code: screen.code }, (form) =>
      form.toSettle ? conflictOf(screen, "situation", on) : present.presentSituation(screen, form, on.reader),
    ),
  services: (screen, on) =>
    through(screen, on, seeServices, { domain: screen.domain, code: screen.code, page: screen.page }, (view) =>
      present.presentServices(screen, view, on.reader),
    ),
  needs: (screen, on) => through(screen, on, seeNeeds, {}, (view) => present.presentNeeds(screen, view, on.reader)),
  offerNotes: (screen, on) =>
    through(screen, on, listOfferNotes, {}, (view) => present.presentOfferNotes(screen, view, on.reader)),
  recommendation: (screen, on) =>
    through(screen, on, seeRecommendationForm, { code: screen.code }, (form) =>
      form.toSettle ? conflictOf(screen, "recommendation", on) : present.presentRecommendation(screen, form, on.reader),
    ),
  lead: (screen, on) =>
    through(screen, on, seeLead, { code: screen.code }, (view) => present.presentLead(screen, view, on.reader)),
  leadWhy: (screen, on) =>
    through(screen, on, seeLead, { code: screen.code }, (view) => present.presentLeadWhy(screen, view, on.reader)),
  manage: (screen, on) =>
    through(screen, on, seeManage, { code: screen.code }, (view) => present.presentManage(screen, view, on.reader)),
  identity: (screen, on) =>
    through(screen, on, seeIdentityForm, { code: screen.code }, (form) =>
      present.presentIdentity(screen, form, on.reader),
    ),
  cancelRecord: (screen, on) =>
    through(screen, on, seeManage, { code: screen.code }, (view) =>
      present.presentCancelRecord(screen, view, on.reader),
    ),
  mergeRecord: (screen, on) =>
    through(screen, on, seeManage, { code: screen.code }, (view) =>
      present.presentMergeRecord(screen, view, on.reader),
    ),
  vignettes: (screen, on) =>
    through(screen, on, seeVignettes, {}, (view) => present.presentVignettes(screen, view, on.reader)),
  vignette: (screen, on) =>
    through(screen, on, seeVignetteForm, { vignette: screen.vignette }, (form) =>
      form === null
        ? groupOf({ screen: "vignetteGroup", vignette: screen.vignette, ...quiet }, on)
        : present.presentVignette(screen, form, on.reader),
    ),
  vignetteGroup: (screen, on) => groupOf(screen, on),
  agreement: (screen, on) =>
    through(screen, on, seeAgreement, {}, (view) => present.presentAgreement(screen, view, on.reader)),
  double: (screen, on) =>
    through(screen, on, seeDouble, { code: screen.code }, (view) => present.presentDouble(screen, view, on.reader)),
  doubleOffered: (screen, on) =>
    through(screen, on, seeDoubleOffer, { code: screen.code }, (offer) =>
      present.presentDoubleOffered(screen, offer, on.reader),
    ),
  paused: (screen, on) =>
    screen.code === null
      ? present.presentPaused(screen, null, on.reader)
      : through(screen, on, seeSheet, { code: screen.code }, (view) => present.presentPaused(screen, view, on.reader)),
  withdrawn: (screen, { reader }) => present.presentWithdrawn(screen, reader),
  othersCase: async (screen, { services, reader }) => {
    const file = await services.store.get("case", screen.code);
    const referent = file === undefined ? undefined : services.people.byObjectId(file.doc.referentId);
    return present.presentOthersCase(screen, referent?.name ?? null, reader);
  },
  refusal: (screen, { reader }) => present.presentRefusal(screen, reader),
  notUnderstood: (screen, { reader }) => present.presentNotUnderstood(screen, reader),
  wordsOnly: (screen, { reader }) => present.presentWordsOnly(screen, reader),
  olderCard: (screen, { reader }) => present.presentOlderCard(screen, reader),
  channel: (screen, { reader }) => present.presentChannel(screen, reader),
  part: (screen, { reader }) => present.presentPart(screen, reader),
  chatRefused: (screen, { reader }) => present.presentChatRefused(screen, reader),
};

const showOne = <N extends ScreenName>(name: N, screen: ScreenOf<N>, showing: Showing): Promise<Shown> | Shown =>
  shows[name](screen, showing);

/** The card of a screen, as its reader may see it now. */
export const show = async (screen: Screen, showing: Showing): Promise<Shown> => {
  return showOne(screen.screen, screen, showing);
};
