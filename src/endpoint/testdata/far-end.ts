import { onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { acknowledge } from '../../hl7/acknowledgment.js';
import type { Message } from '../../hl7/message.js';
import { parseMessage } from '../../hl7/parse.js';
import type { Connection } from '../../mllp/connection.js';
import { dial } from '../../mllp/dial.js';
import { listen } from '../../mllp/server.js';
import { Recorder } from '../../mllp/testdata/recorder.js';
import { type WirePlan, wholeFrame } from '../../mllp/wire-plan.js';

type Answer = (payload: Buffer, connection: Connection, ordinal: number) => WirePlan | undefined;

/** The system under test as the test plays it: a listener on a free port that answers as told. */
export async function farEnd(answer: Answer = accept, port = 0): Promise<Recorder & { readonly port: number }> {
  const recorder = new Recorder(answer);
  const result = await listen({ port, timer: realTimer() }, recorder);
  if (result.kind === 'failed') throw new Error(result.message);
  onTestFinished(() => result.server.abort());
  return Object.assign(recorder, { port: result.server.port });
}

/** A connection of the system under test to one of our listeners. */
export async function caller(port: number): Promise<Recorder & { readonly connection: Connection }> {
  const recorder = new Recorder();
  const result = await dial({ host: '127.0.0.1', port, timer: realTimer() }, recorder);
  if (result.kind === 'failed') throw new Error(result.message);
  onTestFinished(() => result.connection.reset());
  return Object.assign(recorder, { connection: result.connection });
}

export function read(payload: Buffer): Message {
  const parsed = parseMessage(payload);
  if (parsed.kind === 'malformed') throw new Error(`malformed: ${parsed.defects[0]?.reason}`);
  return parsed.message;
}

let acknowledgments = 0;

/** AA to whatever comes. */
export function accept(payload: Buffer): WirePlan {
  return wholeFrame(acknowledgmentOf(read(payload)).serialize());
}

export function acknowledgmentOf(message: Message): Message {
  const at = new Date('2026-03-01T08:00:01Z');
  return acknowledge(message, { code: 'AA', application: 'SUT', facility: 'X', controlId: `R${++acknowledgments}`, at });
}

/** A small ADT^A08 of the system `from`, for the patient `who`. */
export function update(controlId: string, who = 'p1', from = 'SUT'): Message {
  const header = `MSH|^~\\&|${from}|X|OTHER|X|20260301080000+0000||ADT^A08^ADT_A01|${controlId}|T|2.5.1`;
  return read(Buffer.from(`${header}\rPID|1||${who}\r`));
}
