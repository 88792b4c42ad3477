import { MONTHS } from '../rules/dates.ts';

/*
 * Words of places, days, people and things, in English and Korean, as parts of expressions. A list
 * holds words and no grammar, so that no new verb is needed to find what stands together.
 */

/** Whole words of English: no letter stands before or behind. */
export const words = (list: string) => `(?<!\\p{L})(?:${list})(?!\\p{L})`;
/** Names of places, of which some in Korean are other words too, as 개성: these need a particle behind them. */
const places = (english: string, korean: string, asPlace: string) =>
  `(?<!\\p{L})(?:${english})(?:[ -]?(?:do|gun|si|ri|eup|myeon|dong))?(?!\\p{L})|(?<![가-힣])(?:${korean})|(?<![가-힣])(?:${asPlace})(?=[시군도] ?|에|의|로|으로|출신|[,)(.]|$)`;

/** Towns and provinces of North Korea, and those of China on its border. */
export const NORTH = places(
  'Hyesan|Hoery[eo]*ng|Musan|Onsong|Sin[ue]+iju|Ch[eo]+ngjin|Hamh[eu]*ng|Wonsan|Namp.?o|[GK]aes[eo]+ng|Py[eo]+ngs[eo]+ng|Sariwon|Haeju|Ras[eo]n|Ra?jin|Najin|S[eo]+nbong|[GK]anggye|Manp.?o|[GK]imch.?aek|Tanch[eo]n|Sinp.?o|Samjiy[eo]+n|H[eu]+ngnam|[GK]aech[eo]+n|Namyang|Undok|Uiju|Ryongch[eo]+n|Yonan|Ongjin|Yalu|Amnok|Dandong|Yanji|Tumen|Hunchun|Changbai|Shenyang|Yanbian|(?:North |South )?(?:Ham[gk]y[eo]+ng|Hwanghae|Py[eo]+ng[ai]n)|R?Yanggang|Ryanggang|Ja[gk]ang|Chagang',
  '혜산|회령|압록강|두만강|온성|신의주|청진|함흥|남포|평성|사리원|라선|나진|라진|강계|만포|삼지연|흥남|룡천|단둥|옌지|연길|투먼|훈춘|창바이|선양|옌볜|연변|양강도|량강도|자강도|함경[남북]?도|함[남북]|황해[남북]?도|평안[남북]?도',
  '개성|무산|원산|해주|나선|김책|단천|신포|의주|도문|연안|옹진',
);
/** Where balloons and bottles start in South Korea. */
export const SOUTH = places(
  'Paju|Munsan|Imjingak|Odusan|[GK]anghwa|[GK]yodong|S[eo]+(?:k|ng)mo|Jumun|Daebu|[GK]impo|Y[eo]+nch[eo]+n|Ch[eo]+rw[eo]+n|P.?och[eo]+n|Gos[eo]+ng|Baengny[eo]+ng|Y[eo]+np[yeo]+ng|Daech[eo]+ng|Hwach[eo]+n|Yanggu|Inje|Sokcho|Gangwon|Gyeonggi|Unification Observatory',
  '파주|임진각|오두산|연천|철원|김포|백령도|연평도|대청도|교동도|석모도|주문도|대부도|강화도|통일전망대|강원도|경기도|강원특별',
  '강화|문산|포천|고성|교동|화천|양구|인제',
);

const MONTH = `(?:${MONTHS})(?!\\p{L})`;
const SPANS = 'day|week|weekend|month|spring|summer|autumn|winter|season|fortnight|morning|evening|night';
const WEEKDAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
/** Days on which much is sent, as everybody knows. */
const FEASTS = words(
  'liberation day|christmas(?: eve)?|easter|new year(?:’s)?(?: day| eve)?|lunar new year|seollal|chuseok|day of the sun|armistice day|memorial day|(?:full|new|half) moon|moon is|(?:birthday|anniversary)',
);
const FEASTS_KO =
  '광복절|성탄절|크리스마스|부활절|설(?= |날|을|에)|추석|한식|현충일|태양절|개천절|보름|그믐|기념일|생일|명절';

