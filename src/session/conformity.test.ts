import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { baseProfile } from '../conformance/load/base/base-profile.js';
import { compilePlan } from '../conformance/plan/compile.js';
import { Validator } from '../conformance/validate.js';
import type { Finding } from '../evidence/finding.js';
import {
  expectConformity,
  expectNoError,
  expectReplyConformity,
  expectReport,
  expectSentConformity,
} from './conformity.js';
import { introduce } from './people.js';
import type { Session } from './session.js';
import { scenario } from './testdata/scenario.js';
import { HarnessError } from './trouble.js';
import { sendAltered } from './unusual.js';
import type { MessageValidation } from './validation.js';

function validatorFor(structure: string): (raw: Buffer) => readonly Finding[] {
  const compiled = compilePlan(baseProfile('2.5.1', structure));
  if (compiled.kind === 'defective') throw new Error('the base standard does not compile');
  const validator = new Validator(compiled.plan);
  return (raw) => validator.validate(raw);
}

const admission = validatorFor('ADT_A01');
const acknowledgment = validatorFor('ACK');

const BY_PROFILE: ReadonlyMap<string, (raw: Buffer) => readonly Finding[]> = new Map([
  ['adt', admission],
  ['ack', acknowledgment],
]);

/** Admissions and acknowledgments by the base standard. */
function validation(isBinding = true): MessageValidation {
  return {
    profiles: ['adt', 'ack'],
    isBinding,
    judge: (_role, raw) => (raw.includes('ADT^A01') ? admission(raw) : acknowledgment(raw)),
    dueFor: () => undefined,
    judgeBy: (profile, raw) => BY_PROFILE.get(profile)?.(raw),
  };
}

const without = (text: string, by: string) => (payload: Buffer) => [Buffer.from(payload.toString().replace(text, by))];

/** An admission through an engine that may damage it on its way. */
async function admitted(
  facts: {
    readonly pass?: (payload: Buffer) => readonly Buffer[];
    readonly isBinding?: boolean;
    readonly class?: string;
  } = {},
): Promise<Session> {
  const session = await scenario({ validation: validation(facts.isBinding), ...(facts.pass && { pass: facts.pass }) });
  introduce(session);
  await sendAltered(session, 'PV1-2', facts.class ?? 'I');
  return session;
}

/** An engine that forgets PV1-2. */
const FORGETFUL = { pass: without('PV1|1|I', 'PV1|1|') };

async function refusal(expectation: Promise<unknown>): Promise<string> {
  const error: unknown = await expectation.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AssertionError) return error.message;
  throw new Error('the expectation was met');
}

describe('a message that arrives', () => {
  it('conforms to a profile, or the step says where it does not', async () => {
    await expectConformity(await admitted(), 'lis', 'ADT^A01', 'adt');
    const message = await refusal(expectConformity(await admitted(FORGETFUL), 'lis', 'ADT^A01', 'adt'));
    expect(message).toMatch(/does not conform to adt[\s\S]*usage-required at PV1\[1\]-2\[1\]/);
  });

  it('has no error by the profile of its link, or the step says which', async () => {
    await expectNoError(await admitted(), 'lis', 'ADT^A01');
    expect(await refusal(expectNoError(await admitted(FORGETFUL), 'lis', 'ADT^A01'))).toMatch(/usage-required/);
  });

  it('has the finding that the scenario provokes, or the step says what it has', async () => {
    const session = await admitted(FORGETFUL);
    await expectReport(session, 'lis', 'ADT^A01', 'usage-required', 'PV1-2');
    await expect(session.close()).resolves.toBeUndefined();
    const wrong = expectReport(await admitted(FORGETFUL), 'lis', 'ADT^A01', 'usage-required', 'PV1-3');
    expect(await refusal(wrong)).toMatch(/does not report usage-required at PV1-3[\s\S]*PV1\[1\]-2/);
  });
});

describe('a message that is sent, and its acknowledgment', () => {
  it('conform to a profile, or the step says where they do not', async () => {
    const session = await admitted();
    expectSentConformity(session, 'adt');
    await expectReplyConformity(session, 'ack');
    const careless = await admitted({ class: '' });
    expect(() => expectSentConformity(careless, 'adt')).toThrow(/PV1\[1\]-2/);
    expect(await refusal(expectReplyConformity(session, 'adt'))).toMatch(/does not conform to adt/);
  });

  it('cannot be judged by a profile that is not loaded', async () => {
    const session = await admitted();
    expect(() => expectSentConformity(session, 'none')).toThrow(HarnessError);
    expect(() => expectSentConformity(session, 'none')).toThrow(/no profile "none" is loaded \(adt, ack\)/);
  });
});

describe('the end of a scenario', () => {
  const arrival = async (session: Session): Promise<Session> => {
    await expect.poll(() => session.exchanges.some(({ direction }) => direction === 'received')).toBe(true);
    return session;
  };

  it('fails for what the system under test damaged, with no step about it', async () => {
    const session = await arrival(await admitted(FORGETFUL));
    await expect(session.close()).rejects.toThrow(/usage-required at PV1\[1\]-2/);
  });

  it('does not blame the system under test for what we sent, or for what it passes on as it came', async () => {
    const session = await arrival(await admitted({ class: '' }));
    await expect(session.close()).resolves.toBeUndefined();
    const found = session.stage.book.findingsOf('s1').filter(({ code }) => code === 'usage-required');
    expect(found).toHaveLength(2);
  });

  it('only tells where the configuration wants it so', async () => {
    const session = await arrival(await admitted({ ...FORGETFUL, isBinding: false }));
    await expect(session.close()).resolves.toBeUndefined();
  });
});
