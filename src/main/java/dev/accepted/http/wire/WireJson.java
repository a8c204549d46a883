package dev.accepted.http.wire;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.ByteArrayOutputStream;

/**
 * The one JSON-B configuration: records in the order in which they are declared, no nulls, times in
 * UTC with milliseconds, durations as ISO 8601. Both servers write the same bytes with it.
 */
public final class WireJson {

  private static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig()
              .withSerializers(new RecordSerializer())
              .withAdapters(new InstantAdapter()));

  private WireJson() {}

  /** The bytes of a view, in UTF-8. */
  public static byte[] bytes(Object view) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    JSONB.toJson(view, bytes);
    return bytes.toByteArray();
  }

  static Jsonb jsonb() {
    return JSONB;
  }
}
