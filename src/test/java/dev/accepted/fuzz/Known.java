package dev.accepted.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the server has told of so far and can be asked for again: the last of each kind. Threads
 * share it.
 */
final class Known {

  private static final int MOST = 200;
  private static final Pattern ID =
      Pattern.compile(
          "/api/(jobs|subscriptions|schedules|uploads|admin/keys)/([0-9A-Za-z-]{8,60})");
  private static final Pattern DATASET = Pattern.compile("/api/datasets/([a-z][a-z0-9_]*)");
  private static final Pattern CURSOR = Pattern.compile("cursor=([A-Za-z0-9_-]+)");
  private static final Pattern TAG = Pattern.compile("(?im)^etag: *(\"[^\"]*\")");

  private final List<String> jobs = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<String> datasets = new ArrayList<>(List.of("flights"));
  private final List<String> cursors = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  /** Takes note of what stands in an answer. */
  synchronized void learn(String answer) {
    for (MatchResult id : ID.matcher(answer).results().limit(MOST).toList()) {
      keep(id.group(1).equals("jobs") ? jobs : others, id.group(2));
    }
    DATASET.matcher(answer).results().forEach(found -> keep(datasets, found.group(1)));
    CURSOR.matcher(answer).results().forEach(found -> keep(cursors, found.group(1)));
    TAG.matcher(answer).results().forEach(found -> keep(tags, found.group(1)));
  }

  private static void keep(List<String> kind, String value) {
    if (!kind.contains(value)) {
      kind.add(value);
      if (kind.size() > MOST) {
        kind.remove(0);
      }
    }
  }

  /** One that fits a parameter of that name on that path; an empty text if none is known. */
  synchronized String fitting(String parameter, String path, Random random) {
    List<String> kind =
        switch (parameter) {
          case "id" -> path.startsWith("/api/jobs") ? jobs : others;
          case "cursor" -> cursors;
          case "If-None-Match", "If-Match", "If-Range" -> tags;
          case "name", "dataset" -> datasets;
          default -> List.of();
        };
    return kind.isEmpty() ? "" : kind.get(random.nextInt(kind.size()));
  }
}
