import { formsOf, type Name } from '../rules/names.ts';
import { MONTHS } from '../rules/dates.ts';
import { sentenceEnds } from '../rules/sentences.ts';
import type { SpokenText } from './block-text.ts';
import { capital, quoted } from './problems.ts';
import { allowedWords, textsIn, type Entry } from './read-entries.ts';

/*
 * Words that are harmless alone and together lead to somebody (content/guide/never-publish.md):
 * a town of the North beside an age or a name, a launch beside its place, its day, its hour or
 * how often it is. Both are looked for within one sentence; what a court or the police did about
 * a launch is no launch.
 */

/** Names of places, of which some in Korean are other words too, as 개성: these need `asPlace` behind them. */
const any = (english: string, korean: string, asPlace: string) =>
  `(?<!\\p{L})(?:${english})(?!\\p{L})|${korean}|(?<![가-힣])(?:${asPlace})(?=시|군|도에|에서|에 사|의 한|출신|[,)(])`;
/** Towns of North Korea, and those of China on its border. */
const NORTH = any(
  'Hyesan|Hoerye?ong|Musan|Onsong|Sinuiju|Che?ongjin|Hamh[eu]?ung|Wonsan|Nampo|Kaesong|Pyongsong|Sariwon|Haeju|Rason|Rajin|Sonbong|Kanggye|Manpo|Kimchaek|Tanchon|Sinpo|Samjiyon|Hungnam|Kaechon|Namyang|Undok|Uiju|Ryongchon|Dandong|Yanji|Tumen|Hunchun|Changbai',
  '혜산|회령|온성|신의주|청진|함흥|남포|평성|사리원|라선|나진|라진|강계|만포|삼지연|흥남|룡천|단둥|옌지|연길|투먼|훈춘|창바이',
  '개성|무산|원산|해주|나선|김책|단천|신포|의주|도문',
);
/** Where balloons and bottles start in South Korea. */
const SOUTH = any(
  'Paju|Munsan|Imjingak|Odusan|[GK]anghwa|Gyodong|Seokmo|[GK]impo|Yeoncheon|Cheorwon|Pocheon|Goseong|Baengnyeong|Yeonpyeong',
  '파주|임진각|오두산|연천|철원|김포|백령도|연평도|교동도|석모도|강화도',
  '강화|문산|포천|고성',
);
const PLACE = `(?:${NORTH}|${SOUTH})`;

const AGE =
  '(?:(?<=\\p{L}), \\d{2}(?=[,.)]| from)|[Aa]ged (?:\\d{2}|\\p{Ll}+ty)(?! ?(?:to|and|[–-]))|(?<!\\d)\\d{2}(?:-year-| years )old|\\(\\d{2}[세살]?[,)]|(?<!\\d)\\d{2} ?[세살](?! ?(?:기|이상|이하|미만))|(?:스물|서른|마흔|쉰|예순|일흔)[가-힣]{0,2} ?살)';
/** Somebody by a Korean name, or who carries things. */
const PERSON =
  '(?<!\\p{L})(?:\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+-\\p{Ll}+|\\p{Lu}\\p{Ll}+-\\p{Ll}+ \\p{Lu}\\p{Ll}+|(?:Kim|Lee|Ri|Pak|Park|Choe|Choi|Kang|Yun|Jang|Hwang) \\p{Lu}\\p{Ll}+|[Cc]ourier(?!s)|[가-힣]{3} ?씨(?![가-힣]{2})|운반책)';
/** Any town beside an age: a name that is no country and no well-known city elsewhere. */
const TOWN =
  '(?!North|South|Korea|China|Japan|America|Russia|Asia|Europe|Africa|The|Britain|Germany|France|Canada|Seoul|Busan|London|Paris|Berlin|New|Los|Washington)\\p{Lu}\\p{Ll}+';
const TOWN_KO = '(?<![가-힣])(?!북한|남한|한국|서울|부산|미국|중국|탈북)[가-힣]{2,6} 출신';

const CARRIER =
  '(?:balloons?|leaflets?|drives?|usbs?|sticks|cards|bottles|drones?|parcels|packages|bundles)(?!\\p{L})';
/** Behind these words something else is told. */
const OTHER =
  '\\b(?:that|who|which|whose|whether|because|while|although|but|when|where|was|were|said|ruled|about|for)\\b|, and ';
