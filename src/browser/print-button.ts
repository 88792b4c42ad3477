import { SiteElement } from './site-element.ts';

/** Prints the page. It is seen once it works, so that no button stands where it can do nothing. */
class PrintButton extends SiteElement {
  connectedCallback() {
    this.find('button').addEventListener('click', () => print());
    this.dataset['ready'] = '';
  }
}

customElements.define('print-button', PrintButton);
