/** A part of the tab whose script comes when it is needed. */
import { lazy, type ComponentType } from "react";

/** Its script did not come: the network, or a newer Repère has taken the place of the one that is open. */
class MissingPart extends Error {}
export const isMissingPart = (cause: unknown): boolean => cause instanceof MissingPart;

export const part = <P>(load: () => Promise<{ readonly default: ComponentType<P> }>) =>
  lazy(() => load().catch((cause: unknown) => Promise.reject(new MissingPart("a part of the tab", { cause }))));