/** A day, an hour, a tide, or how often: with the tables of the moon and the wind they tell the day. */
export const WHEN = [
  `(?<![\\d.])\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|(?<!\\p{L})${MONTH} \\d{1,2}(?!\\d)|(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)`,
  words(`(?:next|this|coming) (?:${SPANS}|${WEEKDAYS})|tomorrow|tonight|on (?:an? |the )?${WEEKDAYS}`),
  FEASTS,
  words(
    '(?:at|by|during the) night|(?:at|before|by) (?:dawn|dusk|noon|midnight|sunrise|sunset)|after (?:dark|midnight)|(?:at|on|with|by) (?:the )?(?:high|low|spring|neap|ebb) tides?|(?:at|around|about|before|after) \\d{1,2}(?:[:.]\\d{2})? ?[ap]\\.?m|(?:at|around|about) \\d{1,2}[:.]\\d{2}',
  ),
  words(
    '(?:once|twice|(?:two|three|four|five|several|\\d) times) (?:a|each|every|per) (?:day|week|month)|every (?:other |second |few )?(?:day|night|week|month)s?',
  ),
  `\\d{1,2}월 ?\\d{1,2}일|(?<!\\d)\\d{1,2}일(?=에| 밤| 새벽| 오전| 오후| 저녁)|(?:오는|지난) \\d{1,2}일|(?:다음|이번|돌아오는) ?(?:주|달|봄|여름|가을|겨울)(?!년)|(?<![가-힣])(?:내일|모레|내달)|[월화수목금토일]요일`,
  `(?<![가-힣])(?:${FEASTS_KO})`,
  '(?:한|매) ?(?:달|주|주일)에 ?(?:한|두|세|네|다섯|여러|\\d) ?번|매(?:주|달|월|일)(?= )|(?:매일 ?)?밤(?:마다|에|중에)|한밤|새벽(?=에|녘|마다)|(?<![가-힣])(?:물때|사리|밀물|썰물)(?:에|를| 때)|(?:오전|오후|새벽|밤) ?\\d{1,2}시',
].join('|');

/** What says that something is still to come. */
export const SOON = new RegExp(
  [
    words(
      '(?<!’s )will|shall|plans?|planned|planning|due|going to|intends?|wants? to|hopes? to|prepar(?:es?|ing)|scheduled|announce[sd]?|expected|(?:is|are) to|next|coming',
    ),
    '예정|계획|기로 했|[으려]려[고 ]|하려|겠(?:습|다)|앞두|다음|준비|[릴날울낼]+ 것|(?:날린|띄운|보낸)다고',
  ].join('|'),
  'iu',
);
/** A part of a year, which tells what is still to come. */
export const PART_OF_YEAR = `(?<!\\p{L})next year|(?<![가-힣])(?:내년|연말|연초)|(?<!\\p{L})(?:in|by|this|from|until|for|early|late|mid|(?:week|half|end|start|beginning) of)[ -](?:the )?(?:mid-|early |late )?(?:${MONTH}|spring|summer|autumn|winter)(?! (?:of )?\\d{4})|(?<!년 ?|\\d)\\d{1,2}월(?! ?\\d)|(?<![가-힣])(?:봄|여름|가을|겨울)에`;

/** Behind these words a group, a case or a law is called so. */
const CALLED_SO = '(?! (?:groups?|senders?|cases?|laws?|bans?|campaigns?|pioneers?|activists?)(?!\\p{L}))';
/** A launch by itself, and not that of a site, a film or a rocket. */
const LAUNCHES =
  '(?<!\\p{L})launch(?:es|ed|ing)?(?!\\p{L})(?! (?:of )?(?:an?|the|its|their|his|her)? ?(?:[\\p{L}-]+ ){0,2}(?:campaigns?|sites?|websites?|missiles?|rockets?|satellites?|services?|programmes?|programs?|projects?|stations?|channels?|books?|films?|apps?|surveys?|appeals?|archives?|editions?|reports?|works?|raids?|crackdowns?|attacks?|funds?|prizes?|broadcasts?)(?!\\p{L}))';
