/** The head and the foot that all pages share, as two custom elements. */
import { el } from './dom.js';
import { signInAddress, signOut, whoCalls } from './session.js';

const SECTIONS = [['/', 'Start a job']];
const READING = [['/api', 'API'], ['/openapi', 'OpenAPI description']];

const TWO = 'M1.7 8.2C1.7 4.4 4.6 1.7 8.2 1.7s6.2 2.5 6.2 5.9c0 4.6-6 7.9-12 14.7h12.6';

/** 202, with a ring for its nought. */
function mark() {
  const svg = (tag, attributes, ...children) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    node.append(...children);
    return node;
  };
  const ring = (name) =>
    svg('circle', { class: name, cx: 31, cy: 12, r: 10.2, pathLength: 100, transform: 'rotate(-90 31 12)' });
  return svg('svg', { class: 'mark', viewBox: '0 0 62 24', 'aria-hidden': 'true' },
    svg('path', { d: TWO }), ring('track'), ring('arc'), svg('path', { d: TWO, transform: 'translate(45.5)' }));
}

function links(entries) {
  return entries.map(([href, text]) =>
    el('a', { href, 'aria-current': location.pathname === href && 'page' }, text));
}

customElements.define('site-header', class extends HTMLElement {
  connectedCallback() {
    this.append(
      el('a', { class: 'skip', href: '#main' }, 'Skip to content'),
      el('header', { class: 'masthead' },
        el('a', { class: 'wordmark', href: '/', 'aria-label': 'Accepted, start page' }, mark(), el('span', {}, 'Accepted')),
        el('nav', { class: 'sections', 'aria-label': 'Sections' }, ...links(SECTIONS)), this.caller));
    this.name();
  }

  caller = el('div', { class: 'caller' });

  /** Where nobody signs in there is nobody to name. */
  async name() {
    const session = await whoCalls();
    if (session?.signedIn && session.until) {
      this.caller.append(
        el('span', { class: 'caller-name', title: session.tenant ? `${session.name} of ${session.tenant}` : session.name }, session.name),
        el('button', { type: 'button', onclick: signOut }, 'Sign out'));
    } else if (session && !session.signedIn && location.pathname !== '/sign-in') {
      this.caller.append(el('a', { href: signInAddress() }, 'Sign in'));
    }
  }
});

customElements.define('site-footer', class extends HTMLElement {
  connectedCallback() {
    this.append(el('footer', { class: 'colophon' },
      el('span', {}, 'Accepted, a job server that speaks HTTP'), ...links(READING)));
  }
});
