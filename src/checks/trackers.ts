/*
 * Parts of an address that follow the reader from page to page, say where the address was shared, or
 * let in only those to whom somebody gave it. One list, sorted; a new one needs no other line.
 */

const fields = (list: string) => new RegExp(`^(?:${list.trim().split(/\s+/).join('|')})$`, 'i');

/** Names that mean this on any site. */
const ANYWHERE = fields(String.raw`
  ab_channel aff(?:iliate)?_?(?:id|ref)? aqs at_\w+ authuser _branch_\w+
  campaign(?:_?(?:id|name|source|medium))? cds __cft__\w* cmp(?:id)? cshid cvid dm_i ef_id eid
  elqtrack\w* elq\w* epik fb_(?:action|source|ref|comment)\w* feature fref from_?rss _ga gaa_\w+
  gad_\w+ ga_(?:source|medium|term|content|campaign|place) gclsrc giftcopy gift(?:_?id)? _gl gs_l\w+
  guccounter guce_\w+ [gw]braid hootpostid hsa_\w+ hsctatracking __hs\w+ _hs\w+ icid ig_rid igsh
  igshid inflow int_(?:source|medium|campaign|content|cmp_\w+) itm_\w+ ito kakao_from _kx lfrom
  li_fat_id linkcode link_?id link_source matomo_\w+ mbid mc_[ce]id mibextid mkt_tok mkwid
  ml_subscriber\w* mod_?source mtm_\w+ napm ncid _nc_\w+ newsletter_?id nl_?id
  n_(?:media|query|rank|ad\w*|keyword\w*|campaign\w*|match)
  ns_(?:campaign|mchannel|source|linkname|fee) ocid oly_\w+_id _openstat oq ouid paipv partner_?id
  p[fd]_rd_\w+ piwik_\w+ pk_\w+ _(?:pos|psq|ss|fid) rcm rdid rdt(?:_cid)? ref referer referrer reflink
  ref_?src ref_?url regi_id rlz rtpof __s sca_\w+ sc_customer s_cid scm
  sc_(?:src|l?lid|eh|uid|cid|channel|campaign) sfmc_\w+ sfnsn shared share_?id sharer?(?:_?id)?
  share_?type sh_kit si s_kwcid smid smtyp soc_(?:src|trk) sourceid source_?location spm sr_share
  srsltid s_trk sxsrf taid __tn__ tpcc tracking_?code tracking_?id trk(?:info|campaign)?
  __twitter_impression unlocked_article_code usp utm[_-]\w+ ved vero_\w+ \w*cl(?:ick_?)?id wickedid
  wprov wt[._]mc\w* xtor x_trkm
`);
/** Names that mean this on one site, and something else on others. */
const ON_SITES: readonly (readonly [host: RegExp, names: RegExp])[] = [
  [/(?:^|\.)amazon\.[a-z.]+$/, fields('tag psc qid sr keywords')],
  [/(?:^|\.)medium\.com$/, fields('sk source')],
  [/(?:^|\.)substack\.com$/, fields('r triedredirect showwelcome ispostsharemodal')],
  [
    /(?:^|\.)tiktok\.com$/,
    fields('_t _r _d is_from_webapp sender_device web_id checksum sec_user_id u_code'),
  ],
  [/^(?:www\.)?(?:x|twitter)\.com$/, fields('s t')],
  [/(?:^|\.)wsj\.com$/, fields('st mod')],
];

/** Whether a part of an address, by its name, follows the reader on a site. */
export const follows = (name: string, host: string): boolean =>
  ANYWHERE.test(name) || ON_SITES.some(([site, names]) => site.test(host) && names.test(name));
