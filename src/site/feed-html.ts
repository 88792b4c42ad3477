import { dictionaryFor } from '../i18n/dictionary.ts';
import type { Sentence } from '../i18n/messages.ts';
import { addressIn } from '../rules/addresses.ts';
import { differences, inChangeOrder } from '../rules/changes.ts';
import {
  formatAmount,
  formatDate,
  formatStated,
  formatValue,
  formatWhen,
  whenChecked,
  withEstimate,
} from '../rules/format.ts';
import type { ElementNode } from '../rules/markdown.ts';
import { idsOf } from '../rules/references.ts';
import type { Change } from '../rules/statement.ts';
import { escapeXml } from '../rules/xml.ts';
import type { Language } from '../site.ts';
import { chartModel } from './charts/chart.ts';
import {
  getChart,
  getDrawing,
  getFigure,
  getOrganisation,
  getSource,
  type Post,
  type SiteChange,
  type SourceRecord,
} from './content.ts';
import { inPageLanguage } from './page-language.ts';
import { pictureOf } from './told-pictures.ts';
import { citedSources, drawnText, type NumberedSource } from './source-numbers.ts';
import { drawnPart, saidOf } from './version-files.ts';

/*
 * Posts and changes as feeds carry them: in the plain elements that every reader knows, and
 * with whole addresses, for they are read away from the site.
 */

const EMPTY = new Set(['br', 'hr', 'img']);
/** All that readers need of an element. */
const ATTRIBUTES = new Set(['alt', 'height', 'href', 'src', 'start', 'title', 'width']);

/**
 * Draws the texts of one page for a feed.
 * @param url its whole address, from which links are read
 */
