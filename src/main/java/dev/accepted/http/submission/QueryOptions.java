package dev.accepted.http.submission;

import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The query of a submission: options, and what is left beside them. */
final class QueryOptions {

  private static final String LABEL = "label";

  private final QueryParameters query;

  QueryOptions(QueryParameters query) {
    this.query = query;
  }

  /**
   * The options.
   *
   * @throws Problem 400 that names the one that can't be read
   */
  RequestedOptions options() {
    Map<String, String> texts = new HashMap<>();
    for (String name : OptionTexts.NAMES) {
      query.single(name).ifPresent(text -> texts.put(name, text));
    }
    RequestedCallback callback =
        query
            .single(OptionTexts.CALLBACK)
            .map(url -> new RequestedCallback(url, null, null))
            .orElse(null);
    return new OptionTexts(texts, labels(), callback).read();
  }

  /**
   * The upload that the job is to take.
   *
   * @throws Problem 400 if it can't be one
   */
  Optional<UUID> upload() {
    return query.single(NamedUpload.NAME).map(NamedUpload::id);
  }

  /** Parameters that are no options. */
  Map<String, List<String>> others() {
    Map<String, List<String>> others = new LinkedHashMap<>(query.values());
    others.keySet().removeAll(OptionTexts.NAMES);
    others.remove(LABEL);
    others.remove(NamedUpload.NAME);
    others.remove(OptionTexts.CALLBACK);
    return others;
  }

  /** Passes if there are options only. */
  QueryOptions alone() {
    for (String name : others().keySet()) {
      throw Problem.parameter(
          name, "\"" + name + "\" is no option of a job; the input goes into the body.");
    }
    return this;
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : query.all(LABEL)) {
      int colon = label.indexOf(':');
      String name = colon < 1 ? "" : label.substring(0, colon);
      if (name.isEmpty() || labels.put(name, label.substring(colon + 1)) != null) {
        throw Problem.parameter(LABEL, "A label is given as name:value, each name once.");
      }
    }
    return labels;
  }
}
