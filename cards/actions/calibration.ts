/** Scoring alike: vignettes, and a real file scored a second time. */
import { z } from "zod";
import { DOMAIN_IDS, type DomainId } from "../../src/domain/framework/schema.ts";
import { action, code, nothing, ofCase, rev, typed, whole } from "./action.ts";

/** The id of the level of a domain on the card of a vignette. */
export const levelField = (domain: DomainId): `level_${DomainId}` => `level_${domain}`;
const levels = z.partialRecord(z.enum(DOMAIN_IDS.map(levelField)), z.string().max(20));
const levelsWith = <S extends z.ZodRawShape>(shape: S) =>
  z
    .object({ rev, whole })
    .catchall(z.string().max(60))
    .transform(({ rev: version, whole: toggle, ...rest }, context) => {
      const known = z
        .strictObject(shape)
        .safeParse(Object.fromEntries(Object.entries(rest).filter(([key]) => Object.hasOwn(shape, key))));
      const read = levels.safeParse(
        Object.fromEntries(Object.entries(rest).filter(([key]) => !Object.hasOwn(shape, key))),
      );
      if (!known.success || !read.success) {
        context.addIssue({ code: "custom", message: "unknown line" });
        return z.NEVER;
      }
      return { about: known.data, rev: version, whole: toggle, levels: read.data };
    });

export const calibrationActions = {
  openVignettes: action("vignettes.open", nothing),
  pickVignette: action("vignettes.pick", z.strictObject({ choice: typed })),
  saveVignette: action("vignettes.save", levelsWith({ vignette: z.string().max(60) })),
  leaveVignette: action("vignettes.leave", levelsWith({ vignette: z.string().max(60) })),
  openAgreement: action("agreement.open", nothing),
  offerDoubleScoring: action("double.offer", z.strictObject({ choice: typed, second: typed })),
  openDoubleScoring: action("double.open", ofCase),
  declineDoubleScoring: action("double.decline", ofCase),
  saveDoubleScoring: action("double.save", levelsWith({ code })),
  leaveDoubleScoring: action("double.leave", levelsWith({ code })),
} as const;
