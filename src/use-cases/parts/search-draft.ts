/** What a member last searched is kept with their drafts. */
import type { MemberId } from "../../domain/participant/codes.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";

const PREFIX = "search.";

export const searchId = (memberId: MemberId): string => `${PREFIX}${memberId}`;
export const isSearch = ({ id }: Pick<Draft, "id">): boolean => id.startsWith(PREFIX);