const GAP = `(?:(?!${OTHER})[^.;:]){0,90}?`;
/** A few words, and what is sent: a group launches ten balloons, and also a campaign on balloons. */
const THINGS = `(?:(?!${OTHER}|\\b(?:on|of|to)\\b)[\\p{L}\\d’\\uFFFC-]+ ){0,4}?${CARRIER}`;
const WILL = '(?:will|shall|(?:plans?|intends?|(?:is|are)(?: going)?) to)(?: \\p{L}+)?';
const WERE = `${CARRIER} (?:\\p{L}+ ){0,2}(?:were|was|been|will be)`;
const LAUNCH = `(?:(?:launched|flew|released|floated|threw|${WILL} (?:launch|fly|release|float|throw)) ${THINGS}|${WERE} (?:launched|flown|floated|thrown)|${WILL} launch (?=again|them|next|from|at|in|near|on))`;
const SENDING = `(?:${LAUNCH}|launched(?= (?:again |them )?(?:from|at|near|in|off)\\b)|(?:sent|took|carried|smuggled|brought|handed over|delivered|${WILL} (?:send|take|bring|deliver)) ${THINGS}|${WERE} (?:sent|taken|carried|smuggled|brought|delivered|handed over)|${CARRIER} (?:went|crossed))`;
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})(?!\\p{L})|(?:${MONTHS}) \\d{1,2}(?!\\d)|next (?:week|weekend|month)|tomorrow|tonight|this week)`;

const THINGS_KO = '(?:풍선|전단|USB|드론|페트병|쌀병|물병|꾸러미|저장장치|드라이브|SD카드)';
/** What is sent by the wind or the tide, and not a group, a case or a law that is called so. */
const ADRIFT =
  '(?:balloons?|bottles|leaflets|drones?)(?! (?:groups?|senders?|cases?|laws?|bans?|campaigns?)(?!\\p{L}))';
const GOES = `(?:${ADRIFT} (?:(?:usually|often|always|mostly) )?(?:(?:are|is|were|was) (?:launched|flown|released|sent|floated|thrown)|go(?:es)? up|went up|rise|rises|rose|fly|flies|flew|leave|leaves|left)|(?:launch(?:es|ed)?|fly|flies|flew|releas(?:e|es|ed)|float(?:s|ed)?|threw|throws?|fill(?:s|ed)?|sends?|sent) (?:(?!${OTHER}|\\b(?:on|of|to)\\b)[\\p{L}\\d’\\uFFFC-]+ ){0,4}?${ADRIFT})`;
/** An hour, a tide, or how often: with the tables of the moon and the wind it tells the day. */
const HOUR =
  '(?:(?:at|by|during the) night|(?:at|before|by) (?:dawn|dusk|noon|midnight)|after (?:dark|midnight)|(?:at|on|with|by) (?:the )?(?:high|low|spring|neap|ebb) tides?|(?:at|around|about) \\d{1,2}(?:[:.]\\d{2})? ?[ap]\\.?m(?!\\p{L})|(?:once|twice|(?:two|three|four|five|several|\\d) times) (?:a|each|every|per) (?:day|week|month)|every (?:other |second )?(?:night|week|month))';

/** In Korean the verb of a clause stands at its end. */
const GAP_KO = '(?:(?![가-힣](?:고|며|지만|는데|으나|자)[ ,])[^.;]){0,60}?';
const SENT_KO =
  '(?:(?:날렸|띄웠|살포했|뿌렸|(?:흘려|날려|띄워|들여) ?보냈|북[^ ]{0,4}로 보냈)(?:습니다|고 (?!밝|말|전|보))|(?:날릴|띄울|살포할|뿌릴|보낼) (?:예정|계획|것)(?!이었)|(?:날리|띄우|살포하|보내)겠(?!다[고는][^.]*(?:지만|못했|막았|않았)))';
const ADRIFT_KO = '(?:풍선|전단|페트병|쌀병|물병|드론)(?! ?단체)';
const GOES_KO =
  '(?:(?:날[리린려렸립]|띄[우운워웠웁]|살포하|살포했)|(?:떠)?오[르른릅]|올랐|(?:흘려|날려|띄워) ?보[내냅냈낸])';
const HOUR_KO =
  '(?:(?:한|매) ?(?:달|주|주일)에 ?(?:한|두|세|네|다섯|여러|\\d) ?번|매(?:주|달|월|일)(?= )|(?:매일 ?)?밤(?:마다|에|중에)|한밤|새벽(?:에|녘)|(?:물때|사리|밀물|썰물)(?:에|를| 때)|(?:오전|오후|새벽) ?\\d{1,2}시)';
const DAY_KO = '(?:\\d{1,2}월 ?\\d{1,2}일|오는 \\d{1,2}일|다음 ?[주달]|이번 ?주|내일|모레)';

const WHO = new RegExp(`${AGE}|${PERSON}`, 'u');
/** A town of somebody; the capital, where the state speaks, only where somebody is there. */
const HOME = new RegExp(
  `${NORTH}|(?<=in )Pyongyang|평양(?:에 사|에서|의 한)|(?<=(?:, \\d{2},|\\d{2}-year-old(?: \\p{Ll}+)?) from )${TOWN}|(?<=\\(\\d{2}세?, ?|\\d{2}[세살] ?)${TOWN_KO}|${TOWN_KO}(?=[^.]{0,16}\\(\\d{2}세?\\))`,
  'u',
);
const LAUNCHED = new RegExp(
  [
    `${SENDING}${GAP}(?:from|at|in|near|off|to|into|over|across|through|and|,) (?:the )?(?:\\p{L}+ ){0,2}?${PLACE}`,
    `\\b(?:from|off) (?:\\p{L}+ ){0,2}?${PLACE}${GAP}${SENDING}`,
    `${LAUNCH}${GAP}${DAY}|${DAY}${GAP}${LAUNCH}`,
    `(?<!\\p{L})${GOES}${GAP}(?<!\\p{L})${HOUR}(?!\\p{L})|(?<!\\p{L})${HOUR}(?!\\p{L})${GAP}(?<!\\p{L})${GOES}`,
    `(?:${ADRIFT_KO}${GAP_KO}${HOUR_KO}|${HOUR_KO}${GAP_KO}${ADRIFT_KO})${GAP_KO}${GOES_KO}`,
    `(?:${PLACE}${GAP_KO}(?:서|로)|${DAY_KO})${GAP_KO}${SENT_KO}(?<=${THINGS_KO}[^]*)`,
  ].join('|'),
  'iu',
);
/** What the state of the North sends is told as it is. */
const BY_THE_NORTH =
  /rubbish|trash|garbage|filth|오물|쓰레기|(?:North Korea|[Tt]he North|Pyongyang) (?:\p{L}+ )?(?:launched|sent|flew)|북한은/u;
const PLACE_OR_DAY = new RegExp(`${PLACE}|${DAY}|${DAY_KO}|${HOUR}|${HOUR_KO}`, 'iu');

const OF_SOMEBODY =
  'by an age or a name beside it, somebody can be recognised. Write no more than the country.';
const OF_A_LAUNCH =
  'it tells where or when something is sent. Write no more than the country and the month, and nothing of what is still to come.';

/** Finds a sentence by which somebody could be recognised or found. */
export type ExposureFinder = ReturnType<typeof exposureFinder>;

/** @param names those of content/data/names.json: who is named there has chosen to be public */
export function exposureFinder(names: readonly Pick<Entry, 'value'>[]) {
  const known = names.flatMap(({ value }) => (value ? formsOf(value as Name) : []));
  /** @param allowed words that the entry allows, which are passed over */
  return (text: string, allowed: readonly string[] = []) => {
    if (!PLACE_OR_DAY.test(text) && !HOME.test(text)) return undefined;
    const words = [...allowed, ...known].filter((word) => text.includes(word));
    const plain = words.reduce((rest, word) => rest.replaceAll(word, '·'.repeat(word.length)), text);
    let start = 0;
    for (const end of sentenceEnds(plain)) {
      const sentence = plain.slice(start, end);
      const [home] = (WHO.test(sentence) && HOME.exec(sentence)) || [];
      const [launch = ''] = BY_THE_NORTH.test(sentence) ? [] : (LAUNCHED.exec(sentence) ?? []);
      const word = home ?? PLACE_OR_DAY.exec(launch)?.[0];
      if (word)
        return { start, word, message: `take ${quoted(word)} out: ${home ? OF_SOMEBODY : OF_A_LAUNCH}` };
      start = end;
    }
    return undefined;
  };
}

/** Reports what exposes somebody in a text: in its fields, and in what is spoken besides, as its attributes and notes. */
export function checkExposure(entry: Entry, spoken: readonly SpokenText[], find: ExposureFinder): void {
  const allowed = allowedWords(entry);
  const { source } = entry;
  const fields = textsIn(source.value).map(({ text, path }) => ({ text, placeAt: () => source.place(path) }));
  const lines = new Set<number>();
  for (const { text, placeAt } of [...fields, ...spoken]) {
    const fault = find(text, allowed);
    const place = fault && placeAt(text.indexOf(fault.word, fault.start));
    // The cells of a row are read once more as its words.
    if (!place || lines.has(place.line)) continue;
    lines.add(place.line);
    entry.report(
      place,
      `${capital(fault.message)} Where it is public and harms nobody, as in a ruling of a court, mark ${quoted(fault.word)} under allowedWords with the reason.`,
    );
  }
}
