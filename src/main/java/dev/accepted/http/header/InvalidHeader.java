package dev.accepted.http.header;

/** A header of the request that can't be read; answered with 400. */
public final class InvalidHeader extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String header;

  /**
   * @param header its name
   * @param detail what is wrong, for people
   */
  public InvalidHeader(String header, String detail) {
    super(detail, null, false, false);
    this.header = header;
  }

  /** The header's name. */
  public String header() {
    return header;
  }

  /** What is wrong, for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
