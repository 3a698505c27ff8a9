import { describe, expect, it } from 'vitest';
import { FieldClasses } from './field-names.js';
import { standardFieldNames } from './standard-names.js';

describe('FieldClasses', () => {
  it('writes each name once, and a second class where a version has another name', () => {
    const classes = new FieldClasses((version) => (version === '2.3' ? 'Old name' : 'New name'));
    expect(['2.5', '2.5.1', '2.3', '2.5'].map((version) => classes.classOf(version, 'PID', 3))).toEqual([
      'PID-3',
      'PID-3',
      'PID-3 PID-3_2',
      'PID-3',
    ]);
    expect(classes.rules()).toBe('.PID-3{--n:"PID-3 New name"}\n.PID-3_2{--n:"PID-3 Old name"}');
  });

  it('lets no name end the rule or the style element', () => {
    const classes = new FieldClasses(() => '"}</style><script>');
    classes.classOf('2.5', 'ZZ1', 1);
    expect(classes.rules()).not.toMatch(/[<>]|"\}(?!$)/);
  });
});

describe('standardFieldNames', () => {
  const name = standardFieldNames();

  it('knows the names of the base standard', () => {
    expect(name('2.5.1', 'PID', 3)).toBe('Patient Identifier List');
    expect(name('2.5.1', 'OBX', 5)).toBe('Observation Value');
  });

  it('takes the nearest version for one that does not exist, and knows nothing of Z segments', () => {
    expect(name('9.9', 'PID', 5)).toBe('Patient Name');
    expect(name('', 'PID', 5)).toBe('Patient Name');
    expect(name('2.5.1', 'ZPI', 1)).toBeUndefined();
  });
});
