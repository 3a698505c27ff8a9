import { JetStreamApiError, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type ConnectionOptions, connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { Link, RECONNECT_MS } from './link.js';
import { STREAM, STREAM_SUBJECTS } from './subjects.js';

/** Where NATS is, and who we are there. Secrets come from the environment. */
export interface LinkOptions {
  /** `nats://127.0.0.1:4222`, or with TLS `tls://host:4222`; several separated by commas. */
  readonly servers: string;
  readonly name: string;
  readonly user?: string;
  readonly password?: string;
  readonly token?: string;
  /** The text of a `.creds` file. */
  readonly creds?: string;
  /** PEM text of the authority that signed the server's certificate; asks for TLS. */
  readonly ca?: string;
}

export type LinkOpening =
  | { readonly kind: 'open'; readonly link: Link }
  | { readonly kind: 'failed'; readonly message: string };

const CONNECT_TIMEOUT_MS = 3_000;
const PING_MS = 5_000;
const PUBLISH_TIMEOUT_MS = 3_000;
const NANOS = 1_000_000;
/** A run can be collected for so long; then the server forgets it. */
const KEPT_MS = 24 * 3_600_000;
const DUPLICATES_MS = 600_000;

/** Never throws: `message` says what is wrong and what to do. */
export async function openLink(options: LinkOptions): Promise<LinkOpening> {
  let connection: NatsConnection | undefined;
  try {
    connection = await connect(connectionOptions(options));
    await prepareStream(connection);
    return { kind: 'open', link: new Link(connection, jetstream(connection, { timeout: PUBLISH_TIMEOUT_MS })) };
  } catch (error) {
    await connection?.close();
    return { kind: 'failed', message: `NATS at ${options.servers}: ${reasonOf(error)}` };
  }
}

function connectionOptions({ servers, name, user, password, token, creds, ca }: LinkOptions): ConnectionOptions {
  const list = servers.split(',').map((server) => server.trim());
  const wantsTls = ca !== undefined || list.some((server) => server.startsWith('tls://'));
  return {
    servers: list,
    name,
    timeout: CONNECT_TIMEOUT_MS,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_MS,
    pingInterval: PING_MS,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { pass: password }),
    ...(token !== undefined && { token }),
    ...(creds !== undefined && { authenticator: credsAuthenticator(new TextEncoder().encode(creds)) }),
    ...(wantsTls && { tls: ca === undefined ? {} : { ca } }),
  };
}

async function prepareStream(connection: NatsConnection): Promise<void> {
  const { streams } = await jetstreamManager(connection);
  try {
    await streams.info(STREAM);
  } catch (error) {
    if (!(error instanceof JetStreamApiError)) throw error;
    const ages = { max_age: KEPT_MS * NANOS, duplicate_window: DUPLICATES_MS * NANOS };
    await streams.add({ name: STREAM, subjects: [STREAM_SUBJECTS], ...ages });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isWithoutStreams = error.name === 'JetStreamNotEnabled' || /jetstream.*not.*enabled/i.test(error.message);
  if (isWithoutStreams) return 'the server runs without JetStream; start it with -js';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
