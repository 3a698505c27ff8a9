import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilePlan, planHeading } from '../plan/compile.js';
import { builtProfile, profilesStamp } from './built-profiles.js';
import { findProfiles } from './find-profiles.js';
import { loadLazyPlans } from './load-plans.js';
import { loadProfile } from './load-profile.js';
import { shippedProfiles } from './shipped-profiles.js';

const BUILT = new URL('../../../dist/src/conformance/load/built/', import.meta.url);
const folders = findProfiles(shippedProfiles());

/** As the build loads it, from the root of the package. */
function written(path: string) {
  const loaded = loadProfile(join('profiles', basename(path)));
  if (loaded.kind === 'defective') throw new Error(loaded.defects.map(({ message }) => message).join('\n'));
  return loaded.profile;
}

describe('what the build made of the profiles of the package', () => {
  it.each(folders)('is what is written in %s', (path) => {
    const profile = written(path);
    const built = builtProfile(path, BUILT);
    expect(built?.id).toBe(profile.id);
    expect(built?.plans).toEqual(profile.messages.map((message) => planHeading(profile, message)));
    expect(isDeepStrictEqual(built?.read(), profile)).toBe(true);
  });

  it('is not used for a profile that lies elsewhere', () => {
    expect(builtProfile('/elsewhere/profiles/adt', BUILT)).toBeUndefined();
  });
});

describe('a build that cannot be used', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pipehat-built-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const index = (name: string, stamp: string) => {
    const place = pathToFileURL(join(folder, name));
    writeFileSync(
      `${join(folder, name)}index.json`,
      JSON.stringify({ stamp, profiles: { adt: { id: 'adt', plans: [] } } }),
    );
    return place;
  };

  it('because the texts are others by now', () => {
    expect(builtProfile(join(shippedProfiles(), 'adt'), index('old', 'of other texts'))).toBeUndefined();
  });

  it('because the data are not there, or of a Node.js that writes them otherwise', () => {
    const place = index('', profilesStamp(shippedProfiles()));
    const built = builtProfile(join(shippedProfiles(), 'adt'), new URL(`${place.href}/`));
    expect(built?.read()).toBeUndefined();
    writeFileSync(join(folder, 'adt.v8'), Buffer.from([0xff, 0x7f, 0x6f]));
    expect(built?.read()).toBeUndefined();
  });
});

it('a plan of a profile is compiled when it is opened, once, whether the profile is built or not', () => {
  const path = join(shippedProfiles(), 'acknowledgment');
  const loaded = loadLazyPlans(path);
  if (loaded.kind === 'defective') throw new Error('the profile is defective');
  const [plan] = loaded.profile.plans;
  const source = loadProfile(path);
  const compiled = source.kind === 'loaded' && compilePlan(source.profile);
  expect(plan?.open()).toEqual(compiled && compiled.kind === 'compiled' && compiled.plan);
  expect(plan?.open()).toBe(plan?.open());
});
