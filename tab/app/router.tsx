/** Where the tab stands: the address, read and changed without leaving the page. */
import { Link } from "@fluentui/react-components";
import { useMemo, useSyncExternalStore, type MouseEvent, type ReactNode } from "react";
import { readTabAddress, type TabPlace } from "../../src/contracts/tab-routes.ts";

const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());
window.addEventListener("popstate", tell);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const here = (): string => location.pathname + location.search;

/** Goes to a page of the tab. `replace`: what was typed to narrow a list does not fill the way back. */
export const goTo = (address: string, { replace = false } = {}): void => {
  if (address === here()) return;
  history[replace ? "replaceState" : "pushState"](history.state, "", address);
  tell();
};

/** Null: no page of the tab has this address. */
export const usePlace = (): TabPlace | null => {
  const address = useSyncExternalStore(subscribe, here);
  return useMemo(() => {
    const { pathname, search } = new URL(address, location.origin);
    return readTabAddress(pathname, search);
  }, [address]);
};

const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A real link, that opens here without loading the page again. */
export const RouteLink = ({
  to,
  children,
  className,
  current = false,
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** The page that is shown. */
  readonly current?: boolean;
}) => (
  <Link
    href={to}
    className={className}
    inline={className === undefined}
    aria-current={current ? "page" : undefined}
    onClick={(event: MouseEvent) => {
      if (!plainClick(event)) return;
      event.preventDefault();
      goTo(to);
    }}
  >
    {children}
  </Link>
);
