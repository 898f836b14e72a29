/** Vignettes, the group's agreement, and a file scored twice. */
import { seeAgreement } from "../../src/use-cases/see-agreement.ts";
import { seeDouble, seeDoubleOffer } from "../../src/use-cases/score-double.ts";
import { seeVignetteForm } from "../../src/use-cases/score-vignette.ts";
import { seeVignetteGroup } from "../../src/use-cases/see-vignette-group.ts";
import { seeVignettes } from "../../src/use-cases/see-vignettes.ts";
import type { Shown } from "../presenters/shown.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import * as present from "../presenters/index.ts";
import { through, type Showing, type Shows } from "./show.ts";

/** A vignette with the group, once it is scored. */
const groupOf = (screen: ScreenOf<"vignetteGroup">, on: Showing): Promise<Shown> =>
  through(screen, on, seeVignetteGroup, { vignette: screen.vignette }, (view) =>
    present.presentVignetteGroup(screen, view, on.reader),
  );

export const calibrationShows: Pick<
  Shows,
  "vignettes" | "vignette" | "vignetteGroup" | "agreement" | "double" | "doubleOffered"
> = {
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
};
