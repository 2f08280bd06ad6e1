/** Irregular English verbs: base, past, past participle. */
const VERB_ROWS = `
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun; bend bent bent;
bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred;
bring brought brought; broadcast broadcast broadcast; build built built; burst burst burst; buy bought bought; cast cast cast;
catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut;
deal dealt dealt; dig dug dug; do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown;
forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven;
freeze froze frozen; get got got; give gave given; go went gone; grind ground ground; grow grew grown; hang hung hung; have had had;
hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; kneel knelt knelt; know knew known;
lay laid laid; lead led led; leap leapt leapt; leave left left; lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost;
make made made; mean meant meant; meet met met; mislead misled misled; mistake mistook mistaken; overcome overcame overcome;
overthrow overthrew overthrown; pay paid paid; prove proved proven; put put put; quit quit quit; read read read; ride rode ridden;
ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent;
set set set; shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown; shrink shrank shrunk;
shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; speak spoke spoken; spend spent spent;
spin spun spun; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen; stick stuck stuck;
sting stung stung; strike struck struck; strive strove striven; swear swore sworn; sweep swept swept; swim swam swum; swing swung swung;
take took taken; teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; uphold upheld upheld; wake woke woken; wear wore worn; weave wove woven;
weep wept wept; win won won; wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood;
wring wrung wrung; write wrote written; oversee oversaw overseen; overhear overheard overheard; overtake overtook overtaken;
override overrode overridden; overrun overran overrun; outdo outdid outdone; redo redid redone; undo undid undone; rebuild rebuilt rebuilt;
retake retook retaken; rewrite rewrote rewritten; resell resold resold; misunderstand misunderstood misunderstood; foretell foretold foretold;
unwind unwound unwound; repay repaid repaid; mislay mislaid mislaid; oversleep overslept overslept; partake partook partaken`;

/** Base form to past and past participle. */
export const IRREGULAR_VERBS: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  VERB_ROWS.split(";").map((row) => {
    const [base = "", past = "", participle = ""] = row.trim().split(" ");
    return [base, [past, participle]];
  }),
);

/** Irregular English plurals. */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  `man men; woman women; child children; person people; foot feet; tooth teeth; goose geese; mouse mice; ox oxen; crisis crises;
analysis analyses; thesis theses; basis bases; hypothesis hypotheses; phenomenon phenomena; criterion criteria; datum data;
life lives; wife wives; knife knives; leaf leaves; half halves; self selves; shelf shelves; thief thieves; loaf loaves; wolf wolves;
calf calves; sheep sheep; fish fish; deer deer; series series; species species; aircraft aircraft; headquarters headquarters;
hero heroes; potato potatoes; tomato tomatoes; echo echoes; veto vetoes; embargo embargoes; torpedo torpedoes; cargo cargoes`
    .split(";")
    .map((row) => {
      const [one = "", many = ""] = row.trim().split(" ");
      return [one, many];
    }),
);

/** Verbs of several syllables that double their last letter: "referred". */
export const DOUBLING_VERBS: ReadonlySet<string> = new Set(
  `abet abhor acquit admit allot annul begin commit compel confer control defer deter dispel distil emit enrol equip excel expel
forget forgo fulfil incur infer inter occur omit patrol permit prefer propel rebel rebut recur refer regret remit repel submit
transfer transmit travel cancel label level model counsel signal quarrel total fuel dial`.split(/\s+/u),
);
