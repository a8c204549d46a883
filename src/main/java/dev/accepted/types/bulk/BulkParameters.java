package dev.accepted.types.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bulk operation as it was submitted; {@code bulk-operation.schema.json} describes each member.
 *
 * @param scope null until it is stored
 */
public record BulkParameters(
    Action action,
    @Nullable Integer priority,
    @Nullable Filter filter,
    @Nullable Boolean all,
    @Nullable Scope scope) {

  /** What is done; spelled as on the wire, so that JSON is read into it as it is. */
  public enum Action {
    cancel,
    retry,
    remove,
    reprioritize
  }

  /** Whose jobs; spelled as on the wire. */
  public enum Scope {
    /** Those of whoever submits it. */
    own,
    /** Those of all, of its tenant if it has one. */
    everyone
  }

  /** Which jobs. Times are RFC 3339. */
  public record Filter(
      @Nullable List<String> type,
      @Nullable List<String> status,
      @Nullable Map<String, String> label,
      @Nullable String owner,
      @Nullable String submittedAfter,
      @Nullable String submittedBefore,
      @Nullable String q) {

    static final Filter NONE = new Filter(null, null, null, null, null, null, null);
  }
}
