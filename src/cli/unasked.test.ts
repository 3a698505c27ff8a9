import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { DefectName } from '../demo/defects.js';
import { EXIT } from './exit-codes.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const MINUTES_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'pipehat-unasked-'));
const feature = join(folder, 'unasked.feature');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** No step speaks of a number, an authority or a status: that a message came once is all that anybody asks. */
writeFileSync(
  feature,
  `Feature: Traffic that nobody looks at
  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED1^230^A"

  Scenario: A result
    Given the EHR has placed the laboratory order "Potassium"
    When the laboratory reports a final result
    Then the EHR receives an ORU^R01

  Scenario: A requisition
    When the EHR places one requisition for the laboratory with
      | CBC       |
      | Potassium |
    Then the message reaches the laboratory exactly once

  Scenario: A correction
    Given a final result for "Potassium" of 6.1 "mmol/L"
    When the laboratory corrects the result to 4.1 "mmol/L"
    Then the EHR receives an ORU^R01
    And the EHR receives an ORU^R01

  Scenario: A namesake
    Given a "stranger" with the same number at another hospital, whom only the EHR knows
    When the EHR places the laboratory order "Potassium" for the "stranger"
    Then the acknowledgment is well formed

  Scenario: A merge
    Given a "second record" of the same person
    And the EHR has added the "second record"
    And the EHR has merged the "second record" into the "patient"
    When a message for the "second record" still comes from the EHR
    Then the message reaches the laboratory exactly once
`,
);

function demo(...args: readonly string[]): Promise<{ readonly code: number; readonly printed: string }> {
  return new Promise((resolve) => {
    const options = ['--no-allure', '--results', mkdtempSync(join(folder, 'run-'))];
    const child = execFile(process.execPath, [MAIN, 'demo', feature, ...args, ...options], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, printed: `${stdout}${stderr}` });
    });
  });
}

describe('a scenario that asks for nothing of the kind', { timeout: 2 * MINUTES_MS }, () => {
  it('is green where the engine is right', async () => {
    const { code, printed } = await demo();
    expect(code, printed).toBe(EXIT.passed);
  });

  it.each<readonly [DefectName, string]>([
    ['loses-filler-number', 'filler-number-not-echoed'],
    ['cuts-placer-to-first-component', 'placer-number-changed'],
    ['drops-group-number', 'group-number-not-echoed'],
    ['status-regress', 'result-status-regress'],
    ['ignores-authority', 'authority-ignored'],
    ['keeps-merged-id', 'merged-id-used'],
  ])('is red with %s, because of %s', async (defect, finding) => {
    const { code, printed } = await demo('--defect', defect);
    expect(code, printed).toBe(EXIT.failed);
    expect(printed).toContain(finding);
  });
});
