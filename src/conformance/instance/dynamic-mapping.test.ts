import { describe, expect, it } from 'vitest';
import { pipehatMode } from '../mode.js';
import type { DynamicMapping } from '../model/structure.js';
import { findings, found, foundByNist, told } from '../testdata/judged.js';
import { type SmallProfile, smallProfile } from '../testdata/small-profile.js';

const BY_TYPE: DynamicMapping = {
  position: 5,
  reference: '2',
  cases: [
    { value: 'NM', datatype: 'NM' },
    { value: 'CE', datatype: 'CE' },
  ],
};

function mapped(mapping: DynamicMapping): SmallProfile {
  const fields = { OBX: [{}, {}, { datatype: 'CX' }, {}, { datatype: 'VARIES' }] };
  const small: SmallProfile = { structure: 'MSH {OBX}', fields };
  const { segments } = smallProfile(small);
  const obx = segments.get('OBX');
  if (obx === undefined) throw new Error('the specimen has OBX');
  return { ...small, profile: { segments: new Map([...segments, ['OBX', { ...obx, mappings: [mapping] }]]) } };
}

describe('dynamic mapping', () => {
  it('gives a field the type that another names', () => {
    const small = mapped(BY_TYPE);
    expect(found(small, 'OBX|1|NM|||5', 'OBX|2|CE|||a^b^c')).toEqual([]);
    expect(found(small, 'OBX|1|NM|||five')).toEqual(['format-number OBX[1]-5[1] 2:12']);
    expect(found(small, 'OBX|2|CE|||a^b^c^d')).toEqual(['extra-element OBX[1]-5[1].4 2:18']);
  });

  it('that names none leaves the field unresolved, each repetition', () => {
    const small = mapped(BY_TYPE);
    expect(found(small, 'OBX|1|XX|||5~6')).toEqual([
      'field-type-unresolved OBX[1]-5[1] 2:12',
      'field-type-unresolved OBX[1]-5[2] 2:14',
    ]);
    expect(foundByNist(small, 'OBX|1||||5')).toEqual(['field-type-unresolved OBX[1]-5[1] 2:10']);
    expect(found(small, 'OBX|1|XX')).toEqual([]);
    expect(findings(small, ['OBX|1|XX|||5'])).toMatchObject([{ expected: 'NM, CE', actual: 'XX' }]);
  });

  it('goes by two keys, and by the first alone where no case has both', () => {
    const small = mapped({
      position: 5,
      reference: '2',
      secondReference: '3.1',
      cases: [
        { value: 'CE', second: 'A', datatype: 'NM' },
        { value: 'CE', datatype: 'DT' },
      ],
    });
    expect(found(small, 'OBX||CE|A^x||5', 'OBX||CE|B||20260301')).toEqual([]);
    expect(found(small, 'OBX||CE|A||x', 'OBX||CE|B||x')).toEqual([
      'format-date OBX[2]-5[1] 3:12',
      'format-number OBX[1]-5[1] 2:12',
    ]);
  });

  it('looks into subcomponents; the reference takes the whole component', () => {
    const small = mapped({
      position: 5,
      reference: '3.4.2',
      cases: [
        { value: 'N', datatype: 'NM' },
        { value: 'D&N', datatype: 'DT' },
      ],
    });
    expect(found(small, 'OBX|||^^^D&N||x')).toEqual(['format-number OBX[1]-5[1] 2:15']);
    expect(foundByNist(small, 'OBX|||^^^D&N||x')).toEqual(['format-date OBX[1]-5[1] 2:15']);
  });

  it('without a key resolves nothing, and a key in nothing changes nothing', () => {
    expect(found(mapped({ position: 5, cases: [] }), 'OBX|||||x')).toEqual(['field-type-unresolved OBX[1]-5[1] 2:9']);
    expect(found(mapped({ position: 5, reference: '7.1', cases: [] }), 'OBX|||||x')).toEqual([]);
  });

  it('tells on request which type holds', () => {
    const all = told(findings(mapped(BY_TYPE), ['OBX|1|NM|||5'], pipehatMode(true)));
    expect(all).toContain('field-type-selected OBX[1]-5[1] 2:12');
    expect(told(findings(mapped(BY_TYPE), ['OBX|1|XX|||5'], pipehatMode(true)))).not.toContain(
      'field-type-selected OBX[1]-5[1] 2:12',
    );
  });
});
