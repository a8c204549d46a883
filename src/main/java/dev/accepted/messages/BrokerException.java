package dev.accepted.messages;

/** The broker did not take everything. */
final class BrokerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int taken;

  /**
   * It failed.
   *
   * @param taken how many messages it has taken for certain, the first ones
   */
  BrokerException(int taken, Exception cause) {
    super(cause);
    this.taken = taken;
  }

  int taken() {
    return taken;
  }
}
