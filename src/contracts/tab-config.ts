/** `GET /tab/config.json`: how the page signs in. The list of members exists in local mode only. */
// The namespace, not the named export, which would bring every language of zod (360 kB) into the tab.
import * as z from "zod";

export const tabConfig = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("entra") }),
  z.strictObject({
    mode: z.literal("local"),
    members: z.array(z.strictObject({ aadObjectId: z.string(), name: z.string() })).readonly(),
  }),
]);
export type TabConfig = z.infer<typeof tabConfig>;
