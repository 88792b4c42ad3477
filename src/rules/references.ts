import { memoize } from './memoize.ts';
import { attributeOf, nodesOf, placeOf, wordsOf, type MdxNode, type Place } from './markdown.ts';
import { tagOf, type ReferenceKind } from './tags.ts';

/** That something names something else by its id. */
export interface Reference {
  /** `lists` where a whole list is printed, `links` where the id is the address of a link. */
  kind: ReferenceKind | 'lists' | 'links';
  id: string;
  /** Of a figure: the words in which the text gives it, where they are the editor’s own. */
  as?: string;
}

/** A reference in a field of data or front matter. */
export interface FieldReference extends Reference {
  kind: ReferenceKind;
  path: PropertyKey[];
}

/** A reference in a text. */
export interface TextReference extends Reference {
  /** The words of a link; the name of a tag. */
  words: string;
  place: Place;
}

/** What the tags and links of a parsed text name, in their order. Code and notes name nothing. */
export const referencesOf = (tree: MdxNode): TextReference[] => nodesOf(tree).flatMap(namedBy);

function namedBy(node: MdxNode): TextReference[] {
  const { attributes = [], name, type, url = '' } = node;
  if (type === 'link' || type === 'definition')
    return [{ kind: 'links', id: url, words: wordsOf(node), place: placeOf(node) }];
  const tag = tagOf(name);
  if (!name || !tag) return [];
  const named = { words: name, place: placeOf(node) };
  const printed = tag.prints ? [{ kind: 'lists' as const, id: tag.prints, ...named }] : [];
  const as = attributeOf(node, 'as');
  const ids = attributes.flatMap(({ name: attribute = '', value }) => {
    const kind = Object.hasOwn(tag.attributes, attribute) && tag.attributes[attribute]?.refersTo;
    return kind && typeof value === 'string' ? [{ kind, id: value, ...named, ...(as && { as }) }] : [];
  });
  return [...printed, ...ids];
}

/** The ids of one kind among references, each once, in the order in which they are first named. */
export const idsOf = (references: readonly Reference[], kind: Reference['kind']): string[] => [
  ...new Set(references.flatMap((one) => (one.kind === kind ? one.id : []))),
];

/** Gives who names an id of a kind, each once, in the given order. */
export function usersByReference<User>(
  users: Iterable<readonly [User, readonly Reference[]]>,
): (kind: Reference['kind'], id: string) => ReadonlySet<User> {
  const ofKind = memoize((_: Reference['kind']) => memoize((_: string) => new Set<User>()));
  for (const [user, references] of users) for (const { kind, id } of references) ofKind(kind)(id).add(user);
  return (kind, id) => ofKind(kind)(id);
}