export function feedHtml(url: string, language: Language) {
  const page = new URL(url);
  const t = dictionaryFor(language);
  let sources: ReadonlyMap<string, NumberedSource>;

  const element = (name: string, inner: string, attributes: Readonly<Record<string, unknown>> = {}) => {
    const kept = Object.entries(attributes).map(([attribute, value]) => {
      if (!ATTRIBUTES.has(attribute) || value === undefined) return '';
      if (attribute !== 'href' && attribute !== 'src') return ` ${attribute}="${escapeXml(String(value))}"`;
      const { href, origin } = new URL(String(value), page);
      const tellsNothing = name === 'a' && /^https?:/.test(origin) && origin !== page.origin;
      return ` ${attribute}="${escapeXml(href)}"${tellsNothing ? ' rel="noopener noreferrer"' : ''}`;
    });
    return `<${name}${kept.join('')}>${EMPTY.has(name) ? '' : `${inner}</${name}>`}`;
  };
  const link = (href: string, text: string) => element('a', escapeXml(text), { href });
  const paragraph = (inner: string) => element('p', inner);
  const list = (name: 'ul' | 'ol', items: readonly string[]) =>
    element(name, items.map((item) => element('li', item)).join(''));
  /** A sentence of the dictionary; a tag that is neither a link nor bold is drawn as `slots` says. */
  const sentence = (of: Sentence, address = '', slots: Readonly<Record<string, string>> = {}) =>
    of
      .map((part) => {
        if (typeof part === 'string') return escapeXml(part);
        if (part.tag === 'link') return link(address, part.text);
        return part.tag === 'b'
          ? element('b', escapeXml(part.text))
          : (slots[part.tag] ?? escapeXml(part.text));
      })
      .join('');
  const sourceLink = ({ publisher, url, via }: Pick<SourceRecord, 'publisher' | 'url' | 'via'>) =>
    url === undefined
      ? escapeXml(publisher)
      : via === undefined
        ? link(url, publisher)
        : sentence(t.copyAt({ publisher, site: via }), url);
  const changed = ({ date, kind, what }: Pick<Change, 'date' | 'kind' | 'what'>) => {
    const of = { kind: t.changes.kinds[kind].label, date: formatDate(date, t), what };
    return paragraph(sentence(t.changes.dated(of)));
  };
  const sourceList = (name: 'ul' | 'ol', ids: Iterable<string>) => {
    const listed = [...new Set(ids)].map((id) => getSource(id, language));
    const items = listed.map((source) => {
      const { date, title, address } = source;
      const of = t.statistics.source({ date: formatDate(date, t), title });
      return sentence(of, address, { source: sourceLink(source) });
    });
    return items.length === 0 ? '' : element('h2', escapeXml(t.statistics.sources)) + list(name, items);
  };

  /** How each tag is drawn, from its attributes and what it holds. */
  const tags: Record<string, (of: Record<string, string>, inner: string) => string> = {
    Figure({ id = '', unit, as, language: of = language }) {
      const t = dictionaryFor(of as Language);
      const figure = getFigure(id, language);
      const amount = as ?? (unit === 'hide' ? formatValue : formatAmount)(figure, t);
      const estimate = escapeXml(withEstimate('', figure.stage, t));
      return link(figure.address, amount) + estimate;
    },
    // A feed has no margin for notes: the numbers of sources lead to what the list below names.
    SourceMarks({ of = '' }) {
      const cited = citedSources(of, sources, language);
      return cited.map(({ number, source }) => ` [${link(source.address, String(number))}]`).join('');
    },
    BlockNotes: () => '',
    Callout: titled,
    Gallery: titled,
    Poster: titled,
    Quote({ source: id = '', by }, inner) {
      const source = getSource(id, language);
      const title = sentence((source.isPost ? t.notes.summary : t.notes.entry)({ title: source.title }));
      const said = `${by ? escapeXml(`${by}, `) : ''}${sourceLink(source)}, ${formatDate(source.date, t)} · `;
      return element('blockquote', inner) + paragraph(said + element('a', title, { href: source.address }));
    },
    Image({ src = '', alt, caption = '', credit = '' }) {
      const { url, width, height } = pictureOf(src);
      return (
        paragraph(element('img', '', { src: url, width, height, alt })) +
        paragraph(escapeXml(`${caption} ${credit}`))
      );
    },
    Chart({ id = '' }) {
      const { title, description, address, groups } = chartModel(getChart(id, language), language);
      const about = `${element('b', escapeXml(title))} ${escapeXml(description)} ${link(address, t.charts.page)}`;
      const drawn = groups.map(({ title: heading, texts = [], rows }) => {
        const items = rows.map(({ label, address: of, amount, when, source, note }) => {
          const from = [escapeXml(when), source && link(source.address, source.publisher)];
          const told = [escapeXml(amount), ...from].filter(Boolean).join(', ');
          return `${of ? link(of, label) : escapeXml(label)}: ${told}${note ? escapeXml(`. ${note}`) : ''}`;
        });
        return (
          (heading ? element('h4', escapeXml(heading)) : '') +
          texts.map(escapeXml).map(paragraph).join('') +
          list('ul', items)
        );
      });
      return paragraph(about) + drawn.join('');
    },
    Drawing({ id = '' }) {
      const { title, description } = getDrawing(id, language);
      return paragraph(sentence(t.drawings.feed({ title, description }), addressIn(language, 'drawing', id)));
    },
    Official({ id = '' }) {
      const organisation = getOrganisation(id, language);
      const { name, url } = organisation;
      if (!url) return paragraph(escapeXml(t.noAddress));
      const leads = t.official.leads({ host: new URL(url).hostname, ...whenChecked(organisation, t) });
      return paragraph(link(url, t.official.open({ name }))) + paragraph(sentence(leads));
    },
  };
  function titled({ title = '' }: Record<string, string>, inner: string) {
    return element('div', element('b', escapeXml(title)) + inner);
  }

  function draw(node: ElementNode): string {
    const { value = '', name, tagName, attributes = [], properties = {}, children = [] } = node;
    const inner = children.map(draw).join('');
    if (name) {
      const own = Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value]));
      return tags[name]?.(own, inner) ?? paragraph(link(url, drawnPart(name, own['id'], t)));
    }
    if (tagName === 'input') return properties['checked'] ? '☑' : '☐';
    // The section of footnotes is no element that every reader knows.
    return !tagName ? escapeXml(value) : tagName === 'section' ? inner : element(tagName, inner, properties);
  }

  return {
    /** A post: the report, what was changed, the text, and its sources as a list. */
    post(post: Post): string {
      const { data, references } = post;
      const { nodes, sources: numbered } = drawnText(post);
      sources = numbered;
      const figures = idsOf(references, 'figures').map((id) => getFigure(id, language));
      const ids = [
        ...sources.keys(),
        ...figures.flatMap((figure) => figure.sources.slice(0, 1)),
        ...idsOf(references, 'sources'),
      ];
      const of = { date: formatDate(data.date, t), certainty: t.certainty[data.certainty] };
      const parts = [
        data.kind === 'coverage'
          ? paragraph(sentence(t.news.reported(of), '', { source: sourceLink(data) }))
          : '',
        ...inChangeOrder(data.changes).map(changed),
        ...nodes.map(draw),
        sourceList('ol', ids),
      ];
      // A feed is read without the fonts and voices for which a page marks its languages.
      return inPageLanguage(parts.join('').trim(), language, false);
    },
    /** A change: what was changed and where, and of a figure all that it states. */
    change({ title, address, figure, ...change }: SiteChange): string {
      const now = figure?.after;
      const states = now ? `: ${formatStated(now, t)}, ${formatWhen(now, t)}. ${now.counted}` : '';
      const parts = [
        changed(change),
        ...(figure ? differences(figure.before, figure.after, t) : []).map((one) =>
          paragraph(escapeXml(t.changes.difference(one))),
        ),
        paragraph(link(address, title) + escapeXml(states)),
        ...(now ? saidOf(now, t) : []).flatMap(([name, text]) =>
          text ? paragraph(escapeXml(`${name}: ${text}`)) : [],
        ),
        now ? sourceList('ul', now.sources) : '',
      ];
      return parts.join('');
    },
  };
}
