import { describe, expect, it } from 'vitest';
import { wholeFrame } from '../mllp/wire-plan.js';
import { acknowledgmentOf, caller, farEnd, update } from './testdata/far-end.js';
import { played } from './testdata/played.js';

const now = (name: string, key: string) => ({ kind: 'schedule', name, afterMs: 0, key, data: 'x' }) as const;
const later = (name: string) => ({ kind: 'schedule', name, afterMs: 5 }) as const;

describe('effects of a step', () => {
  it('scheduled for now happen at another key before the step is over', async () => {
    const lis = await played();
    lis.endpoint.command({ effects: [now('hand over', 'p2')] }, lis.scenes.scene('s1'));
    expect(lis.endpoint.state('p2')).toEqual(['timer hand over x']);
    expect(lis.endpoint.state('p1')).toEqual(['command']);
  });

  it('scheduled for later happen at their own key, once', async () => {
    const lis = await played();
    lis.endpoint.command({ effects: [later('report'), later('report')] }, lis.scenes.scene('s1'));
    expect(lis.endpoint.state('p1')).toEqual(['command']);
    await lis.until(() => lis.endpoint.state('p1').length === 2);
    expect(lis.endpoint.state('p1')).toEqual(['command', 'timer report']);
  });

  it('cancelled never happen', async () => {
    const lis = await played();
    const effects = [later('report'), { kind: 'cancel', name: 'report' }, { ...later('other'), afterMs: 10 }] as const;
    lis.endpoint.command({ effects }, lis.scenes.scene('s1'));
    await lis.until(() => lis.endpoint.state('p1').includes('timer other'));
    expect(lis.endpoint.state('p1')).toEqual(['command', 'timer other']);
  });

  it('are over when the endpoint is closed', async () => {
    const lis = await played();
    lis.endpoint.command({ effects: [later('report')] }, lis.scenes.scene('s1'));
    await lis.endpoint.close();
    const other = await played();
    other.endpoint.command({ effects: [{ ...later('other'), afterMs: 10 }] }, other.scenes.scene('s1'));
    await other.until(() => other.endpoint.state('p1').length === 2);
    expect(lis.endpoint.state('p1')).toEqual(['command']);
  });

  it('notes become findings: an alert is looked at, the rest informs, and neither holds a number', async () => {
    const lis = await played();
    const alert = { kind: 'note', level: 'alert', text: 'no bed for 4711000123^PHGH in 4W' } as const;
    lis.endpoint.command({ effects: [alert, { ...alert, level: 'info' }] }, lis.scenes.scene('s1'));
    expect(lis.book.findingsOf('s1')).toEqual([
      expect.objectContaining({ code: 'lis-note', classification: 'Alert', message: 'no bed for (number) in 4W' }),
      expect.objectContaining({ code: 'lis-note', classification: 'Informational' }),
    ]);
  });

  it('come with ids and times of the scenario, whatever the real time is', async () => {
    const minted = (): Promise<readonly unknown[]> => {
      const made: unknown[] = [];
      return played({
        script: (_event, tools) => {
          made.push(tools.mint('control', 'p1', 1), tools.now, tools.random('result').next());
          return [];
        },
      }).then((lis) => {
        lis.endpoint.command({ send: [] }, lis.scenes.scene('s1'));
        expect(lis.scenes.claimed).toEqual([made[0]]);
        return made;
      });
    };
    const [first, again] = [await minted(), await minted()];
    expect(again).toEqual(first);
    expect(first[0]).toMatch(/^LC[0-9A-Z]{12}$/);
    expect(first[1]).toEqual(new Date('2026-03-01T08:00:00Z'));
  });

  it('react one second after what they react to, so that arrival plays no part', async () => {
    const times: Date[] = [];
    const lis = await played({ script: (_event, tools) => void times.push(tools.now) });
    const sut = await caller(lis.port);
    const stamped = update('s1-a').with('MSH-7', '20260301091500+0000');
    await sut.connection.write(wholeFrame(stamped.serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(times).toEqual([new Date('2026-03-01T09:15:01Z')]);
  });

  it('that cannot be carried out without a link are an alert, and what came is answered all the same', async () => {
    const lis = await played({
      script: (event) =>
        event.kind === 'received'
          ? [
              { kind: 'send', message: update('s1-own') },
              { kind: 'reply', message: acknowledgmentOf(event.message) },
            ]
          : undefined,
    });
    const sut = await caller(lis.port);
    await sut.connection.write(wholeFrame(update('s1-a').serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(lis.book.findingsOf('s1')).toEqual([
      expect.objectContaining({
        classification: 'Alert',
        message: expect.stringMatching(/^ADT\^A08 s1-own cannot be sent: it has no outbound link; give it "send"/),
      }),
    ]);
  });

  it('scheduled for now may send, which counts as sent by the command', async () => {
    const sut = await farEnd();
    const lis = await played({
      to: sut.port,
      script: (event) => (event.kind === 'timer' ? [{ kind: 'send', message: update('s1-own') }] : undefined),
    });
    const posted = lis.endpoint.command({ effects: [now('hand over', 'p2')] }, lis.scenes.scene('s1'));
    expect((await Promise.all(posted)).map(({ message }) => message?.controlId)).toEqual(['s1-own']);
  });
});

describe('what throws', () => {
  const broken = (): never => {
    throw new Error('no such bed');
  };

  it('at a message ends neither the run nor the connection', async () => {
    const lis = await played({
      script: (event) => (event.kind === 'received' && event.message.controlId === 's1-a' ? broken() : undefined),
    });
    const sut = await caller(lis.port);
    for (const id of ['s1-a', 's1-b']) await sut.connection.write(wholeFrame(update(id).serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(sut.payloads[0]).toContain('MSA|AA|s1-b');
    expect(lis.book.of('s1').map(({ outcome }) => outcome)).toEqual(['none-expected', 'acknowledged']);
    expect(lis.book.findingsOf('s1')).toEqual([
      expect.objectContaining({ code: 'simulator-failed', message: expect.stringContaining('no such bed') }),
    ]);
  });

  it('at a reply or at a time that has come does not either', async () => {
    const sut = await farEnd();
    const lis = await played({
      to: sut.port,
      script: ({ kind }) => (kind === 'answered' || kind === 'timer' ? broken() : undefined),
    });
    await lis.send('s1-a');
    lis.endpoint.command({ effects: [later('report')] }, lis.scenes.scene('s1'));
    await lis.until(() => lis.findings().length === 2);
    expect((await lis.send('s1-b'))[0]?.outcome).toBe('acknowledged');
  });

  it('may be a fault of the project', async () => {
    const lis = await played();
    lis.endpoint.faults.add({ kind: 'listener', at: 'reply', name: 'own', onReply: broken }, ['seed']);
    const sut = await caller(lis.port);
    for (const id of ['s1-a', 's1-b']) await sut.connection.write(wholeFrame(update(id).serialize()));
    await sut.until(() => sut.payloads.length === 1);
    expect(lis.book.of('s1').map(({ outcome }) => outcome)).toEqual(['none-expected', 'acknowledged']);
    expect(lis.findings()).toEqual(['s1 simulator-failed']);
  });
});
