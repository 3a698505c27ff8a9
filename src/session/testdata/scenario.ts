import { onTestFinished } from 'vitest';
import { ehr } from '../../../simulators/ehr.js';
import { lis } from '../../../simulators/lis.js';
import { realTimer } from '../../base/timer.js';
import type { EngineBehaviour } from '../../endpoint/behaviour.js';
import { Endpoint } from '../../endpoint/endpoint.js';
import { ExchangeBook } from '../../endpoint/exchange-book.js';
import type { LiveExchange } from '../../endpoint/live-exchange.js';
import type { Role, Simulator } from '../../endpoint/simulator.js';
import { accept, caller, farEnd } from '../../endpoint/testdata/far-end.js';
import type { JournalEntry } from '../../evidence/journal-entry.js';
import { FAULTS } from '../../faults/index.js';
import type { Message } from '../../hl7/message.js';
import { type WirePlan, wholeFrame } from '../../mllp/wire-plan.js';
import { Claims } from '../claims.js';
import { Session } from '../session.js';
import type { AskTester, Stage } from '../stage.js';
import { type ControlAction, type ControlResult, mindful } from '../sut-control.js';
import type { MessageValidation } from '../validation.js';

const START = new Date('2026-03-01T08:00:00Z');
const ORIGINAL = { mode: 'original' } as const;

/** A system under test between the EHR and the laboratory, as right or as wrong as the test wants it. */
export interface Engine {
  /** What goes to the laboratory instead of the message. */
  readonly pass?: (payload: Buffer, ordinal: number) => readonly Buffer[];
  /** What the EHR gets as a reply. */
  readonly answer?: (payload: Buffer, ordinal: number) => WirePlan | undefined;
  /** What becomes of an action on the engine; done where absent. */
  readonly control?: (action: ControlAction) => ControlResult;
  /** What cannot be done to it. */
  readonly lacks?: (action: ControlAction) => string | undefined;
  readonly ask?: AskTester;
  /** Nominal milliseconds that an expectation waits. */
  readonly expectationMs?: number;
  readonly replyTimeoutMs?: number;
  readonly timeScale?: number;
  readonly behaviour?: EngineBehaviour;
  readonly validation?: MessageValidation;
}

/** An EHR and a laboratory on real links, and an engine between them. `open` begins a scenario. */
export async function stage(engine: Engine = {}) {
  const entries: JournalEntry[] = [];
  const actions: ControlAction[] = [];
  const append = (entry: JournalEntry): void => void entries.push(entry);
  const timer = realTimer(engine.timeScale);
  const book = new ExchangeBook(append, timer);
  const claims = new Claims('seed', START);
  const endpoint = async <S, C>(simulator: Simulator<S, C>): Promise<Endpoint<S, C>> => {
    const made = new Endpoint({ simulator, ...links(simulator.role), scenes: claims, book, timer });
    const opened = await made.open();
    if (opened.kind === 'failed') throw new Error(opened.message);
    onTestFinished(() => made.close());
    return made;
  };
  const players = { ehr: await endpoint(ehr()), lis: await endpoint(lis()) };
  const port = await engineBetween(players.lis.port ?? 0, engine);
  const replyTimeoutMs = engine.replyTimeoutMs ?? 20_000;
  const link = { connection: 'kept-open', depth: 1, connectTimeoutMs: 20_000, replyTimeoutMs } as const;
  for (const player of Object.values(players)) player.connect({ host: '127.0.0.1', port, ...link, acknowledgment: ORIGINAL });
  const control = mindful({
    act: async (action) => {
      actions.push(action);
      return engine.control?.(action) ?? { kind: 'done' };
    },
    lacks: (action) => engine.lacks?.(action),
  });
  const { expectationMs = 20_000, ask = async (question) => ({ question, verdict: 'pending' }) } = engine;
  const facts = { seed: 'seed', clock: START, sutRole: 'engine', operatedBy: 'itself', expectationMs, operatorMs: 20_000 } as const;
  const made: Stage = { players, book, claims, timer, control, faults: FAULTS, ask, append, usedAcknowledgmentIds: new Map(), ...facts, ...(engine.validation && { validation: engine.validation }), ...(engine.behaviour && { behaviour: engine.behaviour }) };
  const open = (n = 1): Session => new Session(made, { id: `s${n}`, uri: 'features/a.feature', name: 'A', row: n - 1 });
  return { ...made, players, open, entries, actions };
}

/** A scenario of its own stage. */
export async function scenario(engine?: Engine): Promise<Session> {
  return (await stage(engine)).open();
}

function links(role: Role) {
  const self = { application: role.toUpperCase(), facility: 'PHGH' };
  const peer = { application: 'ENGINE', facility: 'PHGH' };
  const identity = { self, peer, processingId: 'T', version: '2.5.1', orderAnswer: 'own-message' } as const;
  return { identity, inbound: { host: '127.0.0.1', port: 0, idleInFrameMs: 60_000, acknowledgment: ORIGINAL } };
}

async function engineBetween(laboratory: number, { pass = (payload) => [payload], answer = accept }: Engine): Promise<number> {
  let line: ReturnType<typeof caller> | undefined;
  const forward = async (payloads: readonly Buffer[]): Promise<void> => {
    line ??= caller(laboratory);
    const { connection } = await line;
    for (const payload of payloads) await connection.write(wholeFrame(payload));
  };
  const { port } = await farEnd((payload, _connection, ordinal) => {
    const payloads = pass(payload, ordinal);
    if (payloads.length > 0) void forward(payloads);
    return answer(payload, ordinal);
  });
  return port;
}

/** A message as it would have come to a simulator, without a link. */
export function arrive(session: Session, at: Role, message: Message): LiveExchange {
  const { id } = session.scene;
  return session.stage.book.begin({ scenario: id, role: at, direction: 'received', link: `sut>${at}`, raw: message.raw, message });
}
