import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposureFinder } from '../../src/checks/people-and-launches.ts';

const TODAY = '2026-12-02';
const find = exposureFinder(
  [
    { value: { name: 'Hong Gil-dong', korean: '홍길동' } },
    { value: { name: 'North Korea', korean: '북한' } },
  ],
  TODAY,
);
/** The word that is refused in each sentence, which stands before it. */
const refused = (sentences: Readonly<Record<string, string>>) =>
  assert.deepEqual(
    Object.fromEntries(Object.keys(sentences).map((sentence) => [sentence, find(sentence)?.word])),
    sentences,
  );

test('refuses a launch that is still to come, in whatever words', () => {
  refused({
    'The group plans to send balloons on Liberation Day.': 'Liberation Day',
    'The next launch is set for the full moon in spring.': 'full moon',
    'Balloons will rise again when the wind turns north in April.': 'in April',
    'The launch will take place on Saturday at dawn.': 'on Saturday',
    'A fresh launch is scheduled for 3 January.': '3 January',
    'Balloons will be released in the first week of January.': 'week of January',
    'The next release of balloons comes in January 2027.': 'January 2027',
    'Balloons fly to the North again in 2027.': '2027',
    'Leaflets are expected to fly this weekend.': 'this weekend',
    'The next balloons will fly on 15 December 2026.': '15 December',
    'The film will go in on drives at Christmas.': 'Christmas',
    'Activists plan to let balloons go this Friday.': 'this Friday',
    'A launch is planned for mid-December.': 'for mid-December',
    'The group plans to send USB sticks next year.': 'next year',
    'Leaflets go out when the moon is new.': 'moon is',
    '단체는 15일 밤 전단을 띄운다.': '15일',
    '내년 1월에 풍선을 날릴 예정이다.': '내년',
    '단체는 광복절에 풍선을 날릴 계획입니다.': '광복절',
    '풍선 날리기는 토요일 새벽에 이루어집니다.': '토요일',
    '단체는 12월 25일 풍선을 띄우기로 했습니다.': '12월 25일',
    '단체는 오는 15일 풍선을 날린다고 밝혔습니다.': '오는 15일',
    '단체는 2027년 1월에 전단을 날린다고 합니다.': '2027년 1월',
  });
});

test('refuses the place from which something is sent, or where it is found', () => {
  refused({
    'The bottles go in at Seokmodo, the island west of Seoul.': 'Seokmodo',
    'The balloons rose from a field in Gimpo, and the police watched.': 'Gimpo',
    'From Kimpo, the group’s balloons flew north.': 'Kimpo',
    'They filled the balloons in a car park behind the Odusan observatory.': 'Odusan',
    'The drones start at a school yard in Gangwon Province.': 'Gangwon',
    'The balloons landed near Kaesong.': 'Kaesong',
    'Drives were found in a field by Wonsan.': 'Wonsan',
    'Balloons flew from Baengnyeongdo in 2019.': 'Baengnyeongdo',
    'Balloons rose at Daebudo and Ganghwa-gun.': 'Daebudo',
    'USB sticks reach Hyesan by boat.': 'Hyesan',
    'Helium tanks were taken to Cheorwon.': 'Cheorwon',
    'The drone lifted off near the Unification Observatory.': 'Unification Observatory',
    'They are getting ready to send cards across the Tumen River.': 'Tumen',
    '연천군 야산에서 전단이 발견됐다.': '연천',
    'A launch near Paju is planned, the group says.': 'Paju',
    '단체는 강화도 앞바다에 페트병을 던졌습니다.': '강화도',
    '교동도에서 쌀을 담은 병을 바다에 흘려보냈습니다.': '교동도',
    '단체의 풍선은 파주에서 떠올랐습니다.': '파주',
  });
});

