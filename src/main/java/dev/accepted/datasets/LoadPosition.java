package dev.accepted.datasets;

/**
 * How far a load has come; stored in the same transaction as the rows.
 *
 * @param rows stored
 * @param rejected left out
 */
public record LoadPosition(long rows, long rejected) {

  /** Records of the file that are dealt with. */
  public long records() {
    return rows + rejected;
  }
}
