import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from './testdata/folder.js';
import { validated } from './testdata/validated.js';

const PROFILE = 'profile: { id: house, name: House, hl7: 2.5.1, message: ADT^A01^ADT_A01 }\n';
const ADMISSION =
  'MSH|^~\\&|A|B|C|D|20260301080000+0000||ADT^A01^ADT_A01|1|T|2.5.1\rEVN||20260301080000+0000\r' +
  'PID|1||4711^^^HOSP^MR||GREEN^AMELIA\rPV1|1|I\r';

const folder = new Folder();
afterAll(() => folder.remove());
const message = folder.file('a.hl7', Buffer.from(ADMISSION));
const profile = (name: string, text: string): string =>
  join(folder.file(join('profiles', name, 'profile.yaml'), Buffer.from(text)), '..');

describe('the same profile twice', () => {
  it('is a mistake that names both places', async () => {
    const [one, two] = [profile('one', PROFILE), profile('two', PROFILE)];
    const { code, errors } = await validated([message], { profile: [join(folder.path, 'profiles')] });
    expect(code).toBe(2);
    expect(errors).toContain(`${one} and ${two} are the same profile: both have the id house`);
    expect(errors).toContain('give one of them');
  });

  it('is none where one was named twice, or the ids differ', async () => {
    const one = profile('one', PROFILE);
    expect(await validated([message], { profile: [one, one] })).toMatchObject({ code: 0, errors: '' });
    const other = profile('two', PROFILE.replace('id: house', 'id: other'));
    const { code, text } = await validated([message], { profile: [one, other] });
    expect(code).toBe(0);
    expect(text).toContain('profile-ambiguous');
  });
});
