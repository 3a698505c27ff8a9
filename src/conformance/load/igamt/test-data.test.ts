import { expect, it } from 'vitest';
import { type Mode, nistMode, pipehatMode } from '../../mode.js';
import { compilePlan } from '../../plan/compile.js';
import { Validator } from '../../validate.js';
import { loaded, specimen } from '../testdata/specimen.js';

/** A file beside the bundle, as a test tool exports it for one test case. */
const TEST_CASE = `<ConformanceContext UUID="tc-1">
  <MetaData Name="Test case 1" OrgName="House" Version="1" Date="20250301"/>
  <Constraints>
    <Segment>
      <ByName Name="PV1">
        <Constraint ID="TC-1" Target="2[1]">
          <Reference Source="" GeneratedBy="Test Case Authoring &amp; Management Tool(TCAMT)" ReferencePath="PV1-2" TestDataCategorization="Value-Test Case Fixed"/>
          <Description>PV1-2 is that of the test case.</Description>
          <Assertion><PlainText Path="2[1]" Text="I" IgnoreCase="false"/></Assertion>
        </Constraint>
      </ByName>
    </Segment>
  </Constraints>
</ConformanceContext>`;

function told(patientClass: string, mode: Mode) {
  const { profile } = loaded({ ...specimen('igamt-old'), 'test-case.xml': TEST_CASE });
  const compiled = compilePlan(profile, 'ward-a01');
  if (compiled.kind === 'defective') throw new Error('the specimen does not compile');
  const message = `MSH|^~\\&|A|B|C|D|20250301||ADT^A01^ADT_A01|1|T|2.5.1\rPV1||${patientClass}`;
  const findings = new Validator(compiled.plan, { mode }).validate(Buffer.from(message));
  return findings
    .filter(({ category }) => category.startsWith('Content '))
    .map(({ section, classification, category, code, path, rule }) =>
      [section, classification, category, code, path, rule].join(' | '),
    );
}

it.each([
  ['our own', pipehatMode(true)],
  ['nist', nistMode(true)],
])('statements of a test tool beside the bundle are judged as test data: mode %s', (_, mode) => {
  expect(told('I', mode)).toEqual(['content | Affirmative | Content Success | test-data-agree | PV1[1] | TC-1']);
  expect(told('O', mode)).toEqual(['content | Error | Content Failure | test-data-differ | PV1[1]-2[1] | TC-1']);
});
