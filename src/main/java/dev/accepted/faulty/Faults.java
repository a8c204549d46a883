package dev.accepted.faulty;

import dev.accepted.job.TextResource;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults, read once. */
public final class Faults {

  private static final Map<String, Fault> ALL = read();

  private Faults() {}

  private static Map<String, Fault> read() {
    Map<String, Fault> all = new LinkedHashMap<>();
    Stream.of("submission", "monitor", "ending", "result", "methods", "errors", "afterwards")
        .map(name -> TextResource.read(Faults.class, name + ".json"))
        .forEach(
            text -> {
              try (JsonReader reader =
                  JsonProvider.provider().createReader(new StringReader(text))) {
                for (Fault fault : reader.readArray().getValuesAs(Fault::of)) {
                  if (all.put(fault.name(), fault) != null) {
                    throw new IllegalStateException("two faults are called " + fault.name());
                  }
                }
              }
            });
    return Collections.unmodifiableMap(all);
  }

  /** In the order in which they are told. */
  public static Collection<Fault> all() {
    return ALL.values();
  }

  /** The one of that name. */
  public static Optional<Fault> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
