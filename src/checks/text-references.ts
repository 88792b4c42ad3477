import Slugger from 'github-slugger';
import type { AttributeKind } from '../rules/tags.ts';
import type { Place, Report } from './positions.ts';
import { linkFault, wordsFault } from './check-links.ts';
import { wordsOf, type MdxNode } from '../rules/markdown.ts';
import { noteOf, placeOf, SAFE_LINK } from './check-markup.ts';
import { nearMiss, quoted } from './problems.ts';
import { tagOf } from './check-tag.ts';

/** What a text names besides itself. It is kept until all texts are read; the tree is not. */
export interface Mentions {
  links: { url: string; words: string; place: Place }[];
  /** Ids in attributes of tags, each of its kind. */
  ids: { tag: string; kind: AttributeKind; id: string; place: Place }[];
  /** Ids of its headings, made as Astro makes them. */
  headings: string[];
  /** Notes for editors, which no reader sees. */
  notes: { words: string; place: Place }[];
}

/** What a text may refer to. */
export interface Known {
  figures: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  series: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
  /** Paths below content/images. */
  images: ReadonlySet<string>;
  /** Addresses of the site, each with a slash at both ends. */
  addresses: ReadonlySet<string>;
  /** Posts and sources that are drafts: known, but not to be cited yet. */
  drafts: ReadonlySet<string>;
  /** Host names of the official addresses. */
  hosts: ReadonlySet<string>;
  /** Addresses that texts get once they are no drafts. */
  draftAddresses: ReadonlySet<string>;
  /** Ids of the headings of each text, by its address; of pages that code makes none are known. */
  headings: ReadonlyMap<string, readonly string[]>;
  /** Anchors that components make. */
  madeAnchors: ReadonlySet<string>;
}

/** Collects what a text names. */
export function mentionsIn(tree: MdxNode): Mentions {
  const slugger = new Slugger();
  const found: Mentions = { links: [], ids: [], headings: [], notes: [] };
  const visit = (node: MdxNode) => {
    const place = placeOf(node);
    if (node.type === 'heading') found.headings.push(slugger.slug(wordsOf(node)));
    else if (node.type === 'link' || node.type === 'definition')
      found.links.push({ url: node.url ?? '', words: wordsOf(node), place });
    const note = noteOf(node);
    if (note !== undefined) found.notes.push({ words: note, place });
    const rules = tagOf(node)?.attributes ?? {};
    for (const { name = '', value } of node.attributes ?? []) {
      const kind = Object.hasOwn(rules, name) ? rules[name]?.kind : undefined;
      if (kind && kind in PLACES && typeof value === 'string')
        found.ids.push({ tag: node.name ?? '', kind, id: value, place });
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

/** Where the ids of each kind stand. */
const PLACES: Partial<Record<AttributeKind, string>> = {
  figure: 'The ids stand in content/data/statistics.json.',
  series: 'The ids stand in content/data/statistics.json.',
  source: 'The ids stand in content/data/sources.json, or are paths of coverage posts.',
  organisation: 'The ids stand in content/data/organisations.json.',
  image: 'Pictures lie in content/images; name the path below it.',
};

/** Checks what a text names: ids, links, anchors. */
export function checkMentions({ links, ids, headings }: Mentions, known: Known, report: Report): void {
  for (const { url, words, place } of links) {
    // A link of another kind is told by the allow-list.
    const fault = SAFE_LINK.test(url)
      ? (linkFault(url, headings, known) ?? wordsFault(words, url, known.hosts))
      : undefined;
    if (fault) report(place, fault);
  }
  const lists: Partial<Record<AttributeKind, ReadonlySet<string>>> = {
    figure: known.figures,
    series: known.series,
    source: known.sources,
    organisation: known.organisations,
    image: known.images,
  };
  for (const { tag, kind, id, place } of ids) {
    const list = lists[kind];
    if (!list || list.has(id)) continue;
    const what = kind === 'image' ? 'picture' : kind;
    const message = known.drafts.has(id)
      ? `${quoted(id)} is a draft. Publish it first, or take the reference out.`
      : `there is no ${what} ${quoted(id)}.${nearMiss(id, list)} ${PLACES[kind]}`;
    report(place, `<${tag}>: ${message}`);
  }
}
