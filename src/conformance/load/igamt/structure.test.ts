import { describe, expect, it } from 'vitest';
import { changed, loaded, mistakes, placeOfText, specimen } from '../testdata/specimen.js';

const OLD = specimen('igamt-old');
const { profile, warnings } = loaded(OLD);

describe('the profile', () => {
  it('has its heading, and nothing to complain of but what the specimen shows on purpose', () => {
    expect(profile).toMatchObject({
      id: 'ward-adt',
      name: 'Ward admissions',
      source: 'specimen',
      form: 'igamt',
      type: 'Implementation',
      hl7Version: '2.5.1',
      version: '1.2',
      date: '2024-03-01',
      organization: 'Example Hospital',
      description: 'Admissions of wards',
      identifiers: ['WARD_A01'],
    });
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      'bad-code-usage',
      'ignored-value',
      'ignored-value',
      'unknown-format',
    ]);
  });

  it('has no version where it states none, and can be constrained', () => {
    expect(loaded(specimen('igamt-new')).profile).toMatchObject({ hl7Version: '', type: 'Constrainable' });
  });

  it('has all its messages, with groups, positions and places', () => {
    expect(profile.messages.map(({ id, type, event, structure }) => [id, type, event, structure])).toEqual([
      ['ward-a01', 'ADT', 'A01', 'ADT_A01'],
      ['ward-a03', 'ADT', 'A03', 'ADT_A03'],
    ]);
    expect(profile.messages[0]?.children).toMatchObject([
      {
        kind: 'segment',
        ref: 'MSH',
        position: 1,
        usage: 'R',
        cardinality: { min: 1, max: 1 },
        place: { line: 7, column: 7 },
      },
      {
        kind: 'group',
        id: 'ward-a01.VISIT',
        name: 'VISIT',
        position: 2,
        usage: 'RE',
        cardinality: { min: 0, max: Infinity },
        children: [
          { ref: 'PV1_W', position: 1 },
          { ref: 'OBX', position: 2, cardinality: { min: 0, max: 10 } },
        ],
      },
    ]);
  });

  it('has the fields', () => {
    expect(profile.segments.get('MSH')?.fields).toMatchObject([
      { constant: '|', minLength: 1, maxLength: 1 },
      { confLength: '4=' },
    ]);
    const [setId, patientClass, reason] = profile.segments.get('PV1_W')?.fields ?? [];
    expect(setId).toEqual({
      position: 1,
      name: 'Set ID',
      usage: 'X',
      cardinality: { min: 0, max: 0 },
      datatype: 'ST',
      minLength: 1,
      maxLength: 4,
      itemNo: '00131',
      place: { file: 'anything.xml', line: 23, column: 7 },
    });
    expect(patientClass).toMatchObject({ maxLength: Infinity });
    expect(reason).toMatchObject({ hide: true, usage: 'C' });
    expect(reason).not.toHaveProperty('minLength');
  });

  it('has data types, among them one that varies, and outcomes in a usage', () => {
    expect(profile.datatypes.get('varies')).toMatchObject({ varies: true, components: [] });
    expect(profile.datatypes.get('ST')).not.toHaveProperty('varies');
    expect(profile.datatypes.get('CWE_W')).toMatchObject({ name: 'CWE', version: '2.5.1' });
    expect(profile.datatypes.get('CWE_W')?.components[1]).toMatchObject({
      usage: 'C',
      outcome: { whenTrue: 'R', whenFalse: 'X' },
    });
  });

  it('has the mapping of types', () => {
    expect(profile.segments.get('OBX')?.mappings).toEqual([
      {
        position: 2,
        reference: '1',
        secondReference: '3.1',
        cases: [
          { value: 'ST', datatype: 'ST' },
          { value: 'CWE', second: '11-1', datatype: 'CWE_W' },
        ],
      },
    ]);
  });

  it('loads alone', () => {
    const alone = loaded(specimen('igamt-old', 'anything.xml'));
    expect(alone.profile.segments.size).toBe(3);
    expect(alone.warnings.map(({ code }) => code)).toEqual(['no-value-sets']);
  });
});

