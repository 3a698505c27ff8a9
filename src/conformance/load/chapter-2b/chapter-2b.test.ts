import { describe, expect, it } from 'vitest';
import { changed, loaded, mistakes, placeOfText, specimen } from '../testdata/specimen.js';

const CLASSIC = specimen('chapter-2b', 'profile.xml');
const { profile, warnings } = loaded(CLASSIC);
const fieldsOf = (segment: string) => profile.segments.get(segment)?.fields ?? [];

describe('a chapter 2.B profile', () => {
  it('has its heading, and its acknowledgments', () => {
    expect(profile).toMatchObject({
      id: '2.999.7',
      name: 'Orders',
      form: 'chapter-2b',
      type: 'Implementation',
      hl7Version: '2.5',
      version: '1.0',
      organization: 'Example Hospital',
      identifiers: ['2.999.7', '2.999.7.1'],
      acknowledgment: { accept: 'AL', application: 'AL', mode: 'Immediate' },
    });
  });

  it('has a message for each static definition', () => {
    expect(profile.messages).toMatchObject([
      { id: '2.999.7.1', type: 'OML', event: 'O21', structure: 'OML_O21', description: 'Order' },
      { id: 'ACK_O21', type: 'ACK', event: 'O21', structure: '' },
    ]);
    expect(profile.messages[0]?.children).toMatchObject([
      { kind: 'segment', ref: 'MSH', position: 1, usage: 'R' },
      {
        kind: 'group',
        id: '2.999.7.1.ORDER',
        name: 'ORDER',
        position: 2,
        cardinality: { min: 1, max: Infinity },
        description: 'Of the group',
        children: [
          { ref: 'ORC', position: 1 },
          { ref: 'OBX', position: 2, cardinality: { min: 0, max: Infinity } },
        ],
      },
    ]);
    expect(profile.messages[1]?.children).toMatchObject([{ ref: 'MSH_2', cardinality: { min: 1, max: 1 } }]);
  });

  it('makes one definition of data types that are the same', () => {
    const [, sending, receiving] = fieldsOf('MSH');
    expect(sending?.datatype).toBe('HD');
    expect(receiving?.datatype).toBe('HD');
    expect([...profile.datatypes.keys()].filter((id) => !id.startsWith('HL7 '))).toEqual([
      'ST',
      'IS',
      'HD',
      'ID',
      'EI',
      'SI',
      'CE',
      'varies',
    ]);
  });

  it('makes another one where anything differs', () => {
    const files = changed(CLASSIC, 'Usage="C" Datatype="ST" Length="199">   ', 'Usage="R" Datatype="ST" Length="199">');
    expect(
      loaded(files)
        .profile.segments.get('MSH')
        ?.fields.map(({ datatype }) => datatype),
    ).toEqual(['ST', 'HD', 'HD_2', 'ST', 'ST']);
  });

  it('takes what the tools leave empty as not said', () => {
    const [, sending, , unused, loose] = fieldsOf('MSH');
    expect(sending).not.toHaveProperty('itemNo');
    expect(unused).toMatchObject({ usage: 'X', cardinality: { min: 0, max: 0 } });
    expect(unused).not.toHaveProperty('maxLength');
    expect(loose).toMatchObject({ usage: 'O', cardinality: { min: 0, max: 1 } });
    expect(warnings.map(({ code, place }) => `${code} ${place.line}`)).toEqual([
      'missing-attribute 27',
      'second-dynamic-definition 51',
    ]);
  });

  it('has lengths, constants, examples and notes, each of its own element', () => {
    expect(fieldsOf('MSH')[0]).toMatchObject({ minLength: 1, maxLength: 1, itemNo: '00001', description: '2.15.9.1' });
    expect(profile.datatypes.get('HD')?.components[0]).toMatchObject({ examples: ['EHR', 'LIS'] });
    expect(fieldsOf('ORC')[0]).toMatchObject({ constant: 'NW' });
    expect(fieldsOf('ORC')[1]).not.toHaveProperty('description');
    expect(profile.datatypes.get('EI')?.components[0]).toMatchObject({ description: 'Of the component' });
  });

  it('has predicates in words, each of its own element, and none where the words are missing', () => {
    const predicates = profile.rules.predicates.map(({ on, rule: { place: _, ...rule } }) => ({ on, rule }));
    expect(predicates).toEqual([
      {
        on: { kind: 'datatype', by: 'id', value: 'EI' },
        rule: { kind: 'predicate', description: 'If there is one', target: '1[1]', whenTrue: 'RE', whenFalse: 'X' },
      },
      {
        on: { kind: 'segment', by: 'id', value: 'ORC' },
        rule: {
          kind: 'predicate',
          description: 'If this system places orders',
          target: '2[1]',
          whenTrue: 'R',
          whenFalse: 'X',
        },
      },
    ]);
  });

  it('binds tables, as strong as nothing is said', () => {
    const bindings = profile.rules.bindings.map(({ on, rule: { place: _, ...rule } }) => [on.value, rule]);
    expect(bindings).toEqual([
      ['HD', { target: '1[*]', locations: [{ code: '.' }], sets: ['HL70300'] }],
      ['MSH', { target: '2[*]', locations: [{ code: '1[1]' }], sets: ['HL70361'] }],
      ['MSH', { target: '3[*]', locations: [{ code: '1[1]' }], sets: ['HL70361'] }],
      ['ORC', { target: '1[*]', locations: [{ code: '.' }], sets: ['HL70119'] }],
      ['OBX', { target: '3[*]', locations: [{ code: '1[1]', system: '3[1]' }], sets: ['LOCAL'] }],
    ]);
  });

  it('lets OBX-2 tell the type of OBX-5 among those of the standard', () => {
    const [mapping] = profile.segments.get('OBX')?.mappings ?? [];
    expect(mapping).toMatchObject({ position: 5, reference: '2' });
    expect(mapping?.cases).toContainEqual({ value: 'CE', datatype: 'HL7 CE' });
    for (const { datatype } of mapping?.cases ?? []) expect(profile.datatypes.has(datatype)).toBe(true);
    expect(profile.datatypes.get('HL7 CE')?.components[0]?.datatype).toBe('HL7 ST');
    expect(profile.datatypes.get('varies')?.varies).toBe(true);
  });

  it('has the tables of a file beside it', () => {
    const { valueSets } = loaded(specimen('chapter-2b', 'profile.xml', 'tables.xml')).profile;
    expect([...valueSets.sets.values()]).toMatchObject([
      { id: 'HL70119', name: 'Order control', codes: [{ value: 'NW', text: 'New order', system: '', usage: 'R' }] },
      { id: 'LOCAL', codes: [{ value: '1', text: 'One' }] },
    ]);
  });
});

