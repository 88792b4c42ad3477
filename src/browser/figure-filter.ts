import { isShown } from '../rules/figure-filter.ts';
import { countSentence, SiteElement } from './site-element.ts';

type Field = HTMLInputElement | HTMLSelectElement;
const isBox = (field: Field): field is HTMLInputElement => field.type === 'checkbox';

/** Narrows the list of figures as choices are made; the address keeps them. */
class FigureFilter extends SiteElement {
  private isNarrowed = false;
  private readonly fields = this.findAll<Field>('select, input');

  connectedCallback() {
    this.addEventListener('input', () => this.choose());
    this.find('button').addEventListener('click', () => {
      this.fill(new URLSearchParams());
      this.choose();
    });
    this.fill(new URLSearchParams(location.search));
    this.narrow();
  }

  private fill(choices: URLSearchParams) {
    for (const field of this.fields) {
      const value = choices.get(field.name) ?? '';
      if (isBox(field)) field.checked = value !== '';
      else field.value = value;
    }
  }

  private choose() {
    const address = new URL(location.href);
    address.search = String(this.choices());
    this.keepAddress(address, 'replace');
    this.narrow();
  }

  /** Names and values of the fields that are filled. */
  private choices(): URLSearchParams {
    const filled = this.fields.filter((field) => (isBox(field) ? field.checked : field.value.trim() !== ''));
    return new URLSearchParams(filled.map(({ name, value }) => [name, value.trim()]));
  }

  private narrow() {
    const choices = this.choices();
    const isNarrowed = String(choices) !== '';
    const { q = '', stage = '', ...others } = Object.fromEntries(choices);
    this.find<HTMLDetailsElement>('details').open ||= isNarrowed;
    let count = 0;
    for (const group of this.findAll<HTMLDetailsElement>('[data-stage]', document)) {
      const isRight = stage === '' || stage === group.dataset['stage'];
      const rows = this.findAll('tr[data-is]', group);
      for (const row of rows)
        row.hidden = !isRight || !isShown(row.dataset['is'] ?? '', row.textContent, Object.values(others), q);
      const shown = rows.filter(({ hidden }) => !hidden).length;
      group.hidden = shown === 0;
      // What readers opened themselves stays open.
      if (isNarrowed !== this.isNarrowed) group.open = isNarrowed;
      count += shown;
    }
    for (const part of this.findAll('[data-part]', document))
      part.hidden = this.findAll('[data-stage]', part).every(({ hidden }) => hidden);
    this.isNarrowed = isNarrowed;
    this.announce(isNarrowed ? countSentence(count, this.dataset['none'], this.dataset['shown']) : '');
  }
}

customElements.define('figure-filter', FigureFilter);
