import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from "botbuilder";
import { z } from "zod";
import type { Bot, Auth } from "../../src/config/bot-auth.ts";
import type { Settings } from "../../src/config/settings.ts";
import type { InboundActivity } from "./activity.ts";
import type { Endpoints } from "./endpoints.ts";
import { createServiceUrlGuard, type ServiceUrlGuard } from "./service-url.ts";

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication["createConnectorFactory"]>;
type ClaimsIdentity = Parameters<ConfigurationBotFrameworkAuthentication["createConnectorFactory"]>[0];
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory["create"]>>;
type SdkActivity = TurnContext["activity"];

interface PipelineRequest {
  readonly url: string;
  agent?: HttpAgent | HttpsAgent;
}
type Send = (request: PipelineRequest) => Promise<unknown>;
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: { name: string; sendRequest: (request: PipelineRequest, next: Send) => Promise<unknown> }): void;
}

/**
 * A connection of its own for each message: one that was kept open may have been closed at the other end meanwhile, and a message that meets it leaves
 * nobody knowing whether it arrived.
 */
const AGENTS = {
  "http:": new HttpAgent({ keepAlive: false }),
  "https:": new HttpsAgent({ keepAlive: false }),
} as const;
const ownConnection = {
  name: "repere-own-connection",
  sendRequest: (request: PipelineRequest, next: Send): Promise<unknown> => {
    request.agent = new URL(request.url).protocol === "http:" ? AGENTS["http:"] : AGENTS["https:"];
    return next(request);
  },
} as const;

const AUDIENCE = "https://api.botframework.com";

/** Raised before anything, and the token above all, leaves for an address that is not allowed. */
export class ServiceUrlRefused extends Error {
  override readonly name = "ServiceUrlRefused";
}

const isPipeline = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "removePolicy" in value && "addPolicy" in value;
/** The SDK keeps its HTTP client to itself and offers no other way to turn its retries off: read it, and fail loudly if it moves. */
const sdkClient = z.object({ client: z.object({ pipeline: z.custom<Pipeline>(isPipeline) }) });
/** botbuilder asks no more of an activity than this; ours has been read with its whole schema by now. */
const sdkActivity = z.custom<SdkActivity>((value) => z.looseObject({ type: z.string() }).safeParse(value).success);

/** The HTTP pipeline of a connector client, to watch what leaves. */
export const pipelineOf = (client: ConnectorClient): Pipeline => sdkClient.parse(client).client.pipeline;

/**
 * botbuilder's credentials and connector clients, made safe: the address is checked before a client exists, the SDK never sends
 * again by itself (it would post a message up to four times) and never follows a redirection with the token.
 */
class GuardedAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #serviceUrlAllowed: ServiceUrlGuard;

  constructor(settings: Settings, endpoints: Endpoints) {
    super(registration(settings.auth), endpoints.credentials);
    this.#serviceUrlAllowed = createServiceUrlGuard(settings, endpoints);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      if (!this.#serviceUrlAllowed(serviceUrl)) throw new ServiceUrlRefused();
      const client = await create(serviceUrl, audience);
      const pipeline = pipelineOf(client);
      for (const name of ["defaultRetryPolicy", "redirectPolicy"]) pipeline.removePolicy({ name });
      pipeline.addPolicy(ownConnection);
      return client;
    };
    return factory;
  }
}

/** An empty application id is how botbuilder is told that nothing is signed: local mode only. */
const registration = (auth: Auth) => (auth.mode === "local" ? {} : registered(auth.bot));

const registered = (bot: Bot) => ({
  MicrosoftAppId: bot.id,
  MicrosoftAppTenantId: bot.tenantId,
  MicrosoftAppType: bot.type,
  ...(bot.type === "SingleTenant" ? { MicrosoftAppPassword: bot.password } : {}),
});

/** botbuilder's adapter behind our own doors: it runs turns that were already authenticated and makes connector clients. */
export class DoorAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(settings: Settings, endpoints: Endpoints) {
    super(new GuardedAuthentication(settings, endpoints));
    this.#appId = settings.auth.mode === "entra" ? settings.auth.bot.id : "";
  }

  /** Runs a turn for an activity that the token guard and the activity guard let in: no second look at the token, no network. */
  async runTurn(activity: InboundActivity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    await this.processActivity(
      { audience: AUDIENCE, claimsIdentity, connectorFactory },
      sdkActivity.parse({ ...activity, deliveryMode: undefined, timestamp: new Date() }),
      logic,
    );
  }

  /** A client for one conversation's service, allowed addresses only. */
  connectorClient(serviceUrl: string): Promise<ConnectorClient> {
    const identity = this.createClaimsIdentity(this.#appId);
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl, AUDIENCE);
  }
}

export const createAdapter = (options: { readonly settings: Settings; readonly endpoints: Endpoints }): DoorAdapter =>
  new DoorAdapter(options.settings, options.endpoints);
