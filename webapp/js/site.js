/** The head and the foot that all pages share, as two custom elements. */
import { el } from './dom.js';
import { signInAddress, signOut, whoCalls } from './session.js';
import { svg } from './svg.js';

const SECTIONS = [['/', 'Start a job'], ['/overview', 'Overview'], ['/jobs', 'Jobs'], ['/schedules', 'Schedules'], ['/datasets', 'Datasets'], ['/types', 'Types'], ['/simulator', 'Status codes'], ['/inspector', 'Inspector']];
const READING = [['/reference', 'API'], ['/openapi', 'OpenAPI description'], ['/subscriptions', 'Subscriptions'], ['/keys', 'API keys']];

const TWO = 'M1.7 8.2C1.7 4.4 4.6 1.7 8.2 1.7s6.2 2.5 6.2 5.9c0 4.6-6 7.9-12 14.7h12.6';

/** 202, with a ring for its nought. */
function mark() {
  const ring = (name) =>
    svg('circle', { class: name, cx: 31, cy: 12, r: 10.2, pathLength: 100, transform: 'rotate(-90 31 12)' });
  return svg('svg', { class: 'mark', viewBox: '0 0 62 24', 'aria-hidden': 'true' },
    svg('path', { d: TWO }), ring('track'), ring('arc'), svg('path', { d: TWO, transform: 'translate(45.5)' }));
}

/** What lies below a section belongs to it. */
function here(href) {
  if (location.pathname === href) {
    return 'page';
  }
  return href !== '/' && location.pathname.startsWith(`${href}/`) && 'true';
}

function links(entries) {
  return entries.map(([href, text]) =>
    el('a', { href, 'aria-current': here(href) }, text));
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
