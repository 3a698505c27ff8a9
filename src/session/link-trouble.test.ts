import { describe, expect, it } from 'vitest';
import { expectDeliveredOnce } from './delivery.js';
import { suffer } from './link-trouble.js';
import { introduce } from './people.js';
import { addPerson } from './registration.js';
import { scenario, stage } from './testdata/scenario.js';
import { FeatureMistake, Unreachable, Untestable } from './trouble.js';

async function trouble(fault: string, side?: 'sends' | 'receives'): Promise<unknown> {
  const session = await scenario();
  return suffer(session, 'lis', fault, side).catch((reason: unknown) => reason);
}

describe('a fault that a scenario names', () => {
  it('is taken on the side on which it strikes', async () => {
    expect(await trouble('never-acknowledge', 'receives')).toBeUndefined();
    expect(await trouble('missing-end', 'sends')).toBeUndefined();
    expect(await trouble('missing-end')).toBeUndefined();
  });

  it.each([
    ['missing-end', 'receives', 'write "the link from the laboratory suffers ..."'],
    ['never-acknowledge', 'sends', 'write "the link to the laboratory suffers ..."'],
    ['mising-end', 'sends', 'did you mean missing-end?'],
    ['missing-end:silense=3s', 'sends', 'missing-end has no parameter "silense"'],
    ['restart-under-load', 'receives', 'write "the link from the laboratory suffers ..."'],
  ] as const)('%s that cannot be meant (%s) is a mistake of the feature', async (fault, side, message) => {
    const error = await trouble(fault, side);
    expect(error).toBeInstanceOf(FeatureMistake);
    expect(String(error)).toContain(message);
  });

  it.each([
    ['dropped-syn', 'sends', 'network namespace'],
    ['half-open:variant=lost-packets', 'sends', 'network namespace'],
    ['fail-over', 'receives', 'actors.lis.standby'],
  ] as const)('is untestable where the environment cannot make it: %s', async (fault, side, reason) => {
    const error = await trouble(fault, side);
    expect(error).toBeInstanceOf(Untestable);
    expect(String(error)).toContain(reason);
  });
});

describe('a fault of the system under test on a link', () => {
  it.each([
    ['kill', 'unanswered', ['kill', 'start']],
    ['stop', 'in-message', ['stop', 'start']],
    ['pause', 'in-message', ['pause', 'resume']],
    ['cut-off', 'unanswered', ['cutOff', 'restore']],
  ])('%s, %s: the system is let go on, and the very message is accepted', async (how, at, expected) => {
    const played = await stage();
    const session = played.open();
    introduce(session);
    await suffer(session, 'ehr', `restart-under-load:how=${how},at=${at},for=1ms`, 'sends');
    await addPerson(session);
    await session.lastSent.settled;
    expect([session.lastSent.outcome, session.lastSent.faults]).toEqual(['acknowledged', ['restart-under-load']]);
    expect(played.actions).toEqual(expected);
    await session.close();
  });

  it('is untestable, with the remedy, where nothing controls the system', async () => {
    const session = await scenario({ lacks: (action) => `give a command for ${action}` });
    const error = await suffer(session, 'ehr', 'restart-under-load', 'sends').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Untestable);
    expect(String(error)).toContain('give a command for kill');
  });

  it('a control that fails ends the scenario as a matter of infrastructure', async () => {
    const session = await scenario({ control: () => ({ kind: 'failed', message: 'no such service' }) });
    introduce(session);
    await suffer(session, 'ehr', 'restart-under-load:for=1ms', 'sends');
    await addPerson(session);
    await session.lastSent.settled;
    const error = await session.close().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('no such service');
  });

  it('does nothing while it is off', async () => {
    const played = await stage();
    const session = played.open();
    introduce(session);
    await suffer(session, 'ehr', 'restart-under-load:times=0', 'sends');
    await addPerson(session);
    await expectDeliveredOnce(session, session.lastSent, 'lis');
    expect(played.actions).toEqual([]);
  });
});
