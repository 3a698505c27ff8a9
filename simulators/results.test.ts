import { describe, expect, test } from 'vitest';
import { found } from './testing/departments.js';
import { CBC, LaboratoryWard } from './testing/laboratory-ward.js';

function received(...situation: ConstructorParameters<typeof LaboratoryWard>): LaboratoryWard {
  const ward = new LaboratoryWard(...situation);
  ward.receive();
  return ward;
}

describe('a report', () => {
  test('goes from preliminary to final and the earlier value stays in the history', () => {
    const ward = received();
    ward.report('preliminary', '5.9');
    ward.report('final', '6.1');
    expect(ward.story).toEqual(['P 5.9', 'F 6.1']);
    expect(ward.observation).toMatchObject({ unit: 'mmol/L', flags: ['H'], valueType: 'NM' });
    expect(ward.states).toEqual(['final', 'final']);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('is corrected, and corrected again', () => {
    const ward = received();
    ward.report('final', '6.1');
    ward.correct('4.1');
    ward.correct('4.2');
    expect(ward.story).toEqual(['F 6.1', 'C 4.1', 'C 4.2']);
    expect(ward.observation.notes[0]).toContain('4.1');
    expect(ward.states).toEqual(['corrected', 'corrected']);
    const { message } = ward.ward.last('ORU');
    expect([message.get('OBR-25'), message.get('OBX-11'), message.get('ORC-5')]).toEqual(['C', 'C', 'CM']);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('of a panel is corrected in one analyte and repeated in the others', () => {
    const ward = received({}, CBC);
    ward.report('final');
    ward.act({ kind: 'correct', values: [{ analyte: 'Hemoglobin', value: '9.9' }] });
    const changed = ward.filed.observations.filter(({ status }) => status === 'C');
    expect(changed.map(({ id, values }) => [id.text, values])).toEqual([['Hemoglobin', ['9.9']]]);
    expect(ward.filed.observations).toHaveLength(CBC.analytes.length);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test.each([
    ['deleted', 'D'],
    ['wrong', 'W'],
  ] as const)('loses one observation that was %s', (as, status) => {
    const ward = received({}, CBC);
    ward.report('final');
    ward.act({ kind: 'withdraw-observation', analyte: 'Platelets', as });
    const platelets = found(ward.filed.observations, ({ id }) => id.text === 'Platelets');
    expect([platelets.status, platelets.history[0]?.status]).toEqual([status, 'F']);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('comes in parts', () => {
    const ward = received({}, CBC);
    ward.report('partial');
    expect(new Set(ward.filed.observations.map(({ status }) => status))).toEqual(new Set(['F', 'I']));
    ward.report('final');
    expect(ward.filed.observations.every(({ status }) => status === 'F')).toBe(true);
    expect(ward.ward.alerts()).toEqual([]);
  });

  test('that is cancelled by the laboratory shows the reason', () => {
    const ward = received();
    ward.act({ kind: 'cancel-by-laboratory', reason: 'haemolysed' });
    expect(ward.states).toEqual(['cancelled-by-filler', 'cancelled-by-filler']);
    expect(ward.placed().reason).toBe('haemolysed');
    const { message } = ward.ward.last('ORM');
    expect([message.get('ORC-1'), message.get('ORC-5'), message.get('OBR-25')]).toEqual(['OC', 'CA', 'X']);
  });
});

describe('the laboratory itself refuses', () => {
  test.each([
    ['a result for a cancelled order', ['cancel'], 'final'],
    ['a preliminary result after the final', ['final'], 'preliminary'],
  ] as const)('%s', (_what, [before], as) => {
    const ward = new LaboratoryWard();
    if (before === 'cancel') ward.ask('cancel-order');
    else ward.report('final');
    const sent = ward.ward.types('lis').length;
    ward.report(as);
    expect(ward.ward.alerts('lis')[0]).toContain('cannot become');
    expect(ward.ward.types('lis')).toHaveLength(sent);
  });
});

describe('what contradicts the story is not filed, and noticed', () => {
  test('a delayed preliminary after the final', () => {
    const ward = received();
    ward.report('final', '6.1');
    ward.act({ kind: 'report', as: 'preliminary', values: [{ analyte: 'Potassium', value: '5.0' }], force: true });
    expect([ward.story, ward.placed().state]).toEqual([['F 6.1'], 'final']);
    expect(ward.ward.alerts('ehr')[0]).toContain('cannot become preliminary');
  });

  test('a correction without a final', () => {
    const ward = received();
    ward.report('preliminary', '5.0');
    ward.act({ kind: 'correct', values: [{ analyte: 'Potassium', value: '4.1' }], force: true });
    expect([ward.story, ward.placed().state]).toEqual([['P 5.0'], 'preliminary']);
    expect(ward.ward.alerts('ehr')).toHaveLength(1);
  });

  test('any result after the order was cancelled', () => {
    const ward = new LaboratoryWard();
    ward.ask('cancel-order');
    ward.act({ kind: 'report', as: 'final', force: true });
    expect(ward.ward.of('ehr', ward.patient).reports).toEqual([]);
    expect(ward.placed().state).toBe('cancelled');
    expect(ward.ward.alerts('ehr')).toHaveLength(1);
  });

  test('a cancellation after the final', () => {
    const ward = received();
    ward.report('final');
    ward.act({ kind: 'cancel-by-laboratory', reason: 'too late', force: true });
    expect(ward.placed().state).toBe('final');
    expect(ward.ward.alerts('ehr')[0]).toContain('cannot become cancelled');
  });

  test('an observation that falls back inside its pair', () => {
    const ward = received();
    ward.report('final', '6.1');
    const { message } = ward.ward.last('ORU');
    const fallback = message.with('MSH-10', 'X2').with('OBX-11', 'P').with('OBX-5', '5.0');
    ward.ward.deliver('ehr', fallback);
    expect(ward.story).toEqual(['F 6.1']);
    expect(ward.ward.alerts('ehr')[0]).toContain('is F and cannot become P');
  });

  test('a final value that changes without a correction is filed with a doubt', () => {
    const ward = received();
    ward.report('final', '6.1');
    const { message } = ward.ward.last('ORU');
    ward.ward.deliver('ehr', message.with('MSH-10', 'X3').with('OBX-5', '5.0'));
    expect(ward.story).toEqual(['F 6.1', 'F 5.0']);
    expect(ward.ward.alerts('ehr')[0]).toContain('without a correction');
  });

  test('or is refused, where the site has chosen so', () => {
    const ward = received({ ehr: { illegalTransitions: 'refuse' } });
    ward.report('final', '6.1');
    ward.act({ kind: 'report', as: 'preliminary', force: true });
    expect(ward.ward.last('ORU').reply.get('MSA-1')).toBe('AE');
    expect(ward.story).toEqual(['F 6.1']);
  });
});

describe('every kind of content', () => {
  test.each([
    ['a text of several lines', { type: 'TX', lines: ['First.', 'Second.'] }, ['First.', 'Second.']],
    ['a formatted text', { type: 'FT', text: 'First.\nSecond.' }, ['First.\\.br\\Second.']],
    ['a titre', { type: 'SN', num1: '1', separator: ':', num2: '160' }, ['^1^:^160']],
    [
      'a document',
      { type: 'ED', mediaType: 'application', subtype: 'pdf', base64: 'JVBERi0=' },
      ['^application^pdf^Base64^JVBERi0='],
    ],
  ] as const)('%s arrives as it was written', (_what, content, values) => {
    const ward = received();
    ward.act({ kind: 'report-content', as: 'final', content });
    expect([ward.observation.valueType, ward.observation.values]).toEqual([content.type, values]);
  });
});
