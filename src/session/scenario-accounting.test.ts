import { describe, expect, it } from 'vitest';
import { expectNothingLost } from './load.js';
import { introduce } from './people.js';
import type { Session } from './session.js';
import { type Engine, scenario } from './testdata/scenario.js';

/** Somebody whom the EHR adds, and changes twice. */
async function played(engine: Engine): Promise<Session> {
  const session = await scenario({ expectationMs: 400, ...engine });
  const { patient } = introduce(session, 'patient');
  for (const kind of ['add-person', 'update-person', 'update-person'] as const) {
    const [exchange] = await session.act('ehr', { kind, patient });
    await exchange?.settled;
  }
  return session;
}

describe('the accounting of a scenario', () => {
  it('is right where everything comes out once', async () => {
    await expect(expectNothingLost(await played({}))).resolves.toBeUndefined();
  });

  it('names what is lost', async () => {
    const session = await played({ pass: (payload, n) => (n === 2 ? [] : [payload]) });
    await expect(expectNothingLost(session)).rejects.toThrow(/lost x\d+ ADT\^A31/);
    expect(session.stage.book.findingsOf(session.scene.id)).toContainEqual(
      expect.objectContaining({ code: 'message-lost', classification: 'Error' }),
    );
  });

  it('names what is doubled', async () => {
    const session = await played({ pass: (payload, n) => (n === 1 ? [payload, payload] : [payload]) });
    await expect(expectNothingLost(session)).rejects.toThrow(/duplicated x\d+ ADT\^A28/);
  });

  it('names what was overtaken', async () => {
    let held: Buffer | undefined;
    const pass = (payload: Buffer, n: number): readonly Buffer[] => {
      if (n === 2) held = Buffer.from(payload);
      return n === 2 ? [] : n === 3 && held ? [payload, held] : [payload];
    };
    await expect(expectNothingLost(await played({ pass }))).rejects.toThrow(/reordered x\d+ ADT\^A31/);
  });
});
