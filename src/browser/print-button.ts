import { SiteElement } from './site-element.ts';

/** Prints the page. It shows itself, so that no button stands where it can do nothing. */
class PrintButton extends SiteElement {
  connectedCallback() {
    this.find('button').addEventListener('click', () => print());
    this.hidden = false;
  }
}

customElements.define('print-button', PrintButton);
