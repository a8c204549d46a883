package dev.accepted.http.wire;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Map;

/**
 * Writes a record's components in the order in which they are declared, which JSON-B leaves open
 * (Yasson's own order follows hash codes), and leaves out nulls.
 */
public final class RecordSerializer implements JsonbSerializer<Record> {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  @Override
  public void serialize(Record view, JsonGenerator generator, SerializationContext context) {
    generator.writeStartObject();
    for (RecordComponent component : COMPONENTS.get(view.getClass())) {
      Object value = value(view, component);
      if (value != null) {
        write(component.getName(), value, generator, context);
      }
    }
    generator.writeEnd();
  }

  /** What most members are is written right here: finding a serializer for it costs far more. */
  private static void write(
      String name, Object value, JsonGenerator generator, SerializationContext context) {
    if (value instanceof String text) {
      generator.write(name, text);
    } else if (value instanceof Integer number) {
      generator.write(name, number);
    } else if (value instanceof Long number) {
      generator.write(name, number);
    } else if (value instanceof Instant time) {
      generator.write(name, InstantAdapter.text(time));
    } else if (value instanceof Map<?, ?> members) {
      generator.writeStartObject(name);
      members.forEach(
          (key, member) -> {
            if (member != null) {
              write(String.valueOf(key), member, generator, context);
            }
          });
      generator.writeEnd();
    } else {
      context.serialize(name, value, generator);
    }
  }

  private static Object value(Record view, RecordComponent component) {
    try {
      return component.getAccessor().invoke(view);
    } catch (IllegalAccessException | InvocationTargetException broken) {
      throw new JsonbException("can't read " + component, broken);
    }
  }
}
