import type { Vignette } from "../../domain/calibration/vignette.ts";
import type { Calendar, Clock } from "../../ports/clock.ts";
import type { Frameworks } from "../../ports/frameworks.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Log } from "../../ports/log.ts";
import type { Papers } from "../../ports/papers.ts";
import type { People } from "../../ports/people.ts";
import type { Plie } from "../../ports/plie.ts";
import type { Rooms } from "../../ports/rooms.ts";
import type { Store } from "../../ports/store.ts";

/** What every use case works with. */
export interface Services {
  readonly store: Store;
  /** The directory of services: a store of its own, read under the version that its pointer names. */
  readonly directory: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly ids: Ids;
  readonly people: People;
  readonly plie: Plie;
  readonly frameworks: Frameworks;
  /** What the PLIE collects, says, keeps and exchanges, as its versioned files say. */
  readonly papers: Papers;
  /** Fictional cases on which référents calibrate their scoring. */
  readonly vignettes: readonly Vignette[];
  readonly rooms: Rooms;
  readonly log: Log;
}
