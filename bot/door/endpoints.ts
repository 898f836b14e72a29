import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";

type BotAuthenticationArguments = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;

/** Whom the bot talks with. Given by the composition root, never by the environment: production cannot be pointed elsewhere. */
export interface Endpoints {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** Where a bot's token may be sent. A host that starts with `*.` allows its subdomains. */
  readonly services: { readonly protocol: "https:" | "http:"; readonly hosts: readonly string[] };
  /** Tests only: who signs the tokens of the tab. Without it, Microsoft. */
  readonly authority?: string;
  /** Tests only: how the outbound token is obtained. Without it, Microsoft's own client for the bot's type. */
  readonly credentials?: NonNullable<BotAuthenticationArguments[1]>;
}

/** Anyone can register a name under trafficmanager.net: its host is exact. */
export const microsoftEndpoints: Endpoints = {
  issuer: "https://api.botframework.com",
  openIdMetadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
  services: {
    protocol: "https:",
    hosts: ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com"],
  },
};
