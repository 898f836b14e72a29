/** What Teams tells of its places: who is in a channel, and how to reach someone in their own chat. */
export interface RoomMember {
  /** Entra object id; null where Teams does not give it. */
  readonly objectId: string | null;
  /** `29:…` */
  readonly userId: string;
  readonly name: string;
}

/** `later`: Teams could not be asked now. `refused`: it says no, with its code. */
export type RosterRead =
  | { readonly kind: "read"; readonly people: readonly RoomMember[] }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "later" };
export type ChatOpened =
  | { readonly kind: "opened"; readonly conversationId: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "later" };

export interface Rooms {
  /** Everyone in a channel, all pages read. */
  roster(place: { readonly serviceUrl: string; readonly channelId: string }): Promise<RosterRead>;
  /** Opens, or finds again, the bot's own chat with one member; posts nothing. */
  openChat(target: { readonly serviceUrl: string; readonly memberId: string }): Promise<ChatOpened>;
}
