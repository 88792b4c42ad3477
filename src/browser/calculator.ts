import { estimateReaders, parseDrives } from '../rules/calculator.ts';
import { withCounterApart } from '../rules/korean.ts';
import { writtenNumber } from '../rules/written-number.ts';
import { SiteElement } from './site-element.ts';

/** Answers the form of the calculator without leaving the page; the address keeps the number. */
class ReadersCalculator extends SiteElement {
  private readonly input = this.find('input');
  private readonly waiting = this.find('[role="status"]').textContent;

  connectedCallback() {
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      address.searchParams.set('drives', this.input.value.trim());
      this.keepAddress(address, 'push');
      this.announce(this.answerTo(this.input.value));
    });
    addEventListener('popstate', () => this.fromAddress());
    this.fromAddress();
  }

  private fromAddress() {
    const drives = new URLSearchParams(location.search).get('drives');
    this.input.value = drives ?? '';
    this.announce(drives === null ? this.waiting : this.answerTo(drives));
  }

  private answerTo(text: string): string {
    const { readers, result = '', fault = '', locale = '' } = this.dataset;
    const drives = parseDrives(text);
    if (drives === undefined) return fault;
    const written = (value: number) => writtenNumber(value, locale);
    const answer = result
      .replace('#drives', written(drives))
      .replace('#readers', written(estimateReaders(drives, Number(readers))))
      .replace('#each', written(Number(readers)));
    return locale.startsWith('ko') ? withCounterApart(answer) : answer;
  }
}

customElements.define('readers-calculator', ReadersCalculator);
