package dev.accepted.http.audit;

import dev.accepted.job.AuditEntry;
import dev.accepted.job.Owners;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the audit log, newest first.
 *
 * @param next URL of the page that follows; null on the last
 */
public record AuditView(List<EntryView> entries, @Nullable String next) {

  /**
   * One of them.
   *
   * @param actor who did it, as jobs name their owners
   * @param address from where; null if that is not known, or not for whoever asks
   * @param act such as {@code job.removed}
   * @param subject id or name of what it was done to
   * @param tenant whose that is; null for what is no tenant's
   */
  public record EntryView(
      long number,
      Instant at,
      String actor,
      @Nullable String address,
      String act,
      String subject,
      @Nullable String tenant,
      Map<String, String> detail) {

    /**
     * The view of an entry. Where somebody of another tenant or of none calls from, is not told to
     * a tenant.
     *
     * @param tenant that of whoever asks; empty for none
     */
    static EntryView of(AuditEntry entry, Optional<String> tenant) {
      String owner = entry.actor().owner();
      boolean near = tenant.isEmpty() || tenant.equals(Owners.tenant(owner));
      String address = entry.actor().address();
      return new EntryView(
          entry.number(),
          entry.at(),
          owner,
          near && !address.isEmpty() ? address : null,
          entry.act(),
          entry.subject(),
          entry.tenant().orElse(null),
          entry.detail());
    }
  }
}
