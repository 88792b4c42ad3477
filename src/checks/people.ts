import { NORTH, WHEN, words } from './places-and-days.ts';

/* Words by which one person is meant, and the places that then say who it is. */

const AGE =
  '(?:(?<=\\p{L}), \\d{2}(?=[,.)]| from)|[Aa]ged (?:\\d{2}|\\p{Ll}+ty)(?! ?(?:to|and|[–-]))|(?<!\\d)\\d{2}(?:-year-| years )old|\\(\\d{2}[세살]?[,)]|(?<!\\d)\\d{2} ?[세살](?! ?(?:기|이상|이하|미만))|(?:스물|서른|마흔|쉰|예순|일흔)[가-힣]{0,2} ?살)';
/** Somebody by a name of Korea, or by a title. */
const NAME =
  '(?<!\\p{L})(?:\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+-\\p{Ll}+|\\p{Lu}\\p{Ll}+-\\p{Ll}+ \\p{Lu}\\p{Ll}+|(?:Kim|Lee|Ri|Pak|Park|Choe|Choi|Kang|Yun|Jang|Chang|Hwang) \\p{Lu}\\p{Ll}+|(?:Mrs?|Ms|Miss)\\.? \\p{Lu}\\p{Ll}+)|[가-힣]{3} ?씨(?![가-힣]{2})|(?<![가-힣])[가-힣] ?(?:모 ?)?씨(?![가-힣]{2})';
/** One of a family, in English with somebody whose it is. */
const KIN = `(?<!\\p{L})(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[’']s|[Aa]n?) (?:\\p{Ll}+ ){0,2}(?:wife|husband|mother|father|parents|brothers?|sisters?|sons?|daughters?|children|cousins?|uncle|aunt|nephew|niece|grandmother|grandfather|family|relatives?|neighbour|friend)(?!\\p{L})|(?<![가-힣])(?:아내|남편|어머니|아버지|부모|오빠|언니|누나|형(?=[은이의과님])|동생|여동생|남동생|아들|딸|사촌|삼촌|이모|고모|조카|할머니|할아버지|이웃)(?:[은는이가을를의과와도에,]|라|였|께)`;
/** One of a trade; many of it are nobody. */
const TRADE = `${words(
  '(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[Oo]ur) (?:\\p{Ll}+[ -]){0,3}(?:trader|merchant|smuggler|broker|courier|guard|soldier|officer|official|farmer|miner|teacher|student|doctor|nurse|driver|fisherman|worker|engineer|clerk|seamstress|dealer|seller|resident|informant|correspondent|contact|agent|volunteer|prisoner|inmate|detainee|woman|man)',
)}|(?<!\\p{L})(?:[Cc]ourier|[Bb]roker|[Aa] source (?:in|from|of))(?!\\p{L})|(?:상인|장사꾼|밀수꾼|브로커|운반책|경비대원|군인|병사|보위원|보안원|농민|농장원|광부|교사|의사|간호사|운전사|어부|노동자|기술자|주민|소식통|정보원|통신원)(?:[은는이가을를의도,]|으로|에게|라|였|이었|한 (?:명|사람))|(?:구금|체포|수감)된 (?:사람|주민|여성|남성)|(?<![가-힣])한 (?:여성|남성|주민|사람|학생|부부|가족)`;
/** By what somebody is reached. */
const ACCOUNT = '(?<![\\p{L}\\d.])@[\\w.]{3,}|(?<!\\p{L})(?:[Hh]is|[Hh]er) (?:account|handle)(?!\\p{L})|계정';
/** Where somebody was born or worked. Who is named among the public names may tell it of himself. */
const LIFE =
  '(?:(?<!\\p{L})(?:(?:[Hh]e|[Ss]he|who) (?:[\\p{Ll}\\d]+ ){0,4}(?:left|fled|lived?|lives|works?|worked|grew up|comes?|came|was born)|(?<!been |people )born)(?!\\p{L})|태어난|태어났)(?<!·[^]*)';

const WHO = new RegExp([AGE, NAME, KIN, TRADE, ACCOUNT, LIFE].join('|'), 'u');
const NAMED = new RegExp([AGE, NAME, KIN].join('|'), 'u');
const TOWNS = new RegExp(NORTH, 'u');
/** The capital, where the state speaks, and whose students are spoken of: only where one of them is meant. */
const CAPITAL = /(?<=in )Pyongyang|평양(?=에 사|에서|의 한)/u;
/** Any town beside an age: a name that is no country and no well-known city elsewhere. */
const TOWN =
  '(?!North|South|Korea|China|Japan|America|Russia|Asia|Europe|Africa|The|Britain|Germany|France|Canada|Seoul|Busan|London|Paris|Berlin|New|Los|Washington)\\p{Lu}\\p{Ll}+';
const TOWN_KO = '(?<![가-힣])(?!북한|남한|한국|서울|부산|미국|중국|탈북)[가-힣]{2,6} 출신';
const OTHER_HOME = new RegExp(
  `(?<=(?:, \\d{2},|\\d{2}-year-old(?: \\p{Ll}+)?) from )${TOWN}|(?<=\\(\\d{2}세?, ?|\\d{2}[세살] ?)${TOWN_KO}|${TOWN_KO}(?=[^.]{0,16}\\(\\d{2}세?\\))`,
  'u',
);

/** The day on which somebody was born, who is not among the public names. */
const BORN = /(?:\b[Bb]orn on |(?<=일(?:에)? ?)태어[나난났])(?<!·[^]*)/u;
const DAY = new RegExp(WHEN, 'iu');

/** What every sentence has that leads to somebody, quick to look for. */
export const MAYBE_SOMEBODY = new RegExp(
  `${NORTH}|Pyongyang|평양|출신|태어|\\b[Bb]orn\\b|year-old|, \\d\\d,|[Dd]onor|[Ss]upporter|[Tt]hank|기증자|후원자`,
  'u',
);
/** The place or the day that tells who is meant in a sentence. */
export function homeIn(sentence: string): string | undefined {
  if (!MAYBE_SOMEBODY.test(sentence)) return undefined;
  const town = TOWNS.exec(sentence)?.[0];
  const capital = CAPITAL.exec(sentence)?.[0];
  return (
    (town && WHO.test(sentence) ? town : undefined) ??
    (capital && NAMED.test(sentence) ? capital : undefined) ??
    OTHER_HOME.exec(sentence)?.[0] ??
    (BORN.test(sentence) ? DAY.exec(sentence)?.[0] : undefined)
  );
}

const DONOR =
  /(?<!\p{L})(?:[Dd]onors?|[Ss]upporters?|[Tt]hanks? to)(?:,| named| called|:)? (\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+)(?= of | from | in |,| gave| sent)|(?:기증자|후원자)(?:인|,)? ([가-힣]{3}) ?[씨님]/u;
/** The name of somebody who gave something. */
export function donor(sentence: string): string | undefined {
  const [, name, korean] = DONOR.exec(sentence) ?? [];
  return name ?? korean;
}
