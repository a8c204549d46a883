package dev.accepted.job;

import java.util.Optional;

/**
 * Whose jobs are meant. A job's owner is stored as one text: the name of who submitted it, after
 * that of its tenant and a slash if it has one ({@code acme/ci}). Neither name has a slash in it.
 */
public sealed interface Owners {

  /** Separates a tenant from a name. */
  char SEPARATOR = '/';

  /** Everybody's. */
  Owners ALL = new All();

  /** Nobody's. */
  Owners NONE = new None();

  /** Whether a job of that owner is one of them. */
  boolean include(String owner);

  /** Whether that job, of that owner, is one of them. */
  boolean include(JobId job, String owner);

  /**
   * Within which names are given by an owner: in its tenant, if it has one, else by itself alone. A
   * tenant and an owner without one differ, even where they have the same name.
   */
  static String scope(String owner) {
    int separator = owner.indexOf(SEPARATOR);
    return separator < 0 ? owner : owner.substring(0, separator + 1);
  }

  /** Those of all who are in an owner's tenant; of all there are, if it has none. */
  static Owners everybodyAround(String owner) {
    return tenant(owner).<Owners>map(OfTenant::new).orElse(ALL);
  }

  /** The tenant of an owner, if it has one. */
  static Optional<String> tenant(String owner) {
    int separator = owner.indexOf(SEPARATOR);
    return separator < 0 ? Optional.empty() : Optional.of(owner.substring(0, separator));
  }

  /** Those of one owner. */
  record Only(String owner) implements Owners {

    @Override
    public boolean include(String other) {
      return owner.equals(other);
    }

    @Override
    public boolean include(JobId job, String other) {
      return include(other);
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

    @Override
    public boolean include(JobId job, String owner) {
      return include(owner);
    }
  }

  /**
   * One job, whoever's it is. It is found by its id only: whatever goes by owners, such as a list,
   * finds nothing, and nothing can be changed.
   */
  record OneJob(JobId id) implements Owners {

    @Override
    public boolean include(String owner) {
      return false;
    }

    @Override
    public boolean include(JobId job, String owner) {
      return id.equals(job);
    }
  }

  /** Those of none. */
  record None() implements Owners {

    @Override
    public boolean include(String owner) {
      return false;
    }

    @Override
    public boolean include(JobId job, String owner) {
      return false;
    }
  }

  /** Those of all. */
  record All() implements Owners {

    @Override
    public boolean include(String owner) {
      return true;
    }

    @Override
    public boolean include(JobId job, String owner) {
      return true;
    }
  }
}
