package dev.accepted.datasets;

/** The database of the imported tables can't be asked now. */
public final class DatasetsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatasetsUnavailable(Throwable cause) {
    super("the database of the imported tables can't be asked now", cause);
  }
}
