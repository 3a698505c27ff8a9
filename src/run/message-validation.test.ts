import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../config/config.js';
import { demoConfig } from '../config/demo.js';
import type { RuleFunctions } from '../conformance/rule-function.js';
import { parseMessage } from '../hl7/parse.js';
import { messageValidation } from './message-validation.js';

const PROFILE = `profile:
  id: ward-adt
  name: Admissions of a ward
  hl7: 2.5.1
  message: ADT^A01^ADT_A01
elements:
  PID-7: { usage: R, requirement: REQ-1 }
`;
const ADMISSION =
  'MSH|^~\\&|EHR|PHGH|ENGINE|PHGH|20260302080000+0000||ADT^A01^ADT_A01|1|T|2.5.1\rEVN||20260302080000+0000\r' +
  'PID|||123^^^PHGH^MR||Ferreira^Ana^^^^^L\rPV1||I\r';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-validation-'));
  for (const [name, text] of [
    ['ward', PROFILE],
    ['broken', PROFILE.replace('ward-adt', 'broken').replace('usage: R', 'usage: Q')],
  ] as const) {
    mkdirSync(join(folder, 'profiles', name), { recursive: true });
    writeFileSync(join(folder, 'profiles', name, 'profile.yaml'), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function config(profiles: readonly string[], more: Partial<Config> = {}): Config {
  return { ...demoConfig({ folder, features: [], profiles }), ...more };
}

function validation(given: Config) {
  const result = messageValidation(given);
  if (result.kind === 'defective') throw new Error(result.defects.map(({ message }) => message).join());
  return result.validation;
}

const errors = (found: readonly { readonly classification: string; readonly code: string; readonly path?: string }[]) =>
  found.filter(({ classification }) => classification === 'Error').map(({ code, path }) => `${code} ${path}`);

describe('the validation of a run', () => {
  it('judges a message by the profile that is for it', () => {
    const judge = validation(config([join(folder, 'profiles', 'ward')]));
    expect(judge.profiles).toEqual(['ward-adt']);
    expect(errors(judge.judge('lis', Buffer.from(ADMISSION)))).toEqual(['usage-required PID[1]-7[1]']);
    expect(errors(judge.judge('lis', Buffer.from(ADMISSION.replace('^L\r', '^L||19710412\r'))))).toEqual([]);
  });

  it('judges by the base standard where no profile is for it, or by nothing where the configuration wants it so', () => {
    const transfer = Buffer.from(ADMISSION.replaceAll('A01', 'A02').replace('PV1||I', 'PV1||'));
    const given = config([join(folder, 'profiles', 'ward')]);
    expect(errors(validation(given).judge('lis', transfer))).toEqual(['usage-required PV1[1]-2[1]']);
    const nothing = { ...given.validation, otherwise: 'nothing' } as const;
    expect(validation({ ...given, validation: nothing }).judge('lis', transfer)).toEqual([]);
  });

  it('judges the links of an actor by profiles of their own', () => {
    const given = config([]);
    const { lis } = given.environment.actors;
    if (lis === undefined) throw new Error('the demo has a laboratory');
    const actors = { ...given.environment.actors, lis: { ...lis, profiles: [join(folder, 'profiles', 'ward')] } };
    const judge = validation({ ...given, environment: { ...given.environment, actors } });
    expect(errors(judge.judge('lis', Buffer.from(ADMISSION)))).toHaveLength(1);
    expect(errors(judge.judge('ris', Buffer.from(ADMISSION)))).toEqual([]);
  });

  it('judges by one profile by its id, and knows no other', () => {
    const judge = validation(config([join(folder, 'profiles', 'ward')]));
    expect(judge.judgeBy('ward-adt', Buffer.from(ADMISSION))).toHaveLength(1);
    expect(judge.judgeBy('other', Buffer.from(ADMISSION))).toBeUndefined();
  });

  it('lets an overlay decide how serious a finding is', () => {
    const overlay = join(folder, 'overlay.yaml');
    writeFileSync(overlay, 'overlay:\n  - { code: usage-required, path: PID-7, severity: Warning, reason: not yet }\n');
    const given = config([join(folder, 'profiles', 'ward')]);
    const judge = validation({ ...given, validation: { ...given.validation, overlay } });
    expect(judge.judge('lis', Buffer.from(ADMISSION))).toMatchObject([
      { code: 'usage-required', classification: 'Warning' },
    ]);
  });

  it('asks the functions of the project what a profile leaves to them', () => {
    const path = join(folder, 'own-rules', 'profile.yaml');
    mkdirSync(dirname(path));
    writeFileSync(
      path,
      PROFILE.replace('usage: R', 'must: { id: BED, text: Known, assert: { function: house.Known } }'),
    );
    const given = config([dirname(path)]);
    const judged = (functions?: RuleFunctions) => {
      const result = messageValidation(given, functions);
      if (result.kind === 'defective') throw new Error(result.defects.map(({ message }) => message).join());
      const found = result.validation.judge('lis', Buffer.from(ADMISSION.replace('^L\r', '^L||19710412\r')));
      return found.map(({ classification, code }) => `${classification} ${code}`);
    };
    expect(judged()).toEqual(['Specification Error rule-not-executable']);
    expect(judged(new Map([['house.Known', () => true]]))).toEqual([]);
    expect(judged(new Map([['house.Known', () => false]]))).toEqual(['Error statement-failed']);
  });

  it('has no opinion of bytes that are no message', () => {
    expect(validation(config([])).judge('lis', Buffer.from('GET / HTTP/1.1'))).toEqual([]);
  });

  it('tells every defect of a profile', () => {
    expect(messageValidation(config([join(folder, 'profiles')]))).toMatchObject({
      kind: 'defective',
      defects: [{ severity: 'error', place: { file: expect.stringContaining('broken'), line: 7 } }],
    });
  });
});

describe('the dynamic definition of a profile', () => {
  const XML = `<?xml version="1.0"?>
<HL7v2xConformanceProfile HL7Version="2.5.1" ProfileType="Implementation">
  <MetaData Name="Silent" OrgName="Ward" Version="1"/>
  <Encodings><Encoding>ER7</Encoding></Encodings>
  <DynamicDef AccAck="NE" AppAck="ER" MsgAckMode="Immediate"/>
  <HL7v2xStaticDef MsgType="ADT" EventType="A01" MsgStructID="ADT_A01" EventDesc="Admit">
    <MetaData Name="Silent" OrgName="Ward" Version="1"/>
    <Segment Name="MSH" LongName="Header" Usage="R" Min="1" Max="1">
      <Field Name="Field separator" Usage="R" Min="1" Max="1" Datatype="ST" Length="1"/>
    </Segment>
  </HL7v2xStaticDef>
</HL7v2xConformanceProfile>
`;

  it('tells the endpoint of that link when an acknowledgment is due', () => {
    mkdirSync(join(folder, 'silent'));
    writeFileSync(join(folder, 'silent', 'profile.xml'), XML);
    const judge = validation(config([join(folder, 'silent')]));
    const parsed = parseMessage(Buffer.from(ADMISSION));
    if (parsed.kind !== 'message') throw new Error('the admission cannot be read');
    expect(judge.dueFor('lis', parsed.message)).toBe('ER');
    expect(validation(config([])).dueFor('lis', parsed.message)).toBeUndefined();
  });
});
