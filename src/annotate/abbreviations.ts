const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Abbreviations after which a capital or a digit never starts a sentence. */
export const TITLES =
  words(`Mr Mrs Ms Mx Dr Prof Rev Fr Sr Sra St Ste Mt Ft Hon Pres Gov Lt Col Gen Maj Capt Cpt Cmdr Sgt Pvt Det Insp
  Supt Adm Sen Sens Rep Reps Dem Amb Atty Messrs Mmes Mme Mlle Msgr Bros Vs vs viz cf Cf approx e.g i.e eg ie al Ph`);

/** Abbreviations that end a sentence, but not before a digit. */
export const BEFORE_NUMBERS =
  words(`No Nos no nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Art art Sec sec Fig fig Figs Vol vol p pp Ch
  ch para Eq Rs`);

/** Abbreviations that end a sentence only before a word that usually starts one. */
export const DOUBTFUL =
  words(`Inc Corp Co Cos Ltd Plc LLC Jr Sr Esq Bros etc Ave Blvd Rd Dept Univ Assn Assoc Intl Natl Calif Mass Conn Fla Ga
  Ill Ind Mich Minn Mo Okla Ore Pa Tenn Tex Va Vt Wash Wis Ariz Ala Ark Colo Del Jan Feb Aug Sept Oct Nov Dec est Est ft lb lbs oz sq min sec
  hr hrs Mt`);

/** Words that usually start a sentence when they stand after a full stop with a capital. */
export const STARTERS =
  words(`The This That These Those There Here It Its He His She Her They Their We Our You Your I My A An In On At By For
  From With Without Within Under Over After Before Since Until During Between Among Against About Above Across As If When While Where What Who
  Why How Which Whether Although Though However But And Or Nor So Yet Then Thus Also Now Today Yesterday Meanwhile Moreover Furthermore
  Nevertheless Still Even Just Only Not No Yes Some Many Most Several All Both Each Every Other Another Such To Of Because Despite Instead
  According Last Next Earlier Later Once Let Is Are Was Were Do Does Did Can Could Will Would Should May Might Must Have Has Had I'm It's He's
  She's They're We're That's There's Don't Didn't I've We've He'd`);
