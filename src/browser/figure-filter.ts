import { isShown } from '../rules/figure-filter.ts';
import { inPlural } from '../rules/plural-forms.ts';

/** Narrows the list of figures as choices are made; the address keeps them. */
class FigureFilter extends HTMLElement {
  private readonly fields = [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')];

  connectedCallback() {
    this.addEventListener('input', () => this.choose());
    this.querySelector('button')?.addEventListener('click', () => {
      this.fill(new URLSearchParams());
      this.choose();
    });
    this.fill(new URLSearchParams(location.search));
    this.narrow();
  }

  private fill(choices: URLSearchParams) {
    for (const field of this.fields) {
      const value = choices.get(field.name) ?? '';
      if (field.type === 'checkbox' && field instanceof HTMLInputElement) field.checked = value !== '';
      else field.value = value;
    }
  }

  private choose() {
    const address = new URL(location.href);
    address.search = String(this.choices());
    history.replaceState(null, '', address);
    this.narrow();
  }

  /** Names and values of the fields that are filled. */
  private choices(): URLSearchParams {
    const filled = this.fields.filter(
      (field) =>
        field.value.trim() !== '' && (!('checked' in field) || field.type !== 'checkbox' || field.checked),
    );
    return new URLSearchParams(filled.map(({ name, value }) => [name, value.trim()]));
  }

  private narrow() {
    const { q = '', stage = '', ...others } = Object.fromEntries(this.choices());
    let count = 0;
    for (const group of document.querySelectorAll<HTMLElement>('section[data-stage]')) {
      let inGroup = 0;
      for (const row of group.querySelectorAll<HTMLElement>('tr[data-is]')) {
        const isRight = stage === '' || stage === group.dataset['stage'];
        row.hidden = !isRight || !isShown(row.dataset['is'] ?? '', row.textContent, Object.values(others), q);
        if (!row.hidden) inGroup += 1;
      }
      group.hidden = inGroup === 0;
      count += inGroup;
    }
    const { shown = '{}', none = '' } = this.dataset;
    const status = this.querySelector('[role="status"]');
    if (status)
      status.textContent =
        count === 0 ? none : inPlural(JSON.parse(shown), count, document.documentElement.lang);
  }
}

customElements.define('figure-filter', FigureFilter);
