/*
 * The words of made-up posts: parts of sentences that fit together in any choice, with no
 * amount, no name of a person and no real outlet among them.
 */

const list = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

export const SUBJECTS = list(`
  The group
  A spokesman for the group
  The report
  One of the editors
  A teacher from a border town
  A listener who left as a student
  The court
  A former official
  The radio station
  A researcher at a university
  An engineer who took a phone apart
  The ministry
  A trader
  Neighbours of the family
  The committee
  A volunteer who collects drives`);

export const VERBS = list(`
  describes
  asks about
  explains
  does not confirm
  compares
  warns of
  remembers
  writes about
  keeps apart
  takes back
  leaves out
  gives reasons for
  shows pictures of
  has doubts about
  wants to hear more about`);

export const OBJECTS = list(`
  the films on the cards
  the price of a player at the market
  the new law and its penalties
  the lessons in English
  the songs that pupils know by heart
  the offline encyclopedia
  the phones that record what was opened
  the patrols along the river
  the bottles that the tide carries
  the end of the evening programme
  the grants that were not renewed
  the drama that everybody had seen
  the search of the flat
  the weather balloons in the hills
  the old drives from an office
  the inspections at the school
  the letters from listeners
  the mail that pretended to come from a colleague`);

export const ENDINGS = list(`
  in the years before the border closed
  without naming a place
  in an interview by telephone
  for the first time in public
  as it did the year before
  although nobody else has seen it
  while the talks went on
  in the words of the people who did it
  and says how it came to know
  with some care for those who stayed
  after the summer floods
  as far as this can be told safely`);

export const REMARKS = list(`
  No second source was found.
  Other accounts from the same months differ.
  How many people this concerns is not known to us.
  The text says so in its last paragraph.
  That is the view of one side.
  Nothing is said about the way it travelled.
  We have asked for the original and not received it.
  The date of the event is not the date of the report.`);

export const KOREAN = list(`
  정보와 자유
  바깥세상의 소식
  국경 마을의 겨울
  휴대전화와 영화
  학교에서 부른 노래
  라디오를 듣는 밤
  시장에서 산 저장장치
  법과 재판소의 판결
  편지를 쓰는 사람들`);

export const THEMES = list(`
  films
  songs
  players
  phones
  lessons
  letters
  balloons
  bottles
  broadcasts
  grants
  patrols
  penalties
  markets
  schools
  courts
  inspections`);

const PLACES = list(`
  Border
  Harbour
  Northern
  River
  Capital
  Eastern
  Mountain`);
const PAPERS = list(`
  Daily Example
  Example Review
  Trial Post
  Radio Example
  Example Wire`);

/** Publishers that there are not, some with Korean names. */
export const PUBLISHERS = [
  ...PLACES.flatMap((place) => PAPERS.map((paper) => `${place} ${paper}`)),
  ...list(`
    가상 신문
    보기일보
    예시 방송
    가상통신
    강변 뉴스
    보기 라디오`),
];
