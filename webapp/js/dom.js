/** Building and changing elements. */

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {Object<string, *>} [attributes] `on…` adds a listener; true sets an empty attribute; false, null and undefined set none
 * @param {...(Node|string|null|undefined|false)} children strings become text, never markup
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value != null) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

/**
 * Sets an element's text, and hides the element while there is none. Leaves the DOM alone if nothing
 * changed: screen readers and selections notice every write.
 *
 * @param {HTMLElement} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
  element.hidden = text === '';
}

/**
 * Hides or shows an element. If the focus was inside what goes away, it moves on to `refuge` instead
 * of falling back to the top of the page.
 *
 * @param {HTMLElement} element
 * @param {boolean} shown
 * @param {HTMLElement} refuge
 */
export function show(element, shown, refuge) {
  const hadFocus = !shown && element.contains(document.activeElement);
  element.hidden = !shown;
  if (hadFocus) {
    refuge.focus();
  }
}
