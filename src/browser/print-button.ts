import { SiteElement } from './site-element.ts';

/** Prints the page. */
class PrintButton extends SiteElement {
  connectedCallback() {
    this.find('button').addEventListener('click', () => print());
  }
}

customElements.define('print-button', PrintButton);