describe('what is wrong', () => {
  const onlyProfile = specimen('igamt-old', 'anything.xml');
  const wrong = (from: string, to: string) =>
    mistakes(changed(onlyProfile, from, to)).filter((mistake) => !mistake.includes('no-value-sets'));

  it.each([
    ['a segment that is not there', 'Ref="OBX"', 'Ref="OBR"', 'error dangling-segment'],
    ['a data type that is not there', 'Datatype="varies" Min', 'Datatype="vary" Min', 'error dangling-datatype'],
    [
      'a component of no type',
      'Usage="R" Datatype="ST" MinLength="1" MaxLength="20"/>',
      'Usage="R" MinLength="1" MaxLength="20"/>',
      'error missing-attribute',
    ],
    [
      'a case of no type',
      'SecondValue="11-1" Datatype="CWE_W"',
      'SecondValue="11-1" Datatype="CE"',
      'error dangling-datatype',
    ],
    ['an id twice', '<Datatype ID="varies"', '<Datatype ID="ST" Name="X"/><Datatype ID="varies"', 'error duplicate-id'],
    ['a segment without a name', 'ID="OBX" Name="OBX"', 'ID="OBX"', 'error missing-attribute'],
    ['an unknown usage', 'Usage="RE" Min="0" Max="*"', 'Usage="RQ" Min="0" Max="*"', 'error bad-usage'],
    ['no usage', 'Ref="PV1_W" Usage="R"', 'Ref="PV1_W"', 'error missing-attribute'],
    ['more than there may be', 'Min="0" Max="10"', 'Min="11" Max="10"', 'error min-above-max'],
    ['a number that is none', 'Min="0" Max="10"', 'Min="0" Max="many"', 'error bad-number'],
    ['no maximum', 'Min="0" Max="10"', 'Min="0"', 'error missing-attribute'],
    ['a length turned round', 'MinLength="2" MaxLength="3"', 'MinLength="4" MaxLength="3"', 'error min-above-max'],
    ['a strength that is none', 'BindingStrength="S"', 'BindingStrength="strong"', 'error bad-value'],
    ['a location that is none', 'BindingLocation="1:4"', 'BindingLocation="1,4"', 'error bad-binding-location'],
    [
      'a message with something else in it',
      '<Segment Ref="OBX"',
      '<Choice/><Segment Ref="OBX"',
      'error unknown-element',
    ],
    ['a mapping of nowhere', '<Mapping Position="2"', '<Mapping Position="five"', 'error bad-number'],
  ])('%s', (_, from, to, expected) => {
    expect(wrong(from, to)).toContain(`${expected} ${placeOfText(onlyProfile, from)}`);
  });

  it('no message, no segments, no data types', () => {
    expect(mistakes({ 'p.xml': '<ConformanceProfile ID="x"/>' })).toEqual([
      'error missing-element p.xml:1',
      'error missing-element p.xml:1',
      'error missing-element p.xml:1',
    ]);
    const empty = '<ConformanceProfile ID="x">\n<Messages/><Segments/><Datatypes/></ConformanceProfile>';
    expect(mistakes({ 'p.xml': empty })).toEqual(['error no-message p.xml:2']);
  });

  it('a data type that contains itself, however far down', () => {
    const endless = changed(
      onlyProfile,
      'Name="Text" Usage="C(R/X)" Datatype="ST"',
      'Name="Text" Usage="R" Datatype="LOOP"',
    );
    const loop = '<Datatype ID="LOOP" Name="L"><Component Name="c" Usage="R" Datatype="CWE_W"/></Datatype></Datatypes>';
    expect(mistakes(changed(endless, '</Datatypes>', loop))).toContainEqual('error endless-datatype anything.xml:46');
    const types = Array.from(
      { length: 20_000 },
      (_, i) => `<Datatype ID="D${i}" Name="D"><Component Name="c" Usage="R" Datatype="D${i + 1}"/></Datatype>`,
    );
    const chain = `${types.join('')}<Datatype ID="D20000" Name="D"/></Datatypes>`;
    expect(mistakes(changed(onlyProfile, '</Datatypes>', chain))).toEqual(['warning no-value-sets specimen:-']);
  });

  it('and every mistake is told, with what to do', () => {
    const two = changed(changed(onlyProfile, 'Ref="OBX"', 'Ref="obx"'), 'Datatype="varies" Min', 'Datatype="vary" Min');
    expect(mistakes(two)).toEqual([
      'error dangling-segment anything.xml:10',
      'error dangling-datatype anything.xml:35',
      'warning no-value-sets specimen:-',
    ]);
  });
});

describe('what the reference tolerates is a warning', () => {
  const onlyProfile = specimen('igamt-old', 'anything.xml');
  it.each([
    [
      'a length that is no number',
      'MinLength="2" MaxLength="3"',
      'MinLength="some" MaxLength="3"',
      'warning ignored-length',
    ],
    ['a maximum length alone', 'MinLength="2" MaxLength="3"', 'MinLength="NA" MaxLength="3"', 'warning ignored-length'],
    ['a conformance length that is none', 'ConfLength="4="', 'ConfLength="=4"', 'warning ignored-length'],
    ['an element that nobody knows', '<Encodings>', '<Colour/><Encodings>', 'warning unknown-element'],
    ['a group without an id', '<Group ID="ward-a01.VISIT"', '<Group', 'warning missing-attribute'],
    ['a type of profile that is none', 'Type="Implementation"', 'Type="Draft"', 'warning ignored-value'],
    ['no cardinality', 'Usage="O" Min="0" Max="10"', 'Usage="O"', 'warning missing-attribute'],
  ])('%s', (_, from, to, expected) => {
    const files = changed(onlyProfile, from, to);
    expect(loaded(files).profile.id).toBe('ward-adt');
    expect(mistakes(files)).toContain(`${expected} ${placeOfText(onlyProfile, from)}`);
  });
});
