/** The views of *Dossiers*: who finds each, and its script, which comes when it is opened. The server decides who may read what it shows. */
import type { ComponentType } from "react";
import type { MemberRole as Role } from "../../../src/contracts/me.ts";
import type { FilesViewId } from "../../../src/wording/tab-files.ts";
import { part } from "../../app/part.ts";

export interface FilesView {
  readonly id: FilesViewId;
  readonly shownTo: readonly Role[];
  readonly View: ComponentType;
}

/** In the order of the sub-navigation. */
export const VIEWS: readonly FilesView[] = [
  {
    id: "pieces",
    shownTo: ["referent", "chargeDeProjet", "coordinatrice", "assistante"],
    View: part(() => import("./pieces.tsx")),
  },
  {
    id: "points",
    shownTo: ["referent", "chargeDeProjet", "coordinatrice", "assistante"],
    View: part(() => import("./points.tsx")),
  },
  {
    id: "extraction",
    shownTo: ["chargeDeProjet", "coordinatrice", "assistante"],
    View: part(() => import("./extraction.tsx")),
  },
  {
    id: "import",
    shownTo: ["chargeDeProjet", "coordinatrice", "assistante"],
    View: part(() => import("./import.tsx")),
  },
  {
    id: "exports",
    shownTo: ["chargeDeProjet", "coordinatrice", "assistante"],
    View: part(() => import("./exports.tsx")),
  },
  {
    id: "conservation",
    shownTo: ["chargeDeProjet", "coordinatrice"],
    View: part(() => import("./conservation.tsx")),
  },
];
