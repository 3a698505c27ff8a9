import { describe, expect, it } from 'vitest';
import { standard } from '../../../standard/load.js';
import { STANDARD_VERSIONS } from '../../../standard/versions.js';
import type { Profile } from '../../model/profile.js';
import { readProfilePath } from '../../model/profile-path.js';
import { baseProfile, baseProfileOf } from './base-profile.js';

const field = (profile: Profile, segment: string, position: number) =>
  profile.segments.get(segment)?.fields[position - 1];

describe('the base standard as a profile', () => {
  const adt = baseProfile('2.5.1', 'ADT_A01', { type: 'ADT', event: 'A04' });

  it('has one message, known by its event', () => {
    expect(adt.messages).toHaveLength(1);
    expect(adt.messages[0]).toMatchObject({ id: 'ADT_A04', type: 'ADT', event: 'A04', structure: 'ADT_A01' });
    expect(adt).toMatchObject({ form: 'base', hl7Version: '2.5.1' });
  });

  it('requires what the standard requires', () => {
    expect(field(adt, 'PID', 3)).toMatchObject({ usage: 'R', cardinality: { min: 1, max: Infinity }, datatype: 'CX' });
    expect(field(adt, 'PID', 2)).toMatchObject({ usage: 'O', cardinality: { min: 0, max: 1 }, maxLength: 20 });
    expect(adt.datatypes.get('CX')?.components[0]).toMatchObject({ usage: 'R', datatype: 'ST', maxLength: 15 });
    expect(adt.messages[0]?.children.map(({ usage }) => usage).slice(0, 4)).toEqual(['R', 'O', 'R', 'R']);
  });

  it('gives positions, and ids that tell two groups of one name apart', () => {
    const insurance = adt.messages[0]?.children.find((node) => node.kind === 'group' && node.name === 'INSURANCE');
    expect(insurance).toMatchObject({ id: 'ADT_A04.INSURANCE', usage: 'O', cardinality: { min: 0, max: Infinity } });
    expect(adt.messages[0]?.children.map(({ position }) => position)).toEqual(
      adt.messages[0]?.children.map((_, index) => index + 1),
    );
  });

  it('lets a group be absent of which every part may be absent', () => {
    const [, , , , , visit] = baseProfile('2.4', 'BAR_P01').messages[0]?.children ?? [];
    expect(visit).toMatchObject({ name: 'VISIT', usage: 'O', cardinality: { min: 0, max: Infinity } });
  });

  it('suggests the tables, at the code of a coded type', () => {
    const bindingOf = (segment: string, target: string) =>
      adt.rules.bindings.find(({ on, rule }) => on.value === segment && rule.target === target)?.rule;
    expect(bindingOf('PID', '8[*]')).toEqual({
      target: '8[*]',
      strength: 'S',
      locations: [{ code: '.' }],
      sets: ['HL70001'],
    });
    expect(bindingOf('PID', '10[*]')?.locations).toEqual([{ code: '1[1]' }]);
    expect(adt.valueSets.sets.get('HL70001')?.codes.map(({ value }) => value)).toContain('F');
    expect(adt.valueSets.sets.has('HL70305')).toBe(true);
  });

  it('has a real choice in ORM_O01', () => {
    const orm = baseProfile('2.5.1', 'ORM_O01');
    expect(JSON.stringify(orm.messages)).toContain('"kind":"choice","name":"OBR|RQD|RQ1|RXO|ODS|ODT"');
  });

  it('lets OBX-2 tell the type of OBX-5, in every version', () => {
    for (const version of STANDARD_VERSIONS) {
      const mapping = baseProfile(version, 'ORU_R01').segments.get('OBX')?.mappings[0];
      expect(mapping).toMatchObject({ position: 5, reference: '2' });
      expect(mapping?.cases.map(({ value }) => value)).toEqual(expect.arrayContaining(['NM', 'ST', 'TX']));
    }
  });

  it('lets a query have as many parameters as it wants', () => {
    const qpd = baseProfile('2.5.1', 'QBP_Q11').segments.get('QPD');
    expect(qpd?.fields.length).toBeGreaterThan(20);
    expect(qpd?.fields[5]).toMatchObject({ datatype: 'VARIES', usage: 'O' });
  });

  it('holds several messages in one profile', () => {
    const both = baseProfileOf('2.5.1', [{ structure: 'ADT_A01' }, { structure: 'ADT_A03' }]);
    expect(both.messages.map(({ id }) => id)).toEqual(['ADT_A01', 'ADT_A03']);
    expect(both.segments.has('PDA')).toBe(true);
  });

  it('refuses what the standard does not have', () => {
    expect(() => baseProfile('2.5.1', 'ADT_Z99')).toThrow(/HL7 2\.5\.1 has no message structure ADT_Z99/);
  });
});

describe.each(STANDARD_VERSIONS)('version %s', (version) => {
  it('resolves every reference of every structure', { timeout: 120_000 }, () => {
    for (const id of standard(version).structureIds()) {
      const profile = baseProfile(version, id);
      expect(dangling(profile)).toEqual([]);
    }
  });
});

/** Ids that are named and not defined, paths and positions that are wrong. */
function dangling(profile: Profile): readonly string[] {
  const found: string[] = [];
  const want = (known: boolean, what: string): void => void (known || found.push(what));
  for (const { id, fields, mappings } of profile.segments.values()) {
    for (const { datatype, position } of fields) want(profile.datatypes.has(datatype), `${id}-${position} ${datatype}`);
    for (const { cases } of mappings) for (const one of cases) want(profile.datatypes.has(one.datatype), one.datatype);
  }
  for (const { id, components } of profile.datatypes.values()) {
    for (const { datatype, position } of components)
      want(profile.datatypes.has(datatype), `${id}.${position} ${datatype}`);
  }
  for (const { on, rule } of profile.rules.bindings) {
    want(readProfilePath(rule.target) !== undefined, rule.target);
    for (const set of rule.sets) want(profile.valueSets.sets.has(set), `${on.value} ${set}`);
  }
  return found;
}
