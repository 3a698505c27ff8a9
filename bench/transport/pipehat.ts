import { acknowledge, listen, type Message, MllpClient, parseMessage, realTimer, wholeFrame } from '../../src/index.js';
import { net } from './net.js';
import { accepted, type Dial, HOST, type Stack } from './stack.js';

const timer = realTimer();
const DEPTH = 64;
const REPLY_TIMEOUT_MS = 60_000;

type Correlation = NonNullable<ConstructorParameters<typeof MllpClient>[0]['correlate']>;

/** MSH-10 names the request, MSA-2 the request that is answered. */
const BY_CONTROL_ID: Correlation = {
  request: (payload) => parsed(payload).get('MSH-10') ?? '',
  reply: (payload) => parsed(payload).get('MSA-2'),
};

/** All that Pipehat does in a run: every message is parsed, acknowledged after the standard and correlated by its control id. */
export const pipehat: Stack = {
  async serve() {
    let controlId = 0;
    return serveWith((payload) => acknowledgment(parsed(payload), ++controlId));
  },
  prepare: (payloads) => clients(payloads, { correlate: BY_CONTROL_ID, isRead: true }),
};

const ANSWER = Buffer.from('MSH|^~\\&|LIS|LAB|EHR|WEST WING|20260301083000||ACK^A01^ACK|1|T|2.5.1\rMSA|AA|1\r');

/** Its transport alone, which does what the bare ping-pong does: the answer is always the same and nobody reads it. */
export const pipehatTransport: Stack = {
  serve: () => serveWith(() => ANSWER),
  prepare: (payloads) => clients(payloads, { isRead: false }),
};

/** Its client alone, against the bare server: the next frame answers, and its acknowledgment is read. */
export const pipehatClient: Stack = {
  serve: net.serve,
  prepare: (payloads) => clients(payloads, { isRead: true }),
};

async function serveWith(answer: (payload: Buffer) => Buffer): Promise<number> {
  const result = await listen(
    { port: 0, timer },
    {
      onEvent(event, connection) {
        if (event.kind === 'frame') void connection.write(wholeFrame(answer(event.payload)));
      },
    },
  );
  if (result.kind === 'failed') throw new Error(result.message);
  return result.server.port;
}

interface Use {
  readonly correlate?: Correlation;
  /** Whether MSA-1 is looked at. */
  readonly isRead: boolean;
}

function clients(payloads: readonly Buffer[], { isRead, ...use }: Use): Dial {
  return async (port, lost) => {
    const client = new MllpClient({
      host: HOST,
      port,
      mode: 'kept-open',
      depth: DEPTH,
      replyTimeoutMs: REPLY_TIMEOUT_MS,
      timer,
      ...use,
    });
    return {
      send(payload, answered) {
        void client.request(payloads[payload] ?? ANSWER).then((result) => {
          if (result.kind !== 'reply') lost(result.kind);
          else if (isRead) accepted(parsed(result.payload).get('MSA-1'), answered, lost);
          else answered();
        });
      },
      close: () => void client.close(),
    };
  };
}

function acknowledgment(trigger: Message, controlId: number): Buffer {
  const reply = {
    code: 'AA',
    application: 'LIS',
    facility: 'LAB',
    controlId: `A${controlId}`,
    at: new Date(),
  } as const;
  return acknowledge(trigger, reply).serialize();
}

function parsed(payload: Buffer): Message {
  const result = parseMessage(payload);
  if (result.kind === 'malformed') throw new Error(result.defects[0]?.reason);
  return result.message;
}
