import { type Dictionary, RAREST } from "../../plausibility/dictionary.ts";

const PREFIXES = (
  "un re non biblio dash anti pre post over under sub inter micro macro multi co de dis mis out semi super trans ultra counter hyper " +
  "neuro cardio immuno bio geo eco electro hydro photo thermo psycho socio auto tele pseudo proto para poly mono bi tri " +
  "uni mega nano mini meta intra extra infra cyber fore up down off on self cross mid pan quasi crypto endo exo gastro " +
  "haemo hemo hepato histo homo hetero iso lipo myo nephro osteo patho peri pharmaco phospho physio pneumo radio retro " +
  "rhino steno thrombo vaso veno xeno arthro cyto derm dermato entero fibro glyco gyneco hypo immun lympho musculo " +
  "narco ophthalmo oro oto peptido retino sero spectro tachy toxo uro viro ante arch be by circum contra demi ex hemi " +
  "hind in kilo mal neo omni techno turbo vice"
).split(" ");

const SUFFIXES = (
  "s ness less like ish able ible er ers ist ists ism isms ize ized izes izing ise ised ises ising ization isation wise " +
  "ward wards hood ship ships fold proof free work works land man men woman women time way ways ly ally ically al ic ical " +
  "ian ean y ies ier iest ity ities ate ated ation ations ative ant ants ent ents emia aemia oid oids ous dom eer ette"
).split(" ");

const LEAST_STEM = 4;

/** Whether a stem is a word, by itself or with the letter that its ending took away. */
const isStem = ({ kindOf }: Dictionary, stem: string): boolean =>
  stem.length >= LEAST_STEM && (kindOf(stem) > 0 || kindOf(`${stem}e`) > 0);

const isPart = ({ kindOf }: Dictionary, part: string): boolean => {
  const kind = kindOf(part);
  return part.length >= LEAST_STEM && kind > 0 && kind < RAREST;
};

/** Whether a word that no list has is made of words that lists have: with prefixes and endings, or of two words. */
export function isBuilt(dictionary: Dictionary, word: string): boolean {
  const knows = (part: string): boolean => part.length >= LEAST_STEM && dictionary.kindOf(part) > 0;
  if (PREFIXES.some((prefix) => word.startsWith(prefix) && knows(word.slice(prefix.length)))) return true;
  if (SUFFIXES.some((suffix) => word.endsWith(suffix) && isStem(dictionary, word.slice(0, -suffix.length))))
    return true;
  for (let at = LEAST_STEM; at <= word.length - LEAST_STEM; at += 1)
    if (isPart(dictionary, word.slice(0, at)) && isPart(dictionary, word.slice(at))) return true;
  return false;
}

const SCIENTIFIC =
  /(?:ine|ol|ase|mab|nib|vir|cin|illin|idae|aceae|osis|oses|itis|a?emi[ac]|oma|omas|tomy|ectomy|pathy|plasty|gram|graphy|metry|scopy|logy|ium|ane|ene|ide|yl|azole|pril|sartan|statin|triptan|oid|uria|algia|phil|philia|phobia|lysis|genic|genesis|trophic|cyte|cytes|blast|coccus|bacter|virus|phage|zole|one|oside|amide|axel|platin|tide|formin|glitazone|gliptin|parin|xaban|olol|dipine|caine|azepam|mycin|cycline|oxacin|aris|atum|orum|ularis|alis|osus)s?$/u;

/** Whether a word ends as names of substances, species and illnesses do. */
export const isScientific = (word: string): boolean => word.length > 5 && SCIENTIFIC.test(word);
