/** What one case needs today and nobody answers, worked out by the lead's own rules against the directory that is read now. */
import type { DomainId } from "../domain/framework/domains.ts";
import type { CaseNeeds } from "../domain/offer/needs.ts";
import type { Services } from "./services.ts";

export interface CaseReading {
  readonly row: CaseNeeds;
  /** By need that some service answers, the best of them. */
  readonly answeredBy: ReadonlyMap<DomainId, string>;
}

export interface NeedsReader {
  /** Version of the directory with what is known of places and delays. */
  readonly offer: string;
  /** Undefined for a case that does not count. */
  read(code: string): Promise<CaseReading | undefined>;
  /** False once the directory is another one than `offer`. */
  stillCurrent(): Promise<boolean>;
}
export type OpenNeedsReader = (services: Services) => Promise<NeedsReader>;

export const openNeedsReader: OpenNeedsReader = () =>
  Promise.resolve({ offer: "", read: () => Promise.resolve(undefined), stillCurrent: () => Promise.resolve(true) });
