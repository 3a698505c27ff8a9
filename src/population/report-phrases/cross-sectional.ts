import { type Phrases, reading } from './phrases.js';

/** CT and MR. A key may be a procedure code where body part and modality do not say enough. */
export const CROSS_SECTIONAL: Readonly<Record<string, Phrases>> = {
  'CT HEAD': {
    technique: 'Axial CT of the head.',
    normal: reading(
      [
        'No intracranial haemorrhage, mass or midline shift.',
        'Ventricles and sulci fit the age.',
        'The skull is intact.',
      ],
      ['No acute intracranial abnormality.'],
    ),
    abnormal: [
      reading(
        [
          'A crescent of high density, 9 mm deep, lies over the left hemisphere.',
          'Midline shift of 4 mm to the right.',
        ],
        ['Acute left subdural haematoma with mass effect.'],
        'The finding was telephoned to the emergency department when it was seen.',
      ),
      reading(
        ['Low density with loss of the grey-white boundary in the territory of the right middle cerebral artery.'],
        ['Early infarct in the territory of the right middle cerebral artery. No haemorrhage.'],
      ),
    ],
  },
  'CT CSPINE': {
    technique: 'CT of the cervical spine with sagittal and coronal reformats.',
    normal: reading(
      ['Alignment is normal. No fracture.', 'The spinal canal is not narrowed.'],
      ['No cervical fracture.'],
    ),
    abnormal: [
      reading(
        ['Fracture through the base of the dens without displacement.', 'Facet joints are congruent.'],
        ['Type II fracture of the dens.'],
        'Immobilisation was advised by telephone.',
      ),
    ],
  },
  'CT SINUS': {
    technique: 'CT of the paranasal sinuses.',
    normal: reading(['The sinuses are aerated and the drainage pathways are open.'], ['Normal sinuses.']),
    abnormal: [
      reading(
        ['Fluid level in the left maxillary sinus and thickened mucosa in the ethmoid cells.'],
        ['Acute left maxillary sinusitis.'],
      ),
    ],
  },
  'CT CHEST': {
    technique: 'CT of the chest.',
    normal: reading(
      ['The lungs are clear and the airways open.', 'No enlarged lymph nodes.', 'No effusion. The bones are normal.'],
      ['Normal CT of the chest.'],
    ),
    abnormal: [
      reading(
        ['A spiculated nodule of 14 mm in the right upper lobe.', 'Right hilar lymph node of 13 mm.'],
        ['Suspicious nodule in the right upper lobe; discussion at the lung conference is suggested.'],
        'The nodule was 9 mm on the outside study of last year, which has since arrived.',
      ),
    ],
  },
  '79077-4': {
    technique: 'CT angiogram of the pulmonary arteries.',
    normal: reading(
      ['Good opacification of the pulmonary arteries without a filling defect.', 'The right heart is not dilated.'],
      ['No pulmonary embolism.'],
    ),
    abnormal: [
      reading(
        ['Filling defects in the lobar and segmental arteries of both lower lobes.', 'The right ventricle is dilated.'],
        ['Bilateral pulmonary embolism with right heart strain.'],
        'The result was telephoned to the acute medical unit.',
      ),
    ],
  },
  'CT ABDOMENPELVIS': {
    technique: 'CT of the abdomen and pelvis.',
    normal: reading(
      [
        'Liver, spleen, pancreas, adrenals and kidneys are normal.',
        'Bowel is of normal calibre. No free fluid or gas.',
      ],
      ['No acute abdominal abnormality.'],
    ),
    abnormal: [
      reading(
        ['The appendix measures 12 mm with a thick wall and surrounding fat stranding.', 'No abscess and no free gas.'],
        ['Acute appendicitis without perforation.'],
        'On review there is a 7 mm stone in the right kidney that does not obstruct.',
      ),
      reading(
        ['A stone of 5 mm lies at the left ureterovesical junction with dilatation above it.'],
        ['Obstructing stone in the left distal ureter.'],
      ),
    ],
  },
  'MR BRAIN': {
    technique: 'MR of the brain.',
    normal: reading(
      ['No restricted diffusion, haemorrhage or mass.', 'Ventricles and vessels are normal.'],
      ['Normal MR of the brain.'],
    ),
    abnormal: [
      reading(
        ['Several ovoid lesions beside the ventricles with high signal, two of them in the corpus callosum.'],
        ['Demyelination is likely.'],
        'Additional sequences of the spine were requested.',
      ),
    ],
  },
  'MR LSPINE': {
    technique: 'MR of the lumbar spine.',
    normal: reading(
      ['Discs are of normal height and signal.', 'The canal is wide.'],
      ['Normal MR of the lumbar spine.'],
    ),
    abnormal: [
      reading(
        ['Left paracentral protrusion of the L5-S1 disc that displaces the S1 root.', 'The conus is normal.'],
        ['Disc protrusion at L5-S1 with contact to the left S1 root.'],
      ),
    ],
  },
  'MR KNEE': {
    technique: 'MR of the {side} knee.',
    normal: reading(['Menisci, ligaments and cartilage are intact. No effusion.'], ['Normal MR of the {side} knee.']),
    abnormal: [
      reading(
        ['Complete tear of the anterior cruciate ligament.', 'Bone bruises of the lateral compartment. Effusion.'],
        ['Tear of the anterior cruciate ligament of the {side} knee.'],
      ),
    ],
  },
};
