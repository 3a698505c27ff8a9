import { describe, expect, it } from 'vitest';
import { realTimer } from '../base/timer.js';
import { dial } from './dial.js';
import { openServer } from './testdata/open-server.js';
import { echo, Recorder } from './testdata/recorder.js';
import { wholeFrame } from './wire-plan.js';

const timer = realTimer();

describe('dial', () => {
  it('opens a connection that carries frames both ways', async () => {
    const { port } = await openServer(new Recorder(echo));
    const recorder = new Recorder();
    const result = await dial({ host: '127.0.0.1', port, timer }, recorder);
    if (result.kind === 'failed') throw new Error(result.message);
    expect(result.connection.remote).toBe(`127.0.0.1:${port}`);
    expect(result.connection.isOpen).toBe(true);
    await result.connection.write(wholeFrame(Buffer.from('A')));
    expect(await recorder.until(() => recorder.payloads[0])).toBe('A');
    expect(recorder.opened).toEqual([result.connection]);
    result.connection.end();
    expect((await result.connection.closed).kind).toBe('local');
  });

  it('takes a name for the host', async () => {
    const { port } = await openServer(new Recorder());
    const result = await dial({ host: 'localhost', port, timer }, new Recorder());
    expect(result.kind).toBe('connected');
  });

  it('says that nothing listens', async () => {
    const server = await openServer(new Recorder());
    const { port } = server;
    await server.abort();
    expect(await dial({ host: '127.0.0.1', port, timer }, new Recorder())).toEqual({
      kind: 'failed',
      reason: 'refused',
      message: `Cannot connect to 127.0.0.1:${port}: nothing listens there. Start the system or correct host and port.`,
    });
  });

  it('takes an impossible port for a mistake, not for a reason to throw', async () => {
    const result = await dial({ host: '127.0.0.1', port: 70_000, timer }, new Recorder());
    expect(result).toMatchObject({ kind: 'failed', reason: 'error' });
    expect(result.kind === 'failed' && result.message).toContain('1 to 65535');
  });

  it('reports a peer that accepts and closes at once', async () => {
    const { port } = await openServer({ onEvent: () => {}, onOpen: (connection) => connection.end() });
    const recorder = new Recorder();
    const result = await dial({ host: '127.0.0.1', port, timer }, recorder);
    expect(result.kind).toBe('connected');
    expect((await recorder.until(() => recorder.closes[0])).kind).toBe('ended');
  });
});
