/** Whether a document already attests the exit of someone: presented to the cell with its decision, or seen at the news of six months later. */
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { exitToProve } from "../../domain/participant/exit-proof.ts";
import type { Services } from "../frame/services.ts";

/** Where none is asked: false, and nothing is read. */
export const exitPresented = async ({ store }: Services, head: CaseFile): Promise<boolean> => {
  if (exitToProve(head) === null) return false;
  const { code, parcours, decided } = head;
  const news = await store.get("exitNews", `${code}.${parcours}`);
  if (news?.doc.proof === "attested") return true;
  if (decided === null) return false;
  const query = { kind: "reviewDecision", key: `review:${decided.review}`, limit: 1, descending: true } as const;
  const { items } = await store.list(query);
  return items.some(({ doc }) => doc.proofs.some((proof) => proof !== "none"));
};
