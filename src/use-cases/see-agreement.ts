import { z } from "zod";
import { agreementOf, ITEMS_FOR_COEFFICIENTS, type Agreement, type Ratings } from "../domain/calibration/agreement.ts";
import type { DoubleScoring, VignetteScore } from "../domain/calibration/records.ts";
import { DOMAIN_IDS, type DomainId } from "../domain/framework/schema.ts";
import type { Member } from "../domain/people/member.ts";
import { everyDocument } from "./frame/every-document.ts";
import { filesToOffer } from "./parts/files-to-offer.ts";
import { mayOfferDoubleScoring } from "./offer-double-scoring.ts";
import { done } from "./frame/result.ts";
import { mayReadAgreement } from "./see-vignettes.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

export type AgreementByDomain = ReadonlyMap<DomainId, Agreement>;

export interface AgreementView {
  readonly vignettes: { readonly people: number; readonly byDomain: AgreementByDomain };
  /** `byDomain` is null under ten files: the figures would be those of two people. */
  readonly files: { readonly count: number; readonly byDomain: AgreementByDomain | null };
  /** Null for whoever reads the figures and offers nothing. */
  readonly offering: {
    readonly files: readonly { readonly code: string; readonly metOn: string }[];
    readonly seconds: readonly Member[];
  } | null;
}

const byDomain = (ratingsOf: (domain: DomainId) => Ratings): AgreementByDomain =>
  new Map(DOMAIN_IDS.map((domain) => [domain, agreementOf(ratingsOf(domain))]));

const ofVignettes = async (services: Services): Promise<AgreementView["vignettes"]> => {
  const scored: VignetteScore[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "vignetteScore", key: "all" })) scored.push(doc);
  const people = [...new Set(scored.map(({ memberId }) => memberId))];
  const items = [...new Set(scored.map(({ vignette }) => vignette))];
  const found = new Map(scored.map((doc) => [`${doc.vignette}.${doc.memberId}`, doc.scores]));
  return {
    people: people.length,
    byDomain: byDomain((domain) =>
      people.map((person) => items.map((item) => found.get(`${item}.${person}`)?.[domain] ?? null)),
    ),
  };
};

const ofFiles = async (services: Services): Promise<AgreementView["files"]> => {
  const done: DoubleScoring[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "doubleScoring", key: "done" })) done.push(doc);
  const count = done.length;
  if (count < ITEMS_FOR_COEFFICIENTS) return { count, byDomain: null };
  return {
    count,
    byDomain: byDomain((domain) => [
      done.map(({ first }) => first[domain] ?? null),
      done.map(({ second }) => second?.[domain] ?? null),
    ]),
  };
};

/** *Accord du groupe*: figures of a group, never anyone's; and for a chargé de projet, the files to have scored twice. */
export const seeAgreement = query<Record<string, never>, null, AgreementView>({
  act: "agreement.see",
  input: z.strictObject({}),
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayReadAgreement(actor) ? null : "roleMayNot"),
  run: async (services, actor) => {
    const [vignettes, files] = await Promise.all([ofVignettes(services), ofFiles(services)]);
    if (!mayOfferDoubleScoring(actor)) return done({ vignettes, files, offering: null });
    const toOffer = await filesToOffer(services);
    const seconds = services.people.members().filter(({ roles }) => roles.includes("referent"));
    const listed = toOffer.map(({ file, metOn }) => ({ code: file.doc.code, metOn }));
    return done({ vignettes, files, offering: { files: listed, seconds } });
  },
});
