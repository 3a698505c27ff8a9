// Reads and compiles the profiles of the package once, so that a run opens those alone that its messages need: each goes
// into dist/ as data, with an index of the messages that they are for. Does nothing where the last build had the same inputs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { serialize } from 'node:v8';

const root = new URL('../', import.meta.url);
const TARGET = new URL('dist/src/conformance/load/built/', root);
/** The code that makes a profile of a text. */
const ROOMS = ['base', 'conformance', 'standard'].map((room) => new URL(`dist/src/${room}/`, root));
const compiled = (path) => import(new URL(`dist/src/conformance/${path}`, root).href);

/** Runs the step after the code is compiled; returns whether there was anything to do. A profile that is wrong is left to whoever uses it. */
export async function buildProfiles() {
  const { profilesStamp } = await compiled('load/built-profiles.js');
  const stamp = profilesStamp('profiles');
  const inputs = inputsStamp(stamp);
  if (lastInputs() === inputs) return false;
  const loaded = await loadAll();
  rmSync(TARGET, { recursive: true, force: true });
  if (loaded === undefined) return true;
  mkdirSync(TARGET, { recursive: true });
  for (const { folder, profile } of loaded) writeFileSync(new URL(`${folder}.v8`, TARGET), serialize(profile));
  const profiles = Object.fromEntries(loaded.map(({ folder, profile, plans }) => [folder, { id: profile.id, plans }]));
  writeFileSync(new URL('index.json', TARGET), JSON.stringify({ stamp, inputs, profiles }));
  return true;
}

/** Every profile with the headings of its plans; undefined where one is wrong. Paths are relative: the package lies elsewhere. */
async function loadAll() {
  const { findProfiles } = await compiled('load/find-profiles.js');
  const { loadProfile } = await compiled('load/load-profile.js');
  const { compilePlan, planHeading } = await compiled('plan/compile.js');
  const all = findProfiles('profiles').map((path) => {
    const loaded = loadProfile(path);
    if (loaded.kind !== 'loaded') return undefined;
    const { profile } = loaded;
    if (profile.messages.some(({ id }) => compilePlan(profile, id).kind !== 'compiled')) return undefined;
    const plans = profile.messages.map((message) => planHeading(profile, message));
    return { folder: basename(path), profile, plans };
  });
  return all.includes(undefined) ? undefined : all;
}

function inputsStamp(stamp) {
  const hash = createHash('sha256').update(stamp).update(process.version);
  for (const room of ROOMS) {
    for (const name of readdirSync(room, { recursive: true }).sort()) {
      if (/\.(js|json)$/.test(name) && !name.includes('built')) hash.update(readFileSync(new URL(name, room)));
    }
  }
  return hash.digest('hex');
}

function lastInputs() {
  const file = new URL('index.json', TARGET);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).inputs : undefined;
}
