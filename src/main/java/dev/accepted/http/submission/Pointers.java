package dev.accepted.http.submission;

/** JSON Pointers (RFC 6901). */
final class Pointers {

  private Pointers() {}

  /** The pointer to a member of the outermost object. */
  static String to(String member) {
    return "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
