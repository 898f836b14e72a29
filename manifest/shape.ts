/** What our own checks read of a filled manifest; Microsoft's schema checks the rest. */
import { z } from "zod";

const commandList = z.object({
  scopes: z.array(z.string()),
  commands: z.array(z.object({ title: z.string(), description: z.string() })),
});
const staticTab = z.object({ entityId: z.string(), contentUrl: z.string().optional() });

/** The schema that comes with Microsoft's own package; another address would be fetched. */
const SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json";

export const manifestShape = z.object({
  $schema: z.literal(SCHEMA),
  manifestVersion: z.literal("1.25"),
  version: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.literal("color.png"), outline: z.literal("outline.png") }),
  localizationInfo: z.object({ defaultLanguageTag: z.string() }),
  bots: z.tuple([z.object({ botId: z.string(), scopes: z.array(z.string()), commandLists: z.array(commandList) })]),
  staticTabs: z.array(staticTab),
  configurableTabs: z.tuple([
    z.object({
      ...{ id: z.string(), configurationUrl: z.string() },
      ...{ scopes: z.array(z.string()), context: z.array(z.string()) },
    }),
  ]),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  supportsChannelFeatures: z.string().optional(),
  authorization: z.object({
    permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
  }),
});
export type ManifestShape = z.infer<typeof manifestShape>;
