/** What the page is given with itself: how to sign in. The list of members exists in local mode only. */
import * as z from "zod/mini";

export const tabConfig = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("entra") }),
  z.strictObject({
    mode: z.literal("local"),
    members: z.readonly(z.array(z.strictObject({ aadObjectId: z.string(), name: z.string() }))),
  }),
]);
export type TabConfig = z.infer<typeof tabConfig>;
