package dev.accepted.types.inspections.course;

/** The inspection ends before it has seen all: it was stopped, or has taken what it may. */
final class CutShort extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param why for people
   */
  CutShort(String why) {
    super(why);
  }
}
