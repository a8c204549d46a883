package dev.accepted.datasets;

/** The order of the values of a column, which are all of one type: text by its code points. */
final class ValueOrder {

  private ValueOrder() {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  static int compare(Object left, Object right) {
    return left instanceof String one && right instanceof String other
        ? compareText(one, other)
        : ((Comparable) left).compareTo(right);
  }

  /**
   * As both databases do. Java compares chars: a rare character's two lie before the last common
   * ones.
   */
  private static int compareText(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char one = left.charAt(i);
      char other = right.charAt(i);
      if (one != other) {
        boolean rare = Character.isSurrogate(one);
        return rare == Character.isSurrogate(other) ? one - other : rare ? 1 : -1;
      }
    }
    return left.length() - right.length();
  }
}
