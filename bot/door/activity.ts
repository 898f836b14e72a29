import { z } from "zod";

/** Absent and null are the same: some clients write one, some the other. */
const maybe = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? undefined);

const id = z.string().min(1).max(1_000);

const account = z.looseObject({
  id,
  name: maybe(z.string()),
  aadObjectId: maybe(z.string().max(64)),
  role: maybe(z.string()),
});

const channelData = z.looseObject({
  tenant: maybe(z.looseObject({ id: z.string() })),
  team: maybe(z.looseObject({ id: maybe(z.string()), name: maybe(z.string()), aadGroupId: maybe(z.string()) })),
  channel: maybe(z.looseObject({ id: maybe(z.string()), name: maybe(z.string()) })),
  eventType: maybe(z.string()),
});

/** What Teams sends, as far as we rely on it. What it adds tomorrow passes, unread. */
export const inboundActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: maybe(id),
  timestamp: maybe(z.string()),
  localTimezone: maybe(z.string()),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2_000),
  from: maybe(account),
  recipient: maybe(account),
  conversation: z.looseObject({
    id,
    tenantId: maybe(z.string()),
    conversationType: maybe(z.string()),
    isGroup: maybe(z.boolean()),
  }),
  name: maybe(z.string().max(200)),
  text: maybe(z.string()),
  locale: maybe(z.string().max(50)),
  replyToId: maybe(id),
  action: maybe(z.string()),
  value: z.unknown().optional(),
  channelData: maybe(channelData),
  entities: maybe(z.array(z.looseObject({ type: maybe(z.string()) }))),
  attachments: maybe(z.array(z.looseObject({ contentType: maybe(z.string()) }))),
  membersAdded: maybe(z.array(account)),
  membersRemoved: maybe(z.array(account)),
});
export type InboundActivity = z.infer<typeof inboundActivity>;