test('refuses a person beside a town of the North', () => {
  refused({
    'A trader in Hyesan sells the drives.': 'Hyesan',
    'A border guard at Hoeryong was arrested for watching a film, she says.': 'Hoeryong',
    'Ms Kim, who fled from Hyesan in 2019, watched films.': 'Hyesan',
    'She left Chongjin two years ago; her brother still works there.': 'Chongjin',
    'Her cousin, a soldier at Musan, watches films.': 'Musan',
    'His wife and two daughters live in Sinuiju.': 'Sinuiju',
    'The broker known as Mr Chang lives in Shenyang.': 'Shenyang',
    'He was born in Hyesan in 1985.': 'Hyesan',
    'Born on 3 May 1989, she left in 2020.': '3 May',
    'The courier Choi crosses the river twice a month.': 'twice a month',
    'Write to @minji_92, who lived in Hyesan.': 'Hyesan',
    'A donor, John Miller of Austin, Texas, gave drives.': 'John Miller',
    'She is 23 and comes from Musan.': 'Musan',
    'A woman in Hoeryong was arrested.': 'Hoeryong',
    '그의 형은 함흥에서 교사로 일한다.': '함흥',
    '북한 회령시의 한 여성이 드라마를 보다 잡혔다.': '회령',
    '혜산에 사는 상인이 USB를 팝니다.': '혜산',
    '2019년 혜산을 떠난 김 씨는 동생의 재생기로 영화를 보았습니다.': '혜산',
    '양강도 혜산시에서 구금된 사람이 있습니다.': '양강도',
    '함경북도 청진 제철소에서 일하는 오빠가 있습니다.': '함경북도',
    '무산군에서 군인으로 있는 사촌이 영화를 봅니다.': '무산',
    '선양에 사는 브로커 장 모 씨가 전했습니다.': '선양',
    '1989년 5월 3일에 태어난 그는 2020년 북한을 떠났습니다.': '5월 3일',
  });
});

test('refuses how something passes checks', () => {
  refused({
    'Guards take a bribe of two cartons of cigarettes.': 'bribe of',
    'The drives are hidden in bags of rice.': 'hidden in bags',
    '나르는 사람은 쌀자루에 USB를 숨깁니다.': '숨깁',
  });
});

test('takes what harms nobody for what it is', () => {
  const sentences = [
    'A court in Paju fined those who sent leaflets on 3 May 2023.',
    'The police stopped a launch that the group had announced for 31 October 2024 in Paju.',
    'The group launched balloons in May 2025.',
    'North Korea sent balloons on 28 May 2024, and some fell in Paju.',
    'The ban on leaflets took effect on 30 March 2021.',
    'Markets in Hyesan and Hoeryong sell drives.',
    'Hong Gil-dong was born in Hamhung.',
    'Software that must be installed is of no use to a student in Pyongyang.',
    'The foundation launched its site on 3 May 2016.',
    'A bribe can soften the punishment.',
    'The cabinet paper writes on 5 September 2018 that the drives numb the people’s will.',
    'Police detained six people on 27 June 2025 for trying to send bottles.',
    'The UN report of 12 September 2025 speaks of USB drives.',
    'North Korea blew up the office in Kaesong on 16 June 2020 over leaflets.',
    'The law on drones took effect on 2 December 2025.',
    'It took place on 15 April, and its page names USB drives.',
    'Next to drives, radio still reaches many.',
    '통일부는 2025년 6월 9일 전단 살포를 멈추라고 요청했습니다.',
    'Two women from Hamhung were sent to a camp.',
    '혜산의 장마당에서는 USB를 팝니다.',
    '북한은 밤에 오물 풍선을 날려 보냈습니다.',
    '법원은 2023년 9월 26일에 전단을 날린 사람을 처벌할 수 없다고 했습니다.',
    '단체는 2025년 5월에 풍선을 날렸습니다.',
    '사람들은 밤에 USB를 봅니다.',
  ];

  assert.deepEqual(
    sentences.filter((sentence) => find(sentence) !== undefined),
    [],
  );
});

test('takes a date for one that is still to come by the day of the check', () => {
  const sentence = 'The group flew leaflets in May 2026.';
  const wordOn = (today: string) => exposureFinder([], today)(sentence)?.word;

  assert.deepEqual(
    [wordOn('2026-04-30'), wordOn('2026-05-01'), wordOn('2027-01-01')],
    ['May 2026', undefined, undefined],
  );
});
