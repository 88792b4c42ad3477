import { faultFinder } from './problems.ts';

/*
 * What other programs leave in a text, and what Markdown did not take for a mark: signs and
 * words that would be printed as they stand. One table for running text and for fields.
 */

/** A picture of a few points at the beginning of a line. */
const EMOJI = '(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F?|[\\d#*]\\uFE0F?\\u20E3)';
const LETTER_OF_LIST = '(?:[ivx]{1,4}|[A-Z]|[가나다라마바사아자])[.)]\\s';
/** Several lines that begin with the same kind of sign. */
const lines = (start: string) => new RegExp(`^${start}`, 'gmu');
/** Several lines of cells without a space between them. */
const cells = (sign: string) =>
  lines(`[^\\s${sign}][^${sign}\\n]*(?:${sign}[^\\s${sign}][^${sign}\\n]*){2,}$`);

/**
 * The first thing that another program left in a text, and what to do; nothing where there is none.
 * Each expression looks at a whole block, and one with the flag g has to fit two of its lines.
 */
export const leftOver = faultFinder({
  'A link is not whole, so its brackets would be printed. Write [words](address), without a space between or within the address; write brackets in it as %28 and %29.':
    /\]\(|\]\s\(\s*(?:https?:|\/|#|mailto:)/,
  'There is no note “[^$1]: …”. Write it below, or take the mark out.': /\[\^([^\]]+)\]/,
  'A link in double brackets would be printed as it stands. Write [words](/address/).': /\[\[|\]\]/,
  'The address of a link is missing, so its brackets would be printed. Write [words](address).':
    /\]\[[^\]]+\]/,
  'A sign of a heading stands before a word and would be printed. Write ## and a space for a heading; for a name such as #MeToo write \\#, or begin with another word.':
    /^#(?=[^\s#\d])/m,
  'A space is missing, or another sign stands in its place, so the mark would be printed. Type one plain space after it.':
    /^#{2,6}(?=[^\s#\d])|^(?:#{1,6}|[-*+]|\d{1,3}[.)])[\u00A0\u2000-\u200A\u202F\u3000]/m,
  'Begin each item of a list with a hyphen and a space, on a line of its own; of a numbered one with 1. and a space.':
    [
      /^[ㅇㅁ]\s/m,
      /^[•◦▪▫●○■□‣⁃∙·➢➤►▶✓✔❖◆☐☑\uF000-\uF0FF]\s?/m,
      lines('[-+](?=\\p{L})'),
      /^[–—―−]\s/,
      lines('[–—―−]\\s?\\S'),
      /^\d{1,2}[.)．](?=\p{L})/mu,
      lines(`${EMOJI}\\s?`),
      lines(LETTER_OF_LIST),
      lines('\\(\\d{1,2}\\)\\s'),
      /^\(1\)\s/m,
      lines('\\(?[a-z]\\)\\s'),
      lines('[①-⑳⑴-⒇ⅰ-ⅻⅠ-Ⅻ]'),
    ],
  'A table is not whole, so its signs would be printed. Below its head stands a row of hyphens: | --- | --- |, and each row on a line of its own.':
    [/^\|.*\||^[^|\n]+\s\|\s[^\n]*\n[^|\n]+\s\|\s|^\|?\s*:?-{3,}:?\s*\|/m, cells(','), cells(';')],
  'A tab stands between words, as in a table of a word processor. Write a table with | signs, or a space.':
    /\S[ ]*\t+[ ]*\S/,
  'A number of a note stands in brackets, and would be printed. Name the source by <Source id="…" />, or write [^1] and its note.':
    [
      /(?<=\p{Ll}{3}[.,;]|[.,][”’])\d{1,2}(?=\s\p{Lu}|$)|[\p{L}\p{N}.,;:!?”’"')]\[\d{1,3}\](?!\()|^\[\d{1,3}\]\s/u,
      /\[(?:note|fn|ref|주|각주)\s?\d{1,3}\](?!\()/iu,
    ],
  'A mark of a note of another program would be printed. Name the source by <Source id="…" />, or write [^1] and its note.':
    [
      /[([](?:Source|출처|자료) ?[:=] ?[^)\]\n]+[)\]](?!\()/u,
      /\s\[\d{1,2}\](?![(\p{L}\p{N}])|\p{L}\[[a-c]\](?![(\w])(?<!“[^“”\n]*)|【[^】]*†[^】]*】|:contentReference|oaicite|citeturn\d/u,
      /(?:[.,;:!?”’"')]|\p{L}{3}|\p{Script=Hangul})(?:[¹²³⁰⁴-⁹]+|[†‡])(?![\p{L}\p{N}])|^(?:[¹²³⁰⁴-⁹]+|[†‡])\s?(?=\p{L})/mu,
    ],
  'A mark of another program for a box would be printed. Write <Callout title="…"> for one.':
    /^::\w|^(?:!!!|\?\?\?)\s|^\.\. |^:{3,}|\[!\w+\]/m,
  'A mark for a list of contents would be printed. Take it out.': /^\[(?:toc|목차)\]|NOTOC|FORCETOC/im,
  'A tag would be printed as it stands. Type its < as the sign itself, without a space behind it; or, where it is meant to be printed, put the tag between two of the sign `.':
    /[<＜]\s*\/?\s*[A-Z]\w*(?:\s[^<>＜＞\n]*)?\/?[>＞]|(?<=[[({])(?:Source|Figure|Chart|Drawing|Quote|Callout|Image|Official)\s+(?:id|src|title|source|as|unit)\s?=\s?["“”]/u,
  'A box of a task is not whole. Write - [ ] or - [x], then a space.': /^(?:[-*+])?\[[ xX]?\](?=\s|\S)/,
  'The address of a link is not whole, so it would be printed. Write [words](address) where it belongs.':
    /^\[[^\]\n]+\]:\s|[”"]:https?:/m,
  'Words of a conversation or a letter were left here. Take them out; name a source by <Source id="…" />.': [
    /^(?:오전|오후) \d{1,2}:\d{2},? [^:\n]{1,20} : /mu,
    /^(?:\[[^\]\n]{1,40}\] )?\[[^\]\n]{0,40}\d{1,2}:\d{2}[^\]\n]{0,40}\]|<@[!&\w]+>|^Forwarded from |^-+ ?(?:Original|Forwarded) message/im,
    /^On .{6,60}\d.{0,60} wrote:$|^(?:Sent from my |Get Outlook for |나의 iPhone에서 보냄|내 Galaxy에서 보냄)/m,
    /^(?:From|To|Cc|Sent|Subject|보낸 ?사람|받는 ?사람|제목): .*\n(?:From|To|Cc|Sent|Date|Subject|보낸 ?사람|받는 ?사람|제목): /m,
    /e-?mail and any (?:attachments|files)/i,
  ],
  'Words of a program that writes or translates were left here. Take them out.': [
    /^(?:Sure|Certainly|Of course|Absolutely)(?:! |[,.] (?:[Hh]ere(?:’s|'s| is| are)|I(?:’ll| can|’d| will| have)) )|\bAs an AI\b|^Here(?:’s| is| are) (?:the|a|your) (?:translat|summar|rewrit|revis|correct|improv)[^.\n]{0,80}:/m,
    /Translated (?:with|by) (?:DeepL|Google|Papago)|(?:^|\n)(?:다음은|아래는) [^.\n]{0,60}(?:번역|요약)[^.\n]{0,20}(?:입니다|이다)[.:]/,
    /\[(?:Insert|Name of|Your|Add|이름|날짜|출처|삽입)\b[^\]\n]*\](?!\()/i,
  ],
  'Words of another page were pasted with what stands around them. Write what is said in your own words, and quote a phrase at most.':
    [
      /All rights reserved|무단\s?(?:전재|복제)|재배포\s?금지|저작권자\s?(?:\(c\)|ⓒ|©)|\((?![nN] ?=)[^()\n=]{1,12}=[^()\n=]{1,15}\)\s|(?:…|\.{3})\s?(?:Read more|Continue reading|더 ?보기)/i,
      /^(?:A(?:dvertisement|DVERTISEMENT)|Share this(?: article| story)?|Related (?:articles?|stories|news|posts):?|Read more\b.{0,40}|Subscribe (?:now|to our)\b.{0,50}|Sign up for\b.{0,50}|(?:Accept|We use)\b.{0,40}cookies.{0,40}|\d{1,2} min(?:ute)?s? read|© .{0,60}|(?:관련|추천|인기) ?(?:기사|뉴스).{0,10}|.{0,20}구독.{0,20}(?:좋아요|알림).{0,20})$/mu,
      /^\[(?:앵커|기자|사진|단독|속보|종합|영상|Exclusive|Breaking|Update|Watch|Video)\]|^\[[^\]\n]{1,20}(?: 기자|특파원|=[^\]\n]{1,20})\]|^(?:BREAKING|EXCLUSIVE)\b/mu,
      /^(?:Last )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified)\b.{0,30}\d:\d\d|^(?:기사 ?)?(?:입력|수정|등록|승인) ?:? ?\d{4}|^\p{Lu}{3,}[^.\n]{0,40}\(\p{L}[\p{L} .]{1,20}\) ?[–—-]/mu,
      /\[(?:edit|citation needed|편집|출처 ?필요)\](?!\()|^기사 ?제보.{0,40}/imu,
      /(?:^|[([])(?:Photo|Image|Picture|사진)(?: credit| by)? ?[:=] ?\S|\((?:END|끝)\)$|^(?:끝\.?|-30-)$|\s#{3,}$|^[▲△▼☞◇※]/mu,
      /\s\|\s[^|\n]{2,40}$(?<!\|.*\|[^|]*)/mu,
    ],
  'What a program could not fill in stands here. Write what is meant.': [
    /#(?:REF|DIV\/0|VALUE|NAME|N\/A|NULL|NUM)[!?]|(?<!#)#{4,}(?!#|\s\S)|^=[A-Z]{2,}\(|\[object \w+\]|(?<![\p{L}\p{N}])NaN(?![\p{L}\p{N}])/mu,
    /Error! (?:Reference|Bookmark|Hyperlink)|(?:HYPERLINK|PAGEREF|MERGEFIELD)\b|(?<!\S)%(?:\d\$)?[sd@](?!\p{L})|\$[A-Za-z_]\w*\$/u,
    /(?<![^\s])\?{2,}\s\?{2,}|\?\p{Script=Hangul}+\?\p{Script=Hangul}/u,
  ],
  'Codes of an address, of a letter or of a program stand in the words and would be printed. Type the signs themselves.':
    [
      /(?:%[\da-f]{2}){2,}|(?<=\p{L})%[2-7][\dA-F](?!\d)|(?:=[\dA-F]{2}){2,}|(?<=\p{L})=20(?=\p{L})|\p{L}\+\p{L}{2,40}\+\p{L}/u,
      /\\[nrt](?![\p{L}])|\\u\{?[\da-f]{4}|\\x[\da-f]{2}/iu,
    ],
  'Signs of another program would be printed. Only Markdown is read: ## for a heading, **bold**, *slanted*, [words](address).':
    [
      /(?:\[\/|(?<!\p{L})\[)[bius]\](?!\()|\[\/?(?:url|img|quote|code|color|size|center|caption|gallery|embed|audio|video|playlist)(?:[= ][^\]\n]{0,200})?\](?!\()/iu,
      /^(?:h[1-6]|bq)\.\s|^={1,6} [^=\n]+ ={1,6}$|^={2,6} \S|[’'‘]{3}|(?<![\p{L}’'‘])[’'‘]{2}\S[^’'‘\n]*[’'‘]{2}|^\+{3}|^%%|%%$|^\/\/\s|^@@ |\[https?:\/\/|\^\S{1,9}\^/mu,
      /(?<!\S)_{1,2}(?=[\s.,;:!?)]|$)|\[\d+\]_|::$|^:[A-Za-z][\w ]*:\s|^[:;] |^(?:Category|File|Image|분류|파일):\S|^([~^"*+#.:_'=·-])\1{3,}$/m,
      /\\[A-Za-z]{3,}|^\[(?:source|quote|NOTE|TIP|WARNING|cols)\b[^\]\n]*\]$|\|[A-Za-z][\w ]+\|/m,
    ],
  'Marks of a network for friends would be printed. Take them out, or say it in words.':
    /(?<!#[\p{L}\p{N}_]+\s)(?:(?<=\s)#\p{L}[\p{L}\p{N}_]*\s?){2,}$/mu,
  'A label of a form stands before the words: “$1”. Say it in a sentence, put it into its field of the front matter, or name the source by <Source id="…" />.':
    /^(Title|Summary|Headline|Author|Publisher|Sources?|Topics?|URL|Tags?|제목|요약|매체|저자|출처|주제)\s?:\s/mu,
  'A note in brackets would be printed. Write [^1] and its note below.': /\^\[|\[@[\w-]+\]/,
  'Signs of a formula would be printed. Write it in words.': /\$\$|\\\(|\\\[/,
  'Signs around words would be printed. Only **bold** and *slanted* words are marked.':
    /==\S[^=\n]*==|\+\+\S[^+\n]*\+\+|\|\|\S[^|\n]*\|\|/,
  'A name between colons would be printed. Type the sign itself, or take it out.':
    /(?<![\p{L}\p{N}:]):[a-z][a-z_]+:(?![\p{L}\p{N}:])/u,
  'Stars of bold or slanted words would be printed: a space stands within them, one is missing, or a letter follows a bracket or quote. Take brackets, quotes and spaces out of the marked words.':
    /\*\*|__|(?<![^\s(“‘"'])\*(?=[^\s*])|(?<![^\s(“‘"'])_(?=\p{L})/u,
  'Tildes that strike out words would be printed: one is missing, or a space stands within them. Correct them, or write \\~.':
    /~~/,
  'A sign that begins code has no partner, and would be printed. Add it, or write an apostrophe: ’.': /`/,
  'A sign by its name is not whole, or was written so twice, and the name would be printed. End it with a semicolon, or type the sign itself.':
    /&(?:nbsp|amp|quot|lt|gt|shy|mdash|ndash|#\d{2,6}|#x[\da-f]{2,6})(?![\p{L}])/iu,
});
