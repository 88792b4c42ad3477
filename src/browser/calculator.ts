import { estimateReaders, parseDrives } from '../rules/calculator.ts';

/** Answers the form of the calculator without leaving the page; the address keeps the number. */
class ReadersCalculator extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!form || !input) return;

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      address.searchParams.set('drives', input.value.trim());
      history.pushState(null, '', address);
      this.show(input.value);
    });
    const status = this.querySelector('[role="status"]');
    const waiting = status?.textContent ?? '';
    const fromAddress = () => {
      const drives = new URLSearchParams(location.search).get('drives');
      input.value = drives ?? '';
      if (drives !== null) this.show(drives);
      else if (status) status.textContent = waiting;
    };
    addEventListener('popstate', fromAddress);
    fromAddress();
  }

  private show(text: string) {
    const { readers, result = '', fault = '', locale } = this.dataset;
    const status = this.querySelector('[role="status"]');
    const drives = parseDrives(text);
    if (!status) return;
    const written = (value: number) => value.toLocaleString(locale);
    status.textContent =
      drives === undefined
        ? fault
        : result
            .replace('#drives', written(drives))
            .replace('#readers', written(estimateReaders(drives, Number(readers))))
            .replace('#each', written(Number(readers)));
  }
}

customElements.define('readers-calculator', ReadersCalculator);
