/** Lists that change while somebody reads them. */

/**
 * Brings a list up to date with the least of changes: what stays keeps its elements, and so the focus and the
 * selection in them.
 *
 * @template T
 * @param {HTMLElement} list whose children all come from here
 * @param {Map<string, {element: HTMLElement, update: function(T): void}>} parts what is shown, by key; kept from one call to the next
 * @param {T[]} items in their order
 * @param {function(T): string} keyOf
 * @param {function(T): {element: HTMLElement, update: function(T): void}} make called for what is new, which is then updated, too
 */
export function reconcile(list, parts, items, keyOf, make) {
  const keys = new Set(items.map(keyOf));
  for (const [key, part] of parts) {
    if (!keys.has(key)) {
      part.element.remove();
      parts.delete(key);
    }
  }
  let place = list.firstElementChild;
  for (const item of items) {
    const part = parts.get(keyOf(item)) ?? make(item);
    parts.set(keyOf(item), part);
    part.update(item);
    if (part.element === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(part.element, place);
    }
  }
}
