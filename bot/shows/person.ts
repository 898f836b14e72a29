/** Who is in the register, and under which record. */
import { seeManage } from "../../src/use-cases/see-case.ts";
import { seeDuplicates, seeIdentityForm, seeRegistration } from "../../src/use-cases/see-forms.ts";
import { seeWhoFollows } from "../../src/use-cases/see-who-follows.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const personShows: Pick<
  Shows,
  "newPerson" | "duplicates" | "identity" | "cancelRecord" | "mergeRecord" | "manage" | "othersCase"
> = {
  newPerson: (screen, on) =>
    through(screen, on, seeRegistration, { rev: screen.rev }, (form) =>
      present.presentNewPerson(screen, form, on.reader),
    ),
  duplicates: (screen, on) =>
    through(screen, on, seeDuplicates, { rev: screen.rev }, (view) =>
      present.presentDuplicates(screen, view, on.reader),
    ),
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
  manage: (screen, on) =>
    through(screen, on, seeManage, { code: screen.code }, (view) => present.presentManage(screen, view, on.reader)),
  othersCase: (screen, on) =>
    through(screen, on, seeWhoFollows, { code: screen.code }, (referent) =>
      present.presentOthersCase(screen, referent, on.reader),
    ),
};