/** What is sent by the wind, the tide or the air: nothing else is done with it. */
export const ADRIFT = new RegExp(
  `${words(`(?:balloons?|leaflets?|bottles?|drones?|parcels?|packages?|bundles?|helium|hydrogen)${CALLED_SO}`)}|${LAUNCHES}|풍선(?! ?단체)|전단(?! ?(?:단체|금지))|드론|페트병|쌀병|물병|유리병|(?<![가-힣])병[을이은](?= )|꾸러미|헬륨|수소(?= ?가스)|살포|(?:날려|띄워|흘려) ?보[내냅냈낸]`,
  'iu',
);
/** What is sent, and also given, copied and watched. */
const GOODS = `${words(`(?:usbs?|drives?|sticks?|cards?|discs?|dvds?)${CALLED_SO}`)}|(?<!\\p{L})USB|저장장치|드라이브|SD ?카드|디스크|DVD`;
export const THING = new RegExp(`${ADRIFT.source}|${GOODS}`, 'iu');
/** What is done with goods when they are sent. */
export const SENDING =
  /(?<!\p{L})(?:s[ea]n[dt]|carr(?:y|ie)|br(?:ing|ought)|cross|smuggl|deliver|hand(?:s|ed)|arriv|went|go(?:es)? (?:in|over|up|out)|reach|drop|launch|fl(?:y|ew|ies|own|oat)|threw|throw|t[ao]ke?n? )|보[내냈낸냅]|건[너넜네넸넨]|넘[겨겼어었]|들여|들어[가갔]|도착|뿌[리렸린]|[날띄][리려렸린우웠운]|닿/iu;
/** Who carries what is sent. */
export const CARRIER = new RegExp(`${words('couriers?|smugglers?|smuggled?')}|운반책|밀수|나르는 사람`, 'iu');

/**
 * What a court, a parliament, the police or those who live there did about a launch, what is sold
 * on a market, and what the state of the North sends: it is told as it is.
 */
export const NO_LAUNCH = new RegExp(
  [
    words(
      'courts?|ruled|rulings?|judges?|fined|charged|indicted|sentenced|acquitted|convicted|trial|searched|blocked|stopped|prevented|seized|called off|bann?(?:ed|s|ing)?|forbade|forbidden|condemn(?:s|ed)|hearings?|commission|congress|parliament|diet|ministry|danger zones?|laws?|ordinances?|shells|shot|fired|blew up|liaison office|markets?',
    ),
    words(
      'rubbish|trash|garbage|filth|came from the north|(?:north korea|the north|pyongyang) (?:\\p{L}+ )?(?:launched|sent|flew|fired)',
    ),
    '법원|재판|청문회|의회|판결|국회|법률|법안|조례|위험 ?구역|기소|벌금|처벌|체포|수사|압수|막[았으아]|못했|금지|규탄|비난|장마당|폭파|연락사무소|법을 (?:고|바꾸|바꿨|만)|오물|쓰레기|북한은',
  ].join('|'),
  'iu',
);
/** What is told of drives on a day, where nothing is sent to the North. */
export const OTHER_USE = new RegExp(
  `${words('watch(?:es|ed)?|campaigns?|reports? on|collect(?:ed|s|ing)?|donat(?:e|ed|es|ions?)|to the (?:foundation|campaign)|statements?|writes|wrote|assembly|prosecutors?|let go|freed|detained|accounts differ|president|ministries|government|reports?|exhibition|festival|insult|called|asked|sites?|websites?')}|재단에|모[았으]|기증|봅니다|보았|본다|담화|성명|평가|풀려|석방|검찰|보고서|통일부|정부|대통령|요청|보는|쓰는|조사`,
  'iu',
);
/** How a thing passes checks, or what that costs. */
export const PASSING =
  /(?<!\p{L})(?:hid|hides?|hidden|conceal(?:s|ed)?|disguised|sewn|stuffed|smuggled) (?:\p{Ll}+ ){0,3}?(?:in|inside|into|under|behind|among|within|as) (?:an? |the |their |his |her )?\p{Ll}+|(?<!\p{L})bribes? of(?!\p{L})|숨[기긴겨겼김깁]|뇌물로/iu;
