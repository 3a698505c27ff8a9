import { describe, expect, it } from 'vitest';
import { changed, loaded, mistakes, placeOfText, specimen } from '../testdata/specimen.js';

const NEW = specimen('igamt-new');
const { coConstraints, slicings } = loaded(NEW).profile;

describe('co-constraints', () => {
  it('stand by message, context and segment', () => {
    expect(coConstraints).toMatchObject([
      {
        message: 'lab-r01',
        contextName: 'OBSERVATION',
        contextPath: '2[*]',
        segmentName: 'OBX',
        segmentPath: '1[*]',
        place: { file: 'co-constraints.xml', line: 4 },
      },
    ]);
  });

  it('have simple tables, with cells of every kind', () => {
    const [simple] = coConstraints[0]?.tables ?? [];
    expect(simple).toMatchObject({ groupIds: [], groups: [] });
    expect(simple).not.toHaveProperty('condition');
    expect(simple?.rows).toMatchObject([
      {
        usage: 'R',
        cardinality: { min: 1, max: 2 },
        selectors: [
          {
            kind: 'code',
            path: '3[1]',
            name: 'OBX-3',
            code: 'A',
            system: 'L',
            locations: [{ position: 1, code: '1[1]', system: '3[1]' }],
          },
        ],
        constraints: [{ kind: 'value-set', path: '3[1]', bindings: [{ target: '.', strength: 'R', sets: ['CODES'] }] }],
      },
    ]);
  });

  it('have conditional tables, with groups and the places of their ids by priority', () => {
    const [, conditional] = coConstraints[0]?.tables ?? [];
    expect(conditional).toMatchObject({
      condition: { description: 'always', assertion: { kind: 'presence', path: '.' } },
      groupIds: [
        { priority: 1, path: '2[1]', name: 'OBX-2' },
        { priority: 2, path: '1[1]', name: 'OBX-1' },
      ],
      rows: [],
      groups: [
        {
          name: 'panel',
          usage: 'S',
          cardinality: { min: 0, max: 1 },
          primary: { usage: 'R', selectors: [{ kind: 'plain-text', path: '2[1]', value: 'CE' }], constraints: [] },
          others: [{ usage: 'O', cardinality: { min: 0, max: Infinity } }],
        },
      ],
    });
  });

  it.each([
    ['a usage that is none', 'Name="panel" Usage="S"', 'Name="panel" Usage="X"', 'error bad-value'],
    ['no cardinality', 'Usage="S" Min="0" Max="1"', 'Usage="S"', 'error missing-attribute'],
    ['no primary row', 'Primary Usage="R" Min="1" Max="1"', 'Other Usage="R" Min="1" Max="1"', 'malformed'],
    ['no selectors', '<Selectors/>', '', 'error missing-element'],
    ['a context of nowhere', ' Path="2[*]"', '', 'error missing-attribute'],
    ['a cell of nowhere', ' Path="2[1]" Name="OBX-2" Value', ' Name="OBX-2" Value', 'error missing-attribute'],
    ['a priority that is none', 'Priority="2"', 'Priority="high"', 'error bad-number'],
    [
      'no condition',
      '<Assertion><Presence Path="."/></Assertion></Condition>',
      '</Condition>',
      'error missing-element',
    ],
    ['a table that nobody knows', '<SimpleTable>', '<Table/><SimpleTable>', 'warning unknown-element'],
  ])('%s', (_, from, to, expected) => {
    const found = mistakes(changed(NEW, from, to));
    if (expected === 'malformed') expect(found[0]).toMatch(/^error xml-malformed co-constraints.xml/);
    else expect(found).toEqual([`${expected} ${placeOfText(NEW, from)}`]);
  });

  it('need a primary row in a group', () => {
    const cut = changed(changed(NEW, '<Primary Usage', '<CoConstraint Usage'), '</Primary>', '</CoConstraint>');
    expect(mistakes(cut)).toEqual(['error missing-element co-constraints.xml:11']);
  });
});

describe('slicing', () => {
  it('of segments by assertion, of fields by occurrence', () => {
    expect(slicings).toMatchObject([
      {
        kind: 'segments',
        message: 'lab-r01',
        context: 'lab-r01-2',
        slicings: [
          {
            kind: 'assertion',
            position: 1,
            slices: [{ ref: 'OBX_P', description: 'Panels', assertion: { kind: 'plain-text', path: '2[1]' } }],
          },
        ],
      },
      {
        kind: 'fields',
        context: 'OBX_L',
        slicings: [{ kind: 'occurrence', position: 3, slices: [{ ref: 'CE_2', occurrence: 2 }] }],
      },
    ]);
    expect(slicings[1]).not.toHaveProperty('message');
  });

  it.each([
    ['a segment that is not there', 'Ref="OBX_P"', 'Ref="OBX_Q"', 'error dangling-segment'],
    ['a data type that is not there', 'Ref="CE_2"', 'Ref="OBX_P"', 'error dangling-datatype'],
    ['no flavour', ' Ref="CE_2"', '', 'error missing-attribute'],
    ['no occurrence', ' Occurrence="2"', '', 'error missing-attribute'],
    ['no position', '<OccurrenceSlicing Position="3">', '<OccurrenceSlicing>', 'error missing-attribute'],
    ['no description', '<Description>Panels</Description>', '', 'error missing-element'],
    ['another kind', '<OccurrenceSlicing', '<LuckySlicing Position="9"/><OccurrenceSlicing', 'error unknown-element'],
    [
      'a position twice',
      '<OccurrenceSlicing',
      '<OccurrenceSlicing Position="3"/><OccurrenceSlicing',
      'error duplicate-slicing',
    ],
    ['a segment twice', '<SegmentContext', '<SegmentContext ID="OBX_L"/><SegmentContext', 'error duplicate-slicing'],
  ])('%s', (_, from, to, expected) => {
    expect(mistakes(changed(NEW, from, to))).toEqual([`${expected} ${placeOfText(NEW, from)}`]);
  });
});
