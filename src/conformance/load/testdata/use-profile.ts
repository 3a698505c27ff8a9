import { compareProfiles } from '../../diff/compare-profiles.js';
import { lintProfile } from '../../lint/lint.js';
import { nistMode, pipehatMode } from '../../mode.js';
import type { Profile } from '../../model/profile.js';
import { compilePlan } from '../../plan/compile.js';
import { Validator } from '../../validate.js';
import { writeChapter2b } from '../../write/chapter-2b/write-chapter-2b.js';
import { writeIgamt } from '../../write/igamt/write-igamt.js';
import { writeYaml } from '../../write/yaml/write-yaml.js';

/** Has something for every specimen of a profile. */
const MESSAGE = Buffer.from(
  [
    'MSH|^~\\&|A^1.2.3^ISO|B|C|D|20240102030405+0100||ORU^R01^ORU_R01|M1|T|2.5.1|||AL|NE||UNICODE UTF-8|||lab-r01',
    'EVN||20240102',
    'PID|1||4711^^^HOSP^MR~4712^^^HOSP&1.2&ISO^PI||GREEN^AMELIA||19700101|F|||1 High St^^LEEDS^^LS1|||||""',
    'PV1|1|I|4W^401^1^HOSP||||||||||||||||||||||||||||||||||||||||||20240102',
    'ORC|RE|P1|F1||||1^^^20240102',
    'OBR|1|P1|F1|24323-8^CMP^LN|||202401020304||||||a\\T\\b',
    'NTE|1||note',
    'OBX|1|NM|2345-7^Glucose^LN|1|95.5|mg/dL|70-99|N|||F',
    'OBX|2|CE|600-7^Culture^LN|2|3092008^Staph^SCT~""||||||F',
    'OBX|3|XX|1^x||y',
    'ZZZ|1',
  ].join('\r'),
  'latin1',
);

/** Everything that can be done with a profile that has been loaded; none of it may throw. Gives the number of findings. */
export function useProfile(profile: Profile): number {
  lintProfile(profile);
  writeYaml(profile);
  writeIgamt(profile);
  writeChapter2b(profile);
  compareProfiles(profile, profile);
  let findings = 0;
  for (const { id } of profile.messages) {
    const compiled = compilePlan(profile, id);
    if (compiled.kind === 'defective') continue;
    for (const mode of [pipehatMode(true), nistMode(true)]) {
      findings += new Validator(compiled.plan, { mode }).validate(MESSAGE).length;
    }
  }
  return findings;
}
