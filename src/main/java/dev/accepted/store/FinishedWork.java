package dev.accepted.store;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.LogLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a succeeded attempt leaves, its bytes already in place.
 *
 * @param result null for none
 * @param smallResult the result's bytes, if it is small enough to live in the job's row; else they
 *     are in a file
 * @param files what lies beside the result
 * @param lines the last of its log
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record FinishedWork(
    @Nullable ContentInfo result,
    byte @Nullable [] smallResult,
    List<ContentInfo> files,
    List<LogLine> lines) {

  /** What any other ending leaves. */
  public static final FinishedWork NOTHING = new FinishedWork(null, null, List.of(), List.of());

  /** The longest result, in bytes, that lives in the job's row. */
  public static final int SMALL = 4096;

  /** The same, with the last lines of its log. */
  public FinishedWork saying(List<LogLine> last) {
    return new FinishedWork(result, smallResult, files, last);
  }

  /** True if it leaves nothing but the job's row. */
  public boolean isPlain() {
    return files.isEmpty() && lines.isEmpty();
  }
}
