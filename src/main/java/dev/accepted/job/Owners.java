package dev.accepted.job;

/**
 * Whose jobs are meant. A job's owner is stored as one text: the name of who submitted it, after
 * that of its tenant and a slash if it has one ({@code acme/ci}). Neither name has a slash in it.
 */
public sealed interface Owners {

  /** Separates a tenant from a name. */
  char SEPARATOR = '/';

  /** Everybody's. */
  Owners ALL = new All();

  /** Whether a job of that owner is one of them. */
  boolean include(String owner);

  /** Those of one owner. */
  record Only(String owner) implements Owners {

    @Override
    public boolean include(String other) {
      return owner.equals(other);
    }
  }

  /** Those of all owners of a tenant. */
  record OfTenant(String tenant) implements Owners {

    /** What the owners of this tenant begin with. */
    public String prefix() {
      return tenant + SEPARATOR;
    }

    @Override
    public boolean include(String owner) {
      return owner.startsWith(prefix());
    }
  }

  /** Those of all. */
  record All() implements Owners {

    @Override
    public boolean include(String owner) {
      return true;
    }
  }
}
