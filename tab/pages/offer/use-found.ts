/** What the directory answers to a search; asked again when what is known of the services changes. What was found stays while it is asked. */
import { useEffect, useState } from "react";
import { offerPage, type OfferPage, type OfferSearch } from "../../../src/contracts/offer.ts";
import type { TabProblem } from "../../../src/wording/tab.ts";
import { useAsk } from "../../app/use-ask.ts";
import { mayPass } from "../../app/use-live.ts";

export interface Found {
  readonly page: OfferPage | null;
  /** True while what is shown answers an earlier search. */
  readonly coming: boolean;
  readonly problem: TabProblem | null;
  readonly again: () => void;
}

/** People type on: a pause is waited for. */
const PAUSE_MS = 250;
/** A server in trouble is asked again by the page itself. */
const MENDS_MS = 5000;

export const useFound = (search: OfferSearch, mark: string): Found => {
  const ask = useAsk();
  const [turn, setTurn] = useState(0);
  const wanted = JSON.stringify([search, mark, turn]);
  const [found, setFound] = useState<{ page: OfferPage | null; problem: TabProblem | null; of: string }>({
    ...{ page: null, problem: null, of: "" },
  });
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const asking = async (): Promise<void> => {
      const answer = await ask.post("/api/offer/services", search, offerPage);
      if (left) return;
      setFound((before) =>
        answer.ok
          ? { page: answer.value, problem: null, of: wanted }
          : { page: before.page, problem: answer.problem, of: wanted },
      );
      if (!answer.ok && mayPass(answer.problem)) timer = setTimeout(() => setTurn((count) => count + 1), MENDS_MS);
    };
    timer = setTimeout(() => void asking(), search.words === "" ? 0 : PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // `wanted` says all of `search`.
  }, [ask, wanted]);
  const { page, problem, of } = found;
  return { page, problem, coming: of !== wanted, again: () => setTurn((count) => count + 1) };
};
