package dev.accepted.http.submission;

/** JSON Pointers (RFC 6901). */
public final class Pointers {

  private Pointers() {}

  /** The pointer to a member of the outermost object. */
  public static String to(String member) {
    return "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
