package dev.accepted.engine.registry;

import dev.accepted.config.Settings;
import dev.accepted.job.JobType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The job types of this server, checked when it starts. */
public final class JobTypes {

  private final Map<String, RegisteredType> byName = new TreeMap<>();
  private final Map<String, RegisteredType> byCollection = new TreeMap<>();

  /**
   * Registers them.
   *
   * @throws IllegalStateException if two share a name or a collection, or a setting names a type
   *     that isn't there
   */
  public JobTypes(Iterable<? extends JobType<?>> types, Settings settings) {
    for (JobType<?> type : types) {
      register(type, settings);
    }
    for (String name : settings.typeSlots().keySet()) {
      if (!byName.containsKey(name)) {
        throw new IllegalStateException(
            "accepted.types.%s.slots is set, but the job types are %s"
                .formatted(name, byName.keySet()));
      }
    }
  }

  private void register(JobType<?> type, Settings settings) {
    var definition = type.definition();
    int slots = settings.typeSlots().getOrDefault(definition.name(), definition.limits().slots());
    RegisteredType registered =
        new RegisteredType(type, definition, type.unavailable(), Math.min(slots, settings.slots()));
    if (byName.putIfAbsent(definition.name(), registered) != null
        || byCollection.putIfAbsent(definition.collection(), registered) != null) {
      throw new IllegalStateException(
          "two job types are called %s or collected in %s"
              .formatted(definition.name(), definition.collection()));
    }
  }

  /** Their names. */
  public List<String> names() {
    return all().stream().map(RegisteredType::name).toList();
  }

  /** All of them, by name. */
  public Collection<RegisteredType> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The type of that name. */
  public Optional<RegisteredType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The type whose jobs are submitted to that collection. */
  public Optional<RegisteredType> inCollection(String collection) {
    return Optional.ofNullable(byCollection.get(collection));
  }
}