describe('what is wrong', () => {
  const DIALECT = specimen('chapter-2b', 'dialect.xml');
  it('no message', () => {
    const empty = '<HL7v2xConformanceProfile HL7Version="2.5" ProfileType="HL7"/>';
    expect(mistakes({ 'p.xml': empty })).toEqual(['error no-message p.xml:1']);
  });

  it.each([
    ['a segment without a name', CLASSIC, 'Segment Name="ORC"', 'Segment', 'error missing-attribute'],
    ['a usage that is none', CLASSIC, 'Usage="CE"', 'Usage="CR"', 'error bad-usage'],
    [
      'a number that is none',
      CLASSIC,
      'Min="0" Max="1" Datatype="EI"',
      'Min="no" Max="1" Datatype="EI"',
      'error bad-number',
    ],
    [
      'a cardinality turned round',
      CLASSIC,
      'Min="0" Max="1" Datatype="EI"',
      'Min="2" Max="1" Datatype="EI"',
      'error min-above-max',
    ],
    ['a length that is none', CLASSIC, 'Length="22"', 'Length="long"', 'error bad-number'],
    ['a place that is none', DIALECT, 'locationContent="../../2/2"', 'locationContent="/OBR/2"', 'error bad-path'],
    [
      'a place outside of the message',
      DIALECT,
      'locationContent="../../2/2"',
      'locationContent="../../../../2"',
      'error bad-path',
    ],
    ['half an OR', DIALECT, '<PlainText location="./2/1" value="1"/>', '', 'error missing-assertion'],
    ['an outcome that is none', DIALECT, 'PredicateTrueUsage="RE"', 'PredicateTrueUsage="yes"', 'error bad-usage'],
    [
      'a length turned round',
      DIALECT,
      'MinLength="1" MaxLength="227"',
      'MinLength="9" MaxLength="1"',
      'error min-above-max',
    ],
  ])('%s', (_, files, from, to, expected) => {
    expect(mistakes(changed(files, from, to)).map((one) => one.replace(/:\d+$/, ''))).toContain(
      `${expected} ${placeOfText(files, from).replace(/:\d+$/, '')}`,
    );
  });

  it.each([
    ['no version', CLASSIC, 'HL7Version="2.5" ', '', 'warning missing-attribute'],
    ['a type that is none', CLASSIC, 'ProfileType="Implementation"', 'ProfileType=""', 'warning ignored-value'],
    ['no data type', CLASSIC, ' Datatype="EI"', '', 'warning missing-attribute'],
    ['an acknowledgment that is none', CLASSIC, 'AccAck="AL"', 'AccAck="XX"', 'warning ignored-value'],
    ['an element that nobody reads', CLASSIC, '<SegGroup Name', '<Choice/><SegGroup Name', 'warning unknown-element'],
    [
      'a predicate that decides nothing',
      CLASSIC,
      'Usage="C" Min="0" Max="1" Datatype="EI"',
      'Usage="O" Min="0" Max="1" Datatype="EI"',
      'warning predicate-without-effect',
    ],
    [
      'a definition elsewhere',
      CLASSIC,
      '<DynamicDef AccAck="NE"',
      '<HL7v2xStaticDefRef Identifier="1"/><DynamicDef AccAck="NE"',
      'warning unread-reference',
    ],
    [
      'an assertion that nobody knows',
      DIALECT,
      '<SequenceID location="." location1="../.."/>',
      '<Sum location="."/>',
      'warning unknown-assertion',
    ],
    [
      'a statement in words',
      DIALECT,
      '<Assertion><SequenceID location="." location1="../.."/></Assertion>',
      '',
      'warning statement-in-words',
    ],
  ])('%s is only doubtful', (_, files, from, to, expected) => {
    loaded(changed(files, from, to));
    expect(mistakes(changed(files, from, to)).map((one) => one.replace(/ [^ ]*$/, ''))).toContain(expected);
  });
});
