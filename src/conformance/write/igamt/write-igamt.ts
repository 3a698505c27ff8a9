import type { Profile } from '../../model/profile.js';
import { Losses } from '../losses.js';
import type { WrittenFiles } from '../written-files.js';
import { xmlText } from '../xml.js';
import { coConstraintsFile } from './co-constraints-file.js';
import { constraintsFile } from './constraints-file.js';
import { profileFile } from './profile-file.js';
import { slicingsFile } from './slicings-file.js';
import { bindingsFile, valueSetsFile } from './value-set-files.js';

/** A profile as an IGAMT bundle of the new generation, six files. */
export function writeIgamt(profile: Profile): WrittenFiles {
  const losses = new Losses();
  const files = new Map([
    ['Profile.xml', profileFile(profile, losses)],
    ['Constraints.xml', constraintsFile(profile, losses)],
    ['ValueSets.xml', valueSetsFile(profile, losses)],
    ['ValueSetBindings.xml', bindingsFile(profile, losses)],
    ['CoConstraints.xml', coConstraintsFile(profile, losses)],
    ['Slicings.xml', slicingsFile(profile, losses)],
  ]);
  return { files: new Map([...files].map(([name, root]) => [name, xmlText(root)])), losses: losses.told() };
}
