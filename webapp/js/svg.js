/** Building SVG elements. */

const SPACE = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Object<string, *>} attributes `on…` adds a listener; undefined sets none
 * @param {...(Node|string)} children strings become text
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name.slice(2), value);
    } else if (value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  node.append(...children);
  return node;
}
