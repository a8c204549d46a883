package dev.accepted.http.wire;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

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
        context.serialize(component.getName(), value, generator);
      }
    }
    generator.writeEnd();
  }

  private static Object value(Record view, RecordComponent component) {
    try {
      return component.getAccessor().invoke(view);
    } catch (IllegalAccessException | InvocationTargetException broken) {
      throw new JsonbException("can't read " + component, broken);
    }
  }
}
