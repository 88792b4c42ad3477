import Addresses from './Addresses.astro';
import BulletList from './BulletList.astro';
import Calculator from './Calculator.astro';
import Callout from './Callout.astro';
import Chart from './Chart.astro';
import Contact from './Contact.astro';
import Drawing from './Drawing.astro';
import Figure from './Figure.astro';
import Gallery from './Gallery.astro';
import Glossary from './Glossary.astro';
import Image from './Image.astro';
import InShort from './InShort.astro';
import Link from './Link.astro';
import OfficialAddress from './OfficialAddress.astro';
import Organisations from './Organisations.astro';
import PackingSlip from './PackingSlip.astro';
import Paragraph from './Paragraph.astro';
import Poster from './Poster.astro';
import Quote from './Quote.astro';
import SigningKey from './SigningKey.astro';
import SourceMarks from './SourceMarks.astro';
import NumberedList from './NumberedList.astro';
import Table from './Table.astro';
import TaskBox from './TaskBox.astro';

/** How each tag of src/rules/tags.ts, and each block of running text, is drawn. */
export const mdxComponents = {
  Addresses,
  Calculator,
  Callout,
  Chart,
  Contact,
  Drawing,
  Figure,
  Gallery,
  Glossary,
  Image,
  InShort,
  Official: OfficialAddress,
  Organisations,
  PackingSlip,
  Poster,
  Quote,
  SigningKey,
  SourceMarks,
  a: Link,
  input: TaskBox,
  p: Paragraph,
  ul: BulletList,
  ol: NumberedList,
  table: Table,
};
